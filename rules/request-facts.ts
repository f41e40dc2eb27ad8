import { literalText } from './sent-entry.ts';
import type { Entries, Entry, RequestSite } from '../requests/request-site.ts';
import type { Description, Operation, Paging } from '../spec/description.ts';

/** Whether something is sent: `open` says that text that cannot be read may add it. */
export type Sent = 'always' | 'maybe' | 'open' | 'never';

/** The entry of this name (without regard to case), the surest first; null when there is none. */
export function findEntry(entries: Entries, name: string): Entry | null {
  const same = entries.entries.filter((entry) => entry.name.toLowerCase() === name.toLowerCase());
  return same.find(({ presence }) => presence === 'always') ?? same[0] ?? null;
}

/** Whether a named value is sent in the headers. Names compare without case. */
export function isHeaderSent(site: RequestSite, name: string): Sent {
  return isSent(site.headers, name);
}

/** Whether a named value reaches the wire: as a header, or under the same name in the query or the body. */
export function isSentAnywhere(site: RequestSite, name: string): Sent {
  const anywhere = [isSent(site.headers, name), isSent(site.query, name), isInBody(site, name)];
  return (['always', 'maybe', 'open'] as const).find((sent) => anywhere.includes(sent)) ?? 'never';
}

function isInBody({ body, headers }: RequestSite, name: string): Sent {
  if (body === null) return 'never';
  if (body.fields !== null) return isSent(body.fields, name);
  return holdsNames(headers) ? 'open' : 'never';
}

/** Whether a body of this content type may have named values; one that nobody names may. */
function holdsNames(headers: Entries): boolean {
  const types = findEntry(headers, 'Content-Type')?.values?.map(literalText) ?? [null];
  return types.some((type) => type === null || /urlencoded|form-data|json/i.test(type));
}

function isSent(entries: Entries, name: string): Sent {
  return findEntry(entries, name)?.presence ?? (entries.open ? 'open' : 'never');
}

/**
 * The format the request asks for with an Accept header. `none`: no header is written (a library may add its own);
 * null: one is or may be sent, and what it says cannot be known.
 */
export function acceptOf(site: RequestSite): 'json' | 'xml' | 'other' | 'none' | null {
  const entry = findEntry(site.headers, 'Accept');
  if (entry === null) return site.headers.open ? null : 'none';
  if (entry.presence === 'maybe' || entry.values === null) return null;

  const formats = new Set(entry.values.map(literalText).map((text) => (text === null ? null : formatOf(text))));
  const [only] = formats;
  return formats.size === 1 && only !== undefined ? only : null;
}

/** The format that a media type names, or a list of them, whose first is the one asked for. */
export function formatOf(types: string): 'json' | 'xml' | 'other' {
  const first = types.toLowerCase().split(',')[0]?.split(';')[0]?.trim() ?? '';
  if (/[/+]json$/.test(first)) return 'json';
  return /[/+]xml$/.test(first) ? 'xml' : 'other';
}

/** The formats of the successes that an operation describes; none when it says nothing of formats. */
export function formatsOf(operation: Operation | null): readonly ReturnType<typeof formatOf>[] {
  const successes = Object.entries(operation?.responses ?? {}).filter(([status]) => status.startsWith('2'));
  return successes.flatMap(([, { content }]) => Object.keys(content ?? {})).map(formatOf);
}

/** A name under which a credential travels. */
export interface Credential {
  readonly name: string;
  readonly location: 'header' | 'query' | 'cookie';
  /** What its values look like; null when nothing is said. */
  readonly pattern: RegExp | null;
}

/** The tokens of a description's security schemes, as `name` and where they are declared to travel. */
export function credentialsOf(description: Description): readonly Credential[] {
  const schemes = Object.values(description.document.components?.securitySchemes ?? {});
  return schemes.flatMap((scheme): Credential[] => {
    if (!('type' in scheme)) return [];
    if (scheme.type === 'apiKey' && isLocation(scheme.in)) return [{ name: scheme.name, location: scheme.in, pattern: readSecretPattern(scheme) }];
    // A name and password sign in; they are no token that is kept.
    const isToken = scheme.type === 'oauth2' || (scheme.type === 'http' && scheme.scheme.toLowerCase() !== 'basic');
    return isToken ? [{ name: 'Authorization', location: 'header', pattern: readSecretPattern(scheme) }] : [];
  });
}

function readSecretPattern(scheme: object): RegExp | null {
  const pattern: unknown = 'x-plex-secret-pattern' in scheme ? scheme['x-plex-secret-pattern'] : null;
  return typeof pattern === 'string' ? new RegExp(pattern) : null;
}

function isLocation(text: string): text is Credential['location'] {
  return text === 'header' || text === 'query' || text === 'cookie';
}

/**
 * Where the credential of a description is sent; a cookie is sent in a header. `none`: surely nowhere; null: it cannot be
 * known, as of cookies, which browsers and cookie jars add.
 */
export function tokenOf(site: RequestSite, description: Description): 'header' | 'query' | 'both' | 'none' | null {
  const credentials = credentialsOf(description);
  const cookies = credentials.filter(({ location }) => location === 'cookie');
  const names = new Set(credentials.filter(({ location }) => location !== 'cookie').map(({ name }) => name));
  const inHeader = [...names].some((name) => findEntry(site.headers, name) !== null) || cookies.some(({ name }) => hasCookie(site, name));
  const inQuery = [...names].some((name) => findEntry(site.query, name) !== null);
  if (inHeader || inQuery) return inHeader && inQuery ? 'both' : inHeader ? 'header' : 'query';
  if (cookies.length > 0) return null;
  return names.size === 0 || (!site.headers.open && !site.query.open) ? 'none' : null;
}

/** Whether a header Cookie has a cookie, or may have it. */
function hasCookie({ headers }: RequestSite, name: string): boolean {
  const cookie = findEntry(headers, 'Cookie');
  if (cookie === null) return false;
  return cookie.values?.some((text) => text.some((part) => part.kind === 'hole' || part.text.includes(`${name}=`))) ?? true;
}

/** Whether a page is asked for, by header or in the query. null: none is, and the operation is no list. */
export function isPaged(site: RequestSite, paging: Paging | null, operation: Operation | null): boolean | null {
  const names = paging === null ? [] : [paging.start, paging.size];
  if (names.some((name) => findEntry(site.headers, name) !== null || findEntry(site.query, name) !== null)) return true;
  return (operation?.pagination ?? null) === null ? null : false;
}
