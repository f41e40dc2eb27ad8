/** The host name and port of `plex.lan:32400`; the port is null when none is written or known. */
export function splitHost(host: string): { readonly name: string; readonly port: number | null } {
  const [, bare = host, port] = /^(.*?)(?::(\d+|\*))?$/.exec(host) ?? [];
  return { name: bare, port: port === undefined || port === '*' ? null : Number(port) };
}

/**
 * Whether the host of a request, in which `*` stands for what is not known, can be a host in which `*` stands for
 * anything. The request's last two labels must be known: neither `*` nor `plex.*` tells whose host it is.
 */
export function matchHost(host: string, pattern: string): boolean {
  if (!/[a-z\d]/.test(host) || !/[a-z\d]/.test(pattern)) return false;
  if (!host.includes('*')) return wildcard(pattern).test(host);
  const domainKnown = /[a-z\d-]+\.[a-z\d-]+$/.test(host.slice(host.lastIndexOf('*') + 1));
  return domainKnown && (wildcard(host).test(pattern) || wildcard(pattern).test(host));
}

/** Whether a host is one that can be anybody's server: loopback, a private address, a bare name, a local domain. */
export function isPrivateHost(name: string): boolean {
  return !name.includes('.')
    || name.startsWith('[')
    || /^(?:127|10|0|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\./.test(name)
    || /\.(?:local|lan|home|internal|localhost|intranet|test|home\.arpa)$/.test(name);
}

function wildcard(pattern: string): RegExp {
  return new RegExp(`^${pattern.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`);
}
