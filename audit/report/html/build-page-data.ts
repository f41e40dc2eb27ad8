import plugin from '../../../rules/index.ts';
import { collectCode } from './collect-code.ts';
import type { AcceptedFinding, AuditFinding, AuditReport, AuditRequest } from '../../audit-report.ts';
import type { OperationState, PageData, PageFinding, PageOperation, PageSite } from './page-data.ts';

/** The report's lists as the page's script takes them, with the code around each place. */
export function buildPageData(report: AuditReport, read: (file: string) => string | null): PageData {
  const findings = [...report.findings.map(describeFinding), ...report.accepted.map(describeAccepted)];
  const operations = listOperations(report);
  const sites = describeSites(report.requests, operations, findings);
  return {
    operations: describeOperations(operations, sites, findings),
    sites,
    findings,
    code: collectCode([...sites, ...findings], read),
    rulePages: pagesOf(findings),
  };
}

interface Listed {
  readonly description: string;
  readonly tag: string;
  readonly operation: AuditReport['coverage'][number]['tags'][number]['operations'][number];
}

function listOperations({ coverage }: AuditReport): readonly Listed[] {
  return coverage.flatMap(({ description, tags }) => tags.flatMap(({ tag, operations }) => operations.map((operation) => ({ description, tag, operation }))));
}

/** The description that each API is judged by: the one of its name, else the one that has the most of the operations it is sent. */
function matchTargets(requests: readonly AuditRequest[], operations: readonly Listed[]): ReadonlyMap<string, string> {
  const names = new Set(operations.map(({ description }) => description));
  const having = new Map<string, Set<string>>();
  for (const { description, operation } of operations) {
    if (operation.sites > 0) having.set(operation.operation, (having.get(operation.operation) ?? new Set()).add(description));
  }
  const votes = new Map<string, Map<string, number>>();
  for (const { target, operation } of requests) {
    if (target === null || operation === null) continue;
    const counts = votes.get(target) ?? new Map<string, number>();
    votes.set(target, counts);
    for (const description of having.get(operation) ?? []) counts.set(description, (counts.get(description) ?? 0) + 1);
  }
  return new Map([...votes].map(([target, counts]) => {
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    return [target, names.has(target) ? target : (most?.[0] ?? target)];
  }));
}

function describeSites(requests: readonly AuditRequest[], operations: readonly Listed[], findings: readonly PageFinding[]): readonly PageSite[] {
  const numbers = new Map(operations.map(({ description, operation }, i) => [`${description} ${operation.operation}`, i]));
  const targets = matchTargets(requests, operations);
  const byLine = new Map<string, number[]>();
  findings.forEach(({ file, line }, i) => {
    const key = `${file}:${String(line)}`;
    byLine.set(key, [...(byLine.get(key) ?? []), i]);
  });
  // what is known comes first in the list
  const rank = ({ path, target }: AuditRequest): number => (target === null ? 2 : 0) + (path === null ? 1 : 0);
  return [...requests].sort((a, b) => rank(a) - rank(b)).map(({ operation, ...site }) => {
    const { callFile, callLine } = site;
    const at = [`${site.file}:${String(site.line)}`, ...(callLine === undefined ? [] : [`${callFile ?? site.file}:${String(callLine)}`])];
    return {
      ...site,
      operation: operation === null ? null : (numbers.get(`${targets.get(site.target ?? '') ?? ''} ${operation}`) ?? null),
      findings: [...new Set(at.flatMap((place) => byLine.get(place) ?? []))].sort((a, b) => a - b),
    };
  });
}

function describeOperations(operations: readonly Listed[], sites: readonly PageSite[], findings: readonly PageFinding[]): readonly PageOperation[] {
  const own = operations.map((): number[] => []);
  sites.forEach(({ operation }, i) => {
    if (operation !== null) own[operation]?.push(i);
  });
  return operations.map(({ description, tag, operation: { operation, summary, standing } }, i) => {
    const here = own[i] ?? [];
    const found = [...new Set(here.flatMap((site) => sites[site]?.findings ?? []))].sort((a, b) => a - b);
    return { name: operation, summary, standing, description, tag, state: stateOf(here, found.flatMap((one) => findings[one] ?? [])), sites: here, findings: found };
  });
}

/** Accepted findings are no deviation: somebody has looked at them. */
function stateOf(sites: readonly number[], findings: readonly PageFinding[]): OperationState {
  if (sites.length === 0) return 'missing';
  const open = findings.filter(({ accepted }) => accepted === undefined);
  if (open.some(({ severity }) => severity === 'error')) return 'deviating';
  return open.length > 0 ? 'partly' : 'clean';
}

function describeFinding({ file, line, column, endLine, endColumn, rule, severity, message }: AuditFinding): PageFinding {
  return { file, line, column, endLine, endColumn, rule, severity, message };
}

function describeAccepted(finding: AcceptedFinding): PageFinding {
  return { ...describeFinding(finding), accepted: finding.justification };
}

function pagesOf(findings: readonly PageFinding[]): Record<string, string> {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  return Object.fromEntries(rules.flatMap((rule) => {
    const url = plugin.rules[rule.slice(rule.indexOf('/') + 1)]?.meta?.docs?.url;
    return url === undefined ? [] : [[rule, url]];
  }));
}
