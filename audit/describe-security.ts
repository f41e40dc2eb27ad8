import { compareTexts, placesOf, uniquePlaces } from './listed-request.ts';
import type { AuditFinding } from './audit-report.ts';
import type { SecurityRow, SecuritySection } from './audit-sections.ts';
import type { ListedRequest } from './listed-request.ts';
import type { PlaceLocator } from './locate-places.ts';

/** The rules about tokens, hosts and TLS. */
const RULES: readonly string[] = ['no-disabled-tls', 'no-plain-http', 'no-token-in-log', 'no-token-in-url', 'no-token-literal', 'no-token-to-other-host'];
/** Of the sites that send a token in a query so many are named. */
const MOST_PLACES = 50;

/** Where requests to known APIs go, what they carry, and which of them do not check the server's certificate. */
export function describeSecurity(requests: readonly ListedRequest[], findings: readonly AuditFinding[], locator: PlaceLocator): SecuritySection {
  const rows = new Map<string, ListedRequest[]>();
  for (const listed of requests) {
    const { target } = listed.request;
    if (target === null) continue;
    const { host, scheme } = listed.judged.site.base;
    const key = JSON.stringify([target, host, scheme]);
    rows.set(key, [...(rows.get(key) ?? []), listed]);
  }
  return {
    hosts: [...rows].sort(([a], [b]) => compareTexts(a, b)).flatMap(([, group]) => describeRow(group) ?? []),
    unverified: countUnverified(requests, locator),
    findings: findings.filter(({ rule }) => RULES.includes(rule.slice(rule.indexOf('/') + 1))).map(({ fingerprint }) => fingerprint),
  };
}

function describeRow(group: readonly ListedRequest[]): SecurityRow | null {
  const [first] = group;
  const target = first?.request.target;
  if (first === undefined || target === null || target === undefined) return null;
  const { host, scheme } = first.judged.site.base;
  const count = (token: keyof SecurityRow['token']): number => group.filter(({ request }) => (request.token ?? 'unknown') === token).length;
  return {
    target,
    host,
    scheme,
    sites: group.length,
    token: { header: count('header'), query: count('query'), both: count('both'), none: count('none'), unknown: count('unknown') },
    inQuery: placesOf(group.filter(({ request }) => request.token === 'query' || request.token === 'both')).slice(0, MOST_PLACES),
  };
}

function countUnverified(requests: readonly ListedRequest[], locator: PlaceLocator): SecuritySection['unverified'] {
  const places = requests.flatMap(({ judged: { site } }) => (site.unverified === null ? [] : [{ file: site.unverified.file, line: locator.positionOf(site.unverified.file, site.unverified.start).line }]));
  return uniquePlaces(places).map((place) => ({ ...place, sites: places.filter(({ file, line }) => file === place.file && line === place.line).length }));
}
