import type { Entries, Entry, RequestSite, Text } from '../../../requests/request-site.ts';
import type { WireRequest } from './wire.ts';

/** Why a request that was sent is none of this site; empty when it can be. */
function contradictions(request: WireRequest, site: RequestSite): readonly string[] {
  return [
    ...(site.client === request.client ? [] : [`client ${site.client}`]),
    ...(site.method === null || site.method === request.method ? [] : [`method ${site.method}`]),
    ...(site.path === null || pathMatches(site, site.path, request.url) ? [] : [`path ${printText(site.path)}`]),
    ...entryContradictions('query', site.query, (name) => request.query.get(name) ?? null, [...request.query.keys()], (name) => name),
    ...entryContradictions('header', site.headers, (name) => { const value = request.headers.get(name.toLowerCase()); return value === undefined ? null : value.split(', '); }, [...request.headers.keys()], (name) => name.toLowerCase()),
  ];
}

function entryContradictions(what: string, { entries, open }: Entries, sent: (name: string) => readonly string[] | null, names: readonly string[], keyOf: (name: string) => string): readonly string[] {
  const known = new Set(entries.map((entry) => keyOf(entry.name)));
  return [
    ...entries.flatMap((entry) => {
      const values = sent(entry.name);
      if (values === null) return entry.presence === 'always' ? [`${what} ${entry.name} always`] : [];
      return open || isValue(entry, values) ? [] : [`${what} ${entry.name}=${(entry.values ?? []).map(printText).join(' | ')}`];
    }),
    ...(open ? [] : names.filter((name) => !known.has(name)).map((name) => `no ${what} ${name}`)),
  ];
}

function isValue(entry: Entry, sent: readonly string[]): boolean {
  const { values } = entry;
  return values === null || sent.some((value) => values.some((text) => matches(text, value)));
}

/** The host is evidence, one of several perhaps; the path is a claim. An unknown base may hold a piece of path of its own. */
function pathMatches({ base }: RequestSite, path: Text, url: string): boolean {
  const start = base.text.some((part) => part.kind === 'hole') ? '[^]*' : '(?:[a-z]+://[^/]*)?';
  return new RegExp(`^${start}${patternOf(path)}$`).test(decode(url));
}

/** Known pieces are equal, holes are any text (a number, or one segment, where the engine says so). */
function matches(text: Text, value: string): boolean {
  return new RegExp(`^${patternOf(text)}$`).test(decode(value));
}

function patternOf(text: Text): string {
  return text.map((part) => {
    if (part.kind === 'literal') return escape(decode(part.text));
    if (part.type === 'number') return '-?[\\d.]+';
    if (part.type === 'boolean') return '(?:true|false)';
    return part.encoded === true ? '[^/?#&]*' : '[^]*';
  }).join('');
}

function decode(text: string): string {
  return text.includes('%') ? decodeURIComponent(text) : text;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

function printText(text: Text): string {
  return text.map((part) => (part.kind === 'literal' ? part.text : `{${part.words.join('.')}:${part.reason}}`)).join('');
}

export function printRequest({ client, method, url, query, headers }: WireRequest): string {
  return `${client} ${method} ${url} query ${JSON.stringify([...query])} headers ${JSON.stringify([...headers])}`;
}

function printSite(site: RequestSite): string {
  const fields = ({ entries, open, reason }: Entries): string => `[${entries.map(({ name, presence, values }) => `${name}${presence === 'maybe' ? '?' : ''}=${values === null ? '*' : values.map(printText).join('|')}`).join(', ')}${open ? `, … (${reason ?? ''})` : ''}]`;
  return `${site.client} ${site.method ?? 'null'} ${site.path === null ? `null (${site.pathReason ?? ''})` : printText([...site.base.text, ...site.path])} query ${fields(site.query)} headers ${fields(site.headers)} via ${site.via.map(({ name }) => name).join(' > ')}`;
}

/** What the engine does not say of a request that it found. */
export interface Silence {
  readonly path: boolean;
  readonly method: boolean;
  readonly query: boolean;
  readonly headers: boolean;
}

/** Why no site says what was sent, or what the one that does leaves unsaid. */
export type Verdict = { readonly problem: string } | { readonly silence: Silence };

/** Holds one request against all sites of the program: the least silent that agrees with it counts. */
export function judge(request: WireRequest, sites: readonly RequestSite[]): Verdict {
  const agreeing = sites.filter((site) => contradictions(request, site).length === 0);
  if (agreeing.length === 0) {
    const why = sites.map((site) => `  not ${printSite(site)}\n    because: ${contradictions(request, site).join('; ')}`);
    return { problem: `sent ${printRequest(request)}\n${why.length === 0 ? '  no site' : why.join('\n')}` };
  }
  const silences = agreeing.map((site): Silence => ({ path: site.path === null, method: site.method === null, query: site.query.open, headers: site.headers.open }));
  const count = (silence: Silence): number => Object.values(silence).filter(Boolean).length;
  return { silence: silences.reduce((best, next) => (count(next) < count(best) ? next : best)) };
}
