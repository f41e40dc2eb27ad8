import { printText } from '../requests/print-text.ts';
import type { CodemodProject, Plan } from './codemod.ts';
import type { Place } from '../requests/request-site.ts';

/** What became of the requests that one plan is about. */
export interface CodemodOutcome {
  readonly codemod: string;
  /** `declined`: the user did not want the change. `failed`: a mistake of the codemod's, which changed nothing. */
  readonly status: 'changed' | 'skipped' | 'declined' | 'failed';
  /** What is done, or why nothing is. */
  readonly message: string;
  /** Where, in the text that the codemod was given. */
  readonly place: OutcomePlace | null;
  readonly requests: readonly OutcomeRequest[];
}

/** Absolute file, 1-based line. */
export interface OutcomePlace {
  readonly file: string;
  readonly line: number;
}

export interface OutcomeRequest extends OutcomePlace {
  /** null: cannot be known. */
  readonly method: string | null;
  /** With `{}` for what is not known; null: cannot be known. */
  readonly path: string | null;
}

/** Says what became of a plan, with lines in the place of offsets. */
export function describeOutcome(project: CodemodProject, codemod: string, plan: Plan, status: CodemodOutcome['status'], message: string): CodemodOutcome {
  const requests = plan.requests.map(({ site }) => ({ ...lineOf(project, site.place), method: site.method, path: site.path === null ? null : printText(site.path) }));
  return { codemod, status, message, place: lineOf(project, plan.place), requests };
}

function lineOf(project: CodemodProject, { file, start }: Place): OutcomePlace {
  const text = (project.textOf(file) ?? '').replace(/^\uFEFF/, '');
  return { file, line: text.slice(0, start).split('\n').length };
}
