import plugin from '../../../rules/index.ts';
import { describeAcceptance } from '../words.ts';
import { collectCode } from './collect-code.ts';
import type { AcceptedFinding, AuditFinding, AuditReport, AuditRequest } from '../../audit-report.ts';
import type { ImplementedOperation, MissingOperation } from '../../audit-sections.ts';
import type { OperationState, OperationUse, OperationWants, PageData, PageFinding, PageOperation, PageSite } from './page-data.ts';

/** The report's lists as the page's script takes them, with the code around each place. */
export function buildPageData(report: AuditReport, read: (file: string) => string | null): PageData {
  const requests = sortRequests(report.requests);
  const found = [...report.findings, ...report.accepted];
  const added = new Set(report.trend?.findings.new);
  const findings = [...report.findings.map((finding) => (added.has(finding.fingerprint) ? { ...describeFinding(finding), isNew: true as const } : describeFinding(finding))), ...report.accepted.map(describeAccepted)];
  const operations = describeOperations(report, { sites: numberByFingerprint(requests), findings: numberByFingerprint(found), described: findings });
  const sites = describeSites(requests, operations, found);
  return { operations, sites, findings, code: collectCode([...sites, ...findings], read), rulePages: pagesOf(findings) };
}

/** Requests by place, those of which most is known first. */
function sortRequests(requests: readonly AuditRequest[]): readonly AuditRequest[] {
  const rank = ({ path, target }: AuditRequest): number => (target === null ? 2 : 0) + (path === null ? 1 : 0);
  return [...requests].sort((a, b) => rank(a) - rank(b));
}

function numberByFingerprint(items: readonly { readonly fingerprint: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ fingerprint }, i) => [fingerprint, i]));
}

interface Numbers {
  readonly sites: ReadonlyMap<string, number>;
  readonly findings: ReadonlyMap<string, number>;
  readonly described: readonly PageFinding[];
}

/** All operations of the descriptions, in their order, those that are sent with how, the others with what they take. */
function describeOperations({ coverage, implemented, missing }: AuditReport, numbers: Numbers): readonly PageOperation[] {
  const uses = new Map(implemented.map((use) => [keyOf(use), use]));
  const wanted = new Map(missing.flatMap(({ operations }) => operations).map((operation) => [keyOf(operation), operation]));
  return coverage.flatMap(({ description, tags }) => tags.flatMap(({ tag, operations }) => operations.map(({ operation, summary, standing }) => {
    const use = uses.get(keyOf({ description, operation }));
    const want = wanted.get(keyOf({ description, operation }));
    const sites = use?.sites.flatMap(({ fingerprint }) => numbers.sites.get(fingerprint) ?? []) ?? [];
    const findings = use?.findings.flatMap((fingerprint) => numbers.findings.get(fingerprint) ?? []) ?? [];
    const state = stateOf(sites, findings.flatMap((one) => numbers.described[one] ?? []));
    return { name: operation, summary, standing, description, tag, state, sites, findings, use: use === undefined ? null : pickUse(use), wants: want === undefined ? null : pickWants(want), at: use?.at ?? want?.at ?? null };
  })));
}

function pickUse({ parameters, openQuery, strayParameters, headers, strayHeaders, response, statuses }: ImplementedOperation): OperationUse {
  return { parameters, openQuery, strayParameters, headers, strayHeaders, response, statuses };
}

function pickWants({ parameters, body, security }: MissingOperation): OperationWants {
  return { parameters, body, security };
}

function keyOf({ description, operation }: { readonly description: string; readonly operation: string }): string {
  return `${description} ${operation}`;
}

/** Accepted findings are no deviation: somebody has looked at them. */
function stateOf(sites: readonly number[], findings: readonly PageFinding[]): OperationState {
  if (sites.length === 0) return 'missing';
  const open = findings.filter(({ accepted }) => accepted === undefined);
  if (open.some(({ severity }) => severity === 'error')) return 'deviating';
  return open.length > 0 ? 'partly' : 'clean';
}

function describeSites(requests: readonly AuditRequest[], operations: readonly PageOperation[], findings: readonly AuditFinding[]): readonly PageSite[] {
  const operationOf = new Map(operations.flatMap(({ sites }, i) => sites.map((site) => [site, i])));
  const about = new Map<string, number[]>();
  findings.forEach(({ requests: ofThese }, i) => {
    for (const fingerprint of ofThese) about.set(fingerprint, [...(about.get(fingerprint) ?? []), i]);
  });
  return requests.map((request, i) => ({ ...request, operation: operationOf.get(i) ?? null, findings: about.get(request.fingerprint) ?? [] }));
}

function describeFinding({ file, line, column, endLine, endColumn, rule, severity, message, basis }: AuditFinding): PageFinding {
  return { file, line, column, endLine, endColumn, rule, severity, message, basis };
}

function describeAccepted(finding: AcceptedFinding): PageFinding {
  return { ...describeFinding(finding), accepted: describeAcceptance(finding) };
}

function pagesOf(findings: readonly PageFinding[]): Record<string, string> {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  return Object.fromEntries(rules.flatMap((rule) => {
    const url = plugin.rules[rule.slice(rule.indexOf('/') + 1)]?.meta?.docs?.url;
    return url === undefined ? [] : [[rule, url]];
  }));
}
