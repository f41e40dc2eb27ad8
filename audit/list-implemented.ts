import { countFields } from './count-fields.ts';
import { countHeaders, countParameters, findStrayHeaders, findStrayParameters } from './count-names.ts';
import { readStatuses } from './read-statuses.ts';
import { groupByOperation, placeOf } from './listed-request.ts';
import { locateInDocument } from './locate-in-document.ts';
import { nameOperation } from './name-operation.ts';
import type { Description } from '../spec/description.ts';
import type { AuditFinding } from './audit-report.ts';
import type { ImplementedOperation } from './audit-sections.ts';
import type { ListedRequest } from './listed-request.ts';
import type { PlaceLocator } from './locate-places.ts';

/** The operations that requests surely send, and how, in the order of the descriptions. */
export function listImplemented(
  descriptions: readonly Description[],
  requests: readonly ListedRequest[],
  findings: readonly AuditFinding[],
  locator: PlaceLocator,
): readonly ImplementedOperation[] {
  const sending = groupByOperation(requests);
  const findingsOf = groupFindings(findings);
  return descriptions.flatMap(({ operations }) => operations).flatMap((operation): ImplementedOperation[] => {
    const sites = sending.get(operation);
    if (sites === undefined) return [];
    const about = new Set(sites.flatMap(({ request }) => findingsOf.get(request.fingerprint) ?? []));
    return [{
      ...nameOperation(operation),
      at: locateInDocument(operation.description, operation.pointer),
      sites: sites.map((site) => ({ ...placeOf(site), client: site.request.client, via: site.request.via, fingerprint: site.request.fingerprint })),
      parameters: countParameters(operation, sites),
      openQuery: operation.openQuery !== null,
      strayParameters: findStrayParameters(sites),
      headers: countHeaders(operation, sites),
      strayHeaders: findStrayHeaders(sites),
      response: countFields(operation, sites, locator),
      statuses: { documented: operation.statuses, ...readStatuses(operation, sites) },
      findings: findings.map(({ fingerprint }) => fingerprint).filter((fingerprint) => about.has(fingerprint)),
    }];
  });
}

/** The fingerprints of the findings about each request. */
function groupFindings(findings: readonly AuditFinding[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { fingerprint, requests } of findings) {
    for (const request of requests) groups.set(request, [...(groups.get(request) ?? []), fingerprint]);
  }
  return groups;
}
