import { isRecord } from './is-record.ts';

export interface Servers {
  /** Host names with port where one is written, `*` where a variable stands; lower case, each once. */
  readonly hosts: readonly string[];
  /** Path prefixes of the servers, without a slash at the end, each once; `''` stands for none. */
  readonly basePaths: readonly string[];
}

/** Reads the `servers` of a document, path or operation. A server relative to the document (`/v1`) has no host. */
export function readServers(servers: unknown): Servers {
  const hosts = new Set<string>();
  const basePaths = new Set<string>();
  for (const server of Array.isArray(servers) ? (servers as unknown[]) : []) {
    const url = isRecord(server) && typeof server.url === 'string' ? server.url : null;
    if (url === null) continue;
    const [, authority, path = ''] = /^(?:[a-z]+:)?(?:\/\/([^/]*))?(.*)$/is.exec(url.replace(/\{[^{}]*\}/g, '*')) ?? [];
    if (authority !== undefined && authority !== '') hosts.add(authority.toLowerCase().replace(/:\*$/, ''));
    basePaths.add(path.includes('*') ? '' : path.replace(/\/+$/, ''));
  }
  return { hosts: [...hosts], basePaths: basePaths.size === 0 ? [''] : [...basePaths] };
}

/** Whether a host, in lower case, is written out among the `servers` of a document, each time with an encrypted scheme. */
export function isSecureOnly(servers: unknown, host: string): boolean {
  const urls = (Array.isArray(servers) ? (servers as unknown[]) : []).flatMap((server) => (isRecord(server) && typeof server.url === 'string' ? [server.url] : []));
  const ofHost = urls.filter((url) => readServers([{ url }]).hosts.includes(host));
  return ofHost.length > 0 && ofHost.every((url) => /^(?:https|wss):/i.test(url));
}
