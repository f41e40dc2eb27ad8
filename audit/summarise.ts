import type { RequestStanding } from '../spec/standing-of.ts';
import type { AuditReport, AuditSummary, Counts, CoverageCounts } from './audit-report.ts';

const STANDINGS: readonly RequestStanding[] = ['documented', 'undocumented', 'retired', 'wrong-method', 'unknown', 'unresolved'];

/** The report's figures. */
export function summarise(
  { requests, findings, accepted, coverage, skipped, leftOut }: Omit<AuditReport, 'formatVersion' | 'tool' | 'root' | 'summary'>,
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
  };
}

/** The counts of several parts of a coverage, together. */
export function sumCoverage(parts: readonly CoverageCounts[]): CoverageCounts {
  return { ...sumCounts(parts), undocumented: sumCounts(parts.map(({ undocumented }) => undocumented)) };
}

function sumCounts(parts: readonly Counts[]): Counts {
  return { implemented: sum(parts.map(({ implemented }) => implemented)), total: sum(parts.map(({ total }) => total)) };
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
