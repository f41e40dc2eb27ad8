import { nearestName } from '../spec/nearest-name.ts';
import type { AttributedRequest } from './judge-request.ts';

/** The headers that a request's API, or the operation itself, is described with. */
export function knownHeaders({ description, operation }: AttributedRequest): readonly string[] {
  return [...description.headers, ...(operation?.parameters ?? [])].map(({ name }) => name);
}

/** Whether a name is of the API's own family. */
export function isOwnName({ description }: AttributedRequest, name: string): boolean {
  return description.attribution.names.some((pattern) => pattern.test(name));
}

/** The known header that was most likely meant by a name that is none; null when none is near. */
export function meantHeader(request: AttributedRequest, name: string): string | null {
  const known = knownHeaders(request);
  return isOwnName(request, name) ? nearestName(name, known) : (known.find((other) => bare(other) === bare(name)) ?? null);
}

/** Whether a request sends a header under a name that is surely a slip for it. */
export function sendsMisspelt(request: AttributedRequest, header: string): boolean {
  const { headers, query } = request.site;
  const isSlip = (name: string): boolean => name.toLowerCase() !== header.toLowerCase() && meantHeader(request, name)?.toLowerCase() === header.toLowerCase();
  return headers.entries.some(({ name }) => isSlip(name)) || query.entries.some(({ name }) => isOwnName(request, name) && isSlip(name));
}

/** A name without what is easily confused: case, dashes and underscores. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}
