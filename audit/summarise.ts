import type { RequestStanding } from '../spec/standing-of.ts';
import { measureDimensions } from './measure-dimensions.ts';
import type { AuditReport, AuditSummary, Counts, CoverageCounts } from './audit-report.ts';

const STANDINGS: readonly RequestStanding[] = ['documented', 'undocumented', 'retired', 'wrong-method', 'unknown', 'unresolved'];

/** The report's figures. */
export function summarise(
  { requests, findings, accepted, coverage, implemented, skipped, leftOut }: Omit<AuditReport, 'formatVersion' | 'tool' | 'root' | 'summary'>,
  { read, foreign }: { readonly read: number; readonly foreign: number },
): AuditSummary {
  const resolved = requests.filter(({ path, target }) => path !== null && target !== null);
  return {
    files: {
      read,
      withRequests: new Set(requests.map(({ file }) => file)).size,
      skipped: new Set(skipped.map(({ file }) => file)).size,
      leftOut: sum(leftOut.map(({ count }) => count)),
    },
    requests: {
      total: requests.length,
      resolved: resolved.length,
      unresolved: requests.filter(({ path }) => path === null).length,
      unattributed: requests.filter(({ path, target }) => path !== null && target === null).length,
      foreign,
      byTarget: countBy(resolved.flatMap(({ target }) => target ?? [])),
      byStanding: Object.fromEntries(
        STANDINGS.map((standing) => [standing, resolved.filter((request) => request.standing === standing).length]),
      ) as Record<RequestStanding, number>,
    },
    findings: {
      error: findings.filter(({ severity }) => severity === 'error').length,
      warning: findings.filter(({ severity }) => severity === 'warning').length,
      accepted: accepted.length,
    },
    coverage: sumCoverage(coverage),
    dimensions: measureDimensions({ requests, implemented, operations: sumCoverage(coverage) }),
    unresolvedReasons: countReasons(requests.flatMap(({ reason }) => reason ?? [])),
  };
}

/** The counts of several parts of a coverage, together. */
export function sumCoverage(parts: readonly CoverageCounts[]): CoverageCounts {
  return { ...sumCounts(parts), undocumented: sumCounts(parts.map(({ undocumented }) => undocumented)) };
}

function sumCounts(parts: readonly Counts[]): Counts {
  return { implemented: sum(parts.map(({ implemented }) => implemented)), total: sum(parts.map(({ total }) => total)) };
}

/** Reasons with their counts, the most frequent first. */
function countReasons(reasons: readonly string[]): { readonly reason: string; readonly count: number }[] {
  return Object.entries(countBy(reasons)).map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
