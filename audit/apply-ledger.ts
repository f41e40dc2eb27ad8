import { fingerprintAll } from './fingerprint.ts';
import type { AcceptedFinding, AuditFinding, AuditRequest } from './audit-report.ts';
import type { LedgerEntry } from './read-config.ts';

/** The deviations that the configuration accepts, and how to judge the list itself. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** The configuration as the report names it, from the audited folder. */
  readonly file: string;
  /** The day on which the audit runs, as 2027-01-31. */
  readonly today: string;
  /** Everything that the entries are about was looked at, so that one which accepts nothing is stale. */
  readonly isWhole: boolean;
}

interface Judged extends Pick<AuditFinding, 'rule' | 'severity' | 'message'> {
  readonly entry: LedgerEntry;
}

export interface Deviations {
  readonly findings: readonly AuditFinding[];
  readonly accepted: readonly AcceptedFinding[];
}

/**
 * Takes the findings that the configuration accepts out of the open ones. What it accepted until a day that is over is open
 * again, and the entry is a finding itself, as is one that accepts nothing.
 */
export function applyLedger({ findings, accepted }: Deviations, requests: readonly AuditRequest[], { entries, file, today, isWhole }: Ledger): Deviations {
  const operations = new Map(requests.map(({ fingerprint, operation, method, path }) => [fingerprint, [operation, `${method ?? '?'} ${path ?? '?'}`]]));
  const matches = (entry: LedgerEntry, finding: AuditFinding): boolean => {
    if ('fingerprint' in entry) return entry.fingerprint === finding.fingerprint;
    const about = finding.requests;
    return entry.rule === finding.rule && about.length > 0 && about.every((request) => operations.get(request)?.includes(entry.operation) === true);
  };
  const inForce = entries.filter(({ until }) => until === undefined || until >= today);
  const open: AuditFinding[] = [];
  const taken: AcceptedFinding[] = [];
  for (const finding of findings) {
    const entry = inForce.find((one) => matches(one, finding));
    if (entry === undefined) open.push(finding);
    else taken.push({ ...finding, justification: entry.reason, byConfig: { owner: entry.owner ?? null, until: entry.until ?? null } });
  }
  const about = entries.flatMap((entry): readonly Judged[] => {
    const isUsed = findings.some((finding) => matches(entry, finding));
    if (!isUsed) return isWhole ? [{ entry, rule: 'plex-lint/stale-acceptance', severity: 'warning', message: `Nothing is found any more that this accepts (${nameOf(entry)}). Take the entry away.` }] : [];
    return inForce.includes(entry) ? [] : [{ entry, rule: 'plex-lint/expired-acceptance', severity: 'error', message: `This was accepted until ${entry.until ?? ''}${entry.owner === undefined ? '' : `, and ${entry.owner} answers for it`}: ${entry.reason} Mend it (${nameOf(entry)}), or look at it again and set another day.` }];
  });
  const printOf = fingerprintAll(about, ({ entry, rule }) => JSON.stringify(['ledger', rule, nameOf(entry), entry.reason]));
  const ownFindings = about.map((item): AuditFinding => {
    const { entry: { line, column }, rule, severity, message } = item;
    return { file, line, column, endLine: line, endColumn: column, rule, severity, message, requests: [], basis: null, fingerprint: printOf(item) };
  });
  return { findings: [...open, ...ownFindings], accepted: [...accepted, ...taken] };
}

function nameOf(entry: LedgerEntry): string {
  return 'fingerprint' in entry ? entry.fingerprint : `${entry.rule} of ${entry.operation}`;
}
