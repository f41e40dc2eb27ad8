/** A request as it reached the wire. */
export interface WireRequest {
  readonly client: string;
  readonly method: string;
  /** Scheme, host and path; what stands before the query. */
  readonly url: string;
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
}

export function createWireRequest(client: string, method: string, url: string, headers: ReadonlyMap<string, string>): WireRequest {
  const [withoutHash = ''] = url.split('#');
  const mark = withoutHash.indexOf('?');
  const address = mark === -1 ? withoutHash : withoutHash.slice(0, mark);
  const query = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(mark === -1 ? '' : withoutHash.slice(mark + 1))) query.set(name, [...(query.get(name) ?? []), value]);
  return { client, method: method.toUpperCase(), url: rooted(address), query, headers };
}

/** `http://host` is a request for `/`. */
function rooted(address: string): string {
  if (/^[a-z]+:\/\/[^/]*$/.test(address)) return `${address}/`;
  return /^[a-z]+:\/\//.test(address) || address.startsWith('/') ? address : `/${address}`;
}
