import type { Run } from './run.ts';
import { allocate, newRecord } from './run.ts';
import { sameParts } from './join.ts';
import { alternative, concatParts, equalsText, hole, knownStart, knownText, startsWith, subLiteral, textOf } from './text.ts';
import { queryParts, toParts } from './to-parts.ts';
import type { Part, Parts, RefValue, UrlObject, Value } from './value.ts';
import { holeValue } from './value.ts';
import { parseQuery } from './parse-query.ts';

/** A text cut at the first `?` and `#` that are written out. */
export interface SplitText { readonly head: Parts; readonly query: Parts | null; readonly hash: Parts | null }

function splitQuery(parts: Parts): SplitText {
  const atHash = cutAt(parts, '#');
  const atMark = cutAt(atHash.before, '?');
  return { head: atMark.before, query: atMark.after, hash: atHash.after };
}

/** Scheme, host and port may each be one of several. */
const MAX_WAYS = 96;

interface Way { head: Part[]; query: Part[] | null; hash: boolean }

/** All ways a URL can read up to its `?`; alternatives behind it stay together. null when there are too many. */
export function splitWays(parts: Parts): readonly SplitText[] | null {
  let ways: Way[] = [{ head: [], query: null, hash: false }];
  for (const part of parts) {
    ways = ways.flatMap((way) => extend(way, part));
    ways = mergeWays(ways);
    if (ways.length > MAX_WAYS) return null;
  }
  // no path goes on with `&name=`: such a way comes of a separator chosen by a condition that is not followed
  // and no URL has a second scheme inside
  const sensible = ways.filter((way) => !/&[\w-]+=|[^a-z+.-][a-z][a-z+.-]*:\/\//i.test(way.head.map((part) => (part.kind === 'literal' ? part.text : '\u0000')).join('')));
  return (sensible.length > 0 ? sensible : ways).map((way) => ({ head: way.head, query: way.query, hash: null }));
}

function extend(way: Way, part: Part): Way[] {
  if (way.hash) return [way];
  if (way.query !== null) return [{ ...way, query: [...way.query, part] }];
  if (part.kind === 'literal') {
    const { before, after } = cutAt([part], '#');
    const mark = cutAt(before, '?');
    return [{ head: [...way.head, ...mark.before], query: mark.after === null ? null : [...mark.after], hash: after !== null }];
  }
  if (part.kind === 'alt') {
    return part.options.flatMap((option) => option.reduce<Way[]>((all, inner) => mergeWays(all.flatMap((one) => extend(one, inner))), [way]));
  }
  return [{ ...way, head: [...way.head, part] }];
}

/** Ways with the same start are one, whatever their queries are. */
function mergeWays(ways: readonly Way[]): Way[] {
  const merged: Way[] = [];
  for (const way of ways) {
    const same = merged.find((other) => (other.query === null) === (way.query === null) && other.hash === way.hash && sameParts(other.head, way.head));
    if (same === undefined) merged.push({ ...way });
    else if (same.query !== null && way.query !== null) same.query = [...alternative([same.query, way.query])];
  }
  return merged;
}

/** The parts before and after the first occurrence of a character in a known piece. */
export function cutAt(parts: Parts, character: string): { before: Parts; after: Parts | null } {
  for (const [i, part] of parts.entries()) {
    if (part.kind !== 'literal') continue;
    const index = part.text.indexOf(character);
    if (index === -1) continue;
    const before = index === 0 ? [] : [subLiteral(part, 0, index)];
    const after = index + 1 === part.text.length ? [] : [subLiteral(part, index + 1, part.text.length)];
    return { before: [...parts.slice(0, i), ...before], after: [...after, ...parts.slice(i + 1)] };
  }
  return { before: parts, after: null };
}

/** `new URL(text, base)`. */
export function createUrl(run: Run, text: Parts, base: Parts | null): Value {
  const { head, query, hash } = splitQuery(resolveUrl(text, base));
  const parsed = query === null ? { props: [], open: null } : parseQuery(query);
  const isUnknown = base === null && text.length > 0 && text.every((part) => part.kind === 'hole');
  const params = newRecord(run, parsed.props, { flavor: 'params', open: parsed.open, ...(isUnknown ? { hidden: true } : {}) });
  return allocate(run, { t: 'url', head, params: params.id, hash: hash === null ? null : [{ kind: 'literal', text: '#', place: null, crossed: null }, ...hash] });
}

/** RFC 3986 section 5.2 as far as texts are known: an absolute text, a rooted path, or a path relative to the base. */
export function resolveUrl(text: Parts, base: Parts | null): Parts {
  if (base === null || startsWithScheme(text) === true) return text;
  const whole = splitQuery(base).head;
  if (startsWith(text, '/') === true) return concatParts(originOf(whole), text);
  const start = knownStart(text);
  if (start !== '' || equalsText(text, '') === true) return concatParts(folderOf(whole), text);
  // an unknown start: a rooted path in all code that builds URLs this way
  return concatParts(originOf(whole), text);
}

export function startsWithScheme(parts: Parts): boolean | null {
  const start = knownStart(parts);
  if (/^[a-z][a-z+.-]*:\/\//i.test(start)) return true;
  if (start !== '' && !/^[a-z]*:?\/?$/i.test(start)) return false;
  return parts.length === 0 ? false : start.startsWith('/') ? false : null;
}

/** Scheme, host and port; all of a base that is not known. */
function originOf(base: Parts): Parts {
  const result: Part[] = [];
  let afterScheme = false;
  for (const part of base) {
    if (part.kind !== 'literal') {
      result.push(part);
      afterScheme = true;
      continue;
    }
    const scheme = /^[a-z][a-z+.-]*:\/\//i.exec(part.text);
    const from = afterScheme ? 0 : scheme?.[0].length ?? 0;
    const slash = part.text.indexOf('/', from + (part.text.startsWith('://') ? 3 : 0));
    if (slash !== -1) {
      if (slash > 0) result.push(subLiteral(part, 0, slash));
      return result;
    }
    result.push(part);
    if (scheme !== null) afterScheme = true;
  }
  return result;
}

function folderOf(base: Parts): Parts {
  const last = base.at(-1);
  if (last?.kind !== 'literal') return [...base, { kind: 'literal', text: '/', place: null, crossed: null }];
  const scheme = /^[a-z]+:\/\//i.exec(last.text)?.[0].length ?? 0;
  const slash = last.text.lastIndexOf('/');
  if (slash < scheme) return [...base, { kind: 'literal', text: '/', place: null, crossed: null }];
  return [...base.slice(0, -1), subLiteral(last, 0, slash + 1)];
}

/** Puts a URL behind the base of a client, with one slash between them; an absolute URL stands alone. */
export function joinBase(base: Parts, url: Parts): Parts {
  if (base.length === 0 || startsWithScheme(url) === true) return url;
  if (url.length === 0) return base;
  return concatParts(trimEnd(base), startsWith(url, '/') === true ? [] : [{ kind: 'literal', text: '/', place: null, crossed: null }], url);
}

function trimEnd(parts: Parts): Parts {
  const last = parts.at(-1);
  if (last?.kind !== 'literal' || !last.text.endsWith('/')) return parts;
  const text = last.text.replace(/\/+$/, '');
  return text === '' ? parts.slice(0, -1) : [...parts.slice(0, -1), subLiteral(last, 0, text.length)];
}

export function urlMember(run: Run, self: RefValue, url: UrlObject, name: string): Value {
  switch (name) {
    case 'href': return textOf(toParts(run, self));
    case 'searchParams': return { k: 'ref', id: url.params, crossed: self.crossed };
    case 'search': return textOf(queryParts(run, url.params, true));
    case 'origin': return textOf(originOf(url.head));
    case 'pathname': return textOf(pathOf(url.head));
    case 'toString': case 'toJSON': return { k: 'native', name: 'url.toString', self };
    case 'host': case 'hostname': case 'protocol': case 'port': return textOf(hostPart(url, name));
    default: return holeValue('dynamic', ['url', name], null, { type: 'string' });
  }
}

/** The host of a URL that is written out; else a hole that remembers where the URL came from. */
function hostPart(url: UrlObject, name: string): Parts {
  const origin = originOf(url.head);
  const match = /^([a-z][a-z+.-]*:)\/\/([^:/]+)(?::(\d+))?$/i.exec(knownText(origin) ?? '');
  if (match !== null) {
    const text = name === 'protocol' ? match[1] : name === 'port' ? match[3] : name === 'hostname' || match[3] === undefined ? match[2] : `${match[2] ?? ''}:${match[3]}`;
    return text === undefined ? [] : [{ kind: 'literal', text, place: null, crossed: null }];
  }
  const from = origin.find((part) => part.kind === 'hole');
  return [hole('dynamic', [...(from?.kind === 'hole' ? from.words : ['url']), name], null, { type: 'string', crossed: from?.kind === 'hole' ? from.crossed : null })];
}

function pathOf(head: Parts): Parts {
  const origin = originOf(head);
  const full = head.slice(origin.length);
  const cutPart = head[origin.length - 1];
  const kept = origin.at(-1);
  if (cutPart?.kind === 'literal' && kept?.kind === 'literal' && kept.text.length < cutPart.text.length) return [subLiteral(cutPart, kept.text.length, cutPart.text.length), ...full];
  if (full.length > 0) return full;
  const behindHost = unknownBehindHost(head);
  return behindHost === null ? [{ kind: 'literal', text: '/', place: null, crossed: null }] : [behindHost];
}

/** What stands right behind a host that is written out, and so is, or begins, the path: `new URL(path, 'http://host')`. */
function unknownBehindHost(head: Parts): Part | null {
  const last = head.at(-1);
  const before = head.at(-2);
  if (last?.kind !== 'hole' || before?.kind !== 'literal' || !/^[a-z][a-z+.-]*:\/\/[^/]*[^/:.-]$/i.test(before.text)) return null;
  return hole('dynamic', [...last.words, 'pathname'], null, { type: 'string', crossed: last.crossed });
}

/** `url.pathname = …`, `url.search = …`, … */
export function setUrlMember(run: Run, self: RefValue, url: UrlObject, name: string | null, value: Parts): void {
  switch (name) {
    case 'pathname': {
      const slash: Parts = startsWith(value, '/') === false ? [{ kind: 'literal', text: '/', place: null, crossed: null }] : [];
      run.state.heap.set(self.id, { ...url, head: concatParts(originOf(url.head), slash, value) });
      break;
    }
    case 'search': {
      const { after } = cutAt(value, '?');
      const parsed = parseQuery(after ?? value);
      run.state.heap.set(url.params, { t: 'record', flavor: 'params', props: new Map(parsed.props.map((prop) => [prop.name, prop])), open: parsed.open, info: null, place: null });
      break;
    }
    case 'href': {
      const { head, query } = splitQuery(value);
      const parsed = query === null ? { props: [], open: null } : parseQuery(query);
      run.state.heap.set(self.id, { ...url, head });
      run.state.heap.set(url.params, { t: 'record', flavor: 'params', props: new Map(parsed.props.map((prop) => [prop.name, prop])), open: parsed.open, info: null, place: null });
      break;
    }
    case 'hash': case null: break;
    case 'protocol': case 'host': case 'hostname': case 'port': case 'username': case 'password': {
      if (name === 'protocol' || name === 'port') break;
      run.state.heap.set(self.id, { ...url, head: concatParts([hole('dynamic', ['url'])], pathOf(url.head)) });
      break;
    }
    default: break;
  }
}
