import type { AuditRequest, OperationCoverage } from '../../audit-report.ts';
import type { DocumentPlace, ImplementedOperation, MissingOperation } from '../../audit-sections.ts';

/**
 * What the page's script lists. Text is as the project has it: the script makes it printable, and shows it as text only.
 * Numbers that name an operation, a site or a finding count in the lists of this object.
 */
export interface PageData {
  readonly operations: readonly PageOperation[];
  readonly sites: readonly PageSite[];
  readonly findings: readonly PageFinding[];
  /** The code around sites and findings: by file, pieces of following lines. */
  readonly code: Readonly<Record<string, readonly CodePiece[]>>;
  /** The page of each rule that has one. */
  readonly rulePages: Readonly<Record<string, string>>;
}

export type OperationState = 'clean' | 'partly' | 'deviating' | 'missing';

export interface PageOperation {
  readonly name: string;
  readonly summary: string | null;
  readonly standing: OperationCoverage['standing'];
  readonly description: string;
  readonly tag: string;
  readonly state: OperationState;
  readonly sites: readonly number[];
  readonly findings: readonly number[];
  /** How it is sent; null when it is not. */
  readonly use: OperationUse | null;
  /** What it takes, where no request sends it. */
  readonly wants: OperationWants | null;
  /** Where the description has it; null when that is not known. */
  readonly at: DocumentPlace | null;
}

export type OperationUse = Pick<ImplementedOperation, 'parameters' | 'openQuery' | 'strayParameters' | 'headers' | 'strayHeaders' | 'response' | 'statuses'>;

export type OperationWants = Pick<MissingOperation, 'parameters' | 'body' | 'security'>;

/** A request site, with the number of its operation, if it has one. */
export interface PageSite extends Omit<AuditRequest, 'operation'> {
  readonly operation: number | null;
  readonly findings: readonly number[];
}

export interface PageFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Where the description says what it rests on. */
  readonly basis: DocumentPlace | null;
  /** Who accepts it and why, as a sentence; absent: it is open. */
  readonly accepted?: string;
  /** The report that this one is compared with does not have it. */
  readonly isNew?: true;
}

export interface CodePiece {
  /** The number of the first line. */
  readonly start: number;
  readonly lines: readonly string[];
}
