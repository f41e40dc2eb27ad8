import { countOf } from '../../rules/count-of.ts';
import type { SkipReason } from '../../modules/skip-reason.ts';
import type { SecurityRow } from '../audit-sections.ts';
import type { AcceptedFinding, AuditReport, AuditRequest, CoverageCounts } from '../audit-report.ts';

/** Why files were left out, as the report for people says it. */
export const SKIP_REASONS: Readonly<Record<SkipReason, string>> = {
  test: 'tests, mocks and stories',
  bundle: 'bundles and built output',
  minified: 'minified files',
  vendored: 'vendored code',
  ignored: 'what git ignores',
  declaration: 'declaration files',
  large: 'very large files',
};

/** `9 of 258, and 2 of 91 undocumented`; only the part that the description has. */
export function describeCounts({ implemented, total, undocumented }: CoverageCounts): string {
  const documented = `${String(implemented)} of ${String(total)}`;
  const beside = `${String(undocumented.implemented)} of ${String(undocumented.total)} undocumented`;
  if (undocumented.total === 0) return documented;
  return total === 0 ? beside : `${documented}, and ${beside}`;
}

/** `19 operations (tag DVRs: 14, scope admin: 5)`; empty where the scope leaves nothing out. */
export function describeOutOfScope({ outOfScope }: Pick<AuditReport, 'outOfScope'>): string {
  if (outOfScope.length === 0) return '';
  const all = outOfScope.reduce((sum, { operations }) => sum + operations, 0);
  return `${countOf(all, 'operation')} (${outOfScope.map(({ by, operations }) => `${by}: ${String(operations)}`).join(', ')})`;
}

/** `https://plex.tv`, `*.plex.direct`; null where nothing of it is known. */
export function nameHost({ host, scheme }: SecurityRow): string | null {
  return host === null || !/[^*:.]/.test(host) ? null : `${scheme === null ? '' : `${scheme}://`}${host}`;
}

/** The counts of a tag; of what is retired alone, nothing has to be sent. */
export function describeTag(tag: CoverageCounts): string {
  return tag.total + tag.undocumented.total === 0 ? 'retired' : describeCounts(tag);
}

/** `GET /identity`, `any method /identity`, `POST ?`. */
export function nameRequest({ method, path }: Pick<AuditRequest, 'method' | 'path'>): string {
  return `${method ?? 'any method'} ${path ?? '?'}`;
}

/** Whether a request is to a path that is known, of an API that is not. */
export function isUnattributed({ path, target }: AuditRequest): boolean {
  return path !== null && target === null;
}

/** `Accepted by a comment: …`, `Accepted by the configuration (owner media, until 2027-01-31): …` */
export function describeAcceptance({ justification, byConfig }: AcceptedFinding): string {
  const who = byConfig === undefined ? 'a comment' : 'the configuration';
  const more = [named('owner', byConfig?.owner), named('until', byConfig?.until)].filter((part) => part !== '');
  return `Accepted by ${who}${more.length === 0 ? '' : ` (${more.join(', ')})`}${justification === null ? ', which gives no reason.' : `: ${justification}`}`;
}

function named(name: string, value: string | null | undefined): string {
  return value === null || value === undefined ? '' : `${name} ${value}`;
}
