import type { Send } from './send.ts';
import { subLiteral } from './text.ts';
import type { ClassNode, Crossing, FrameNode, Part, Parts } from './value.ts';
import { splitWays } from './urls.ts';
import { optionsOf } from './value.ts';
import type { SplitText } from './urls.ts';

/** A URL taken apart: what stands before the path, the path, the query. */
export interface Address {
  readonly base: Parts;
  readonly path: Parts | null;
  readonly query: Parts | null;
  /** Host and path are put together with no slash between them. */
  readonly slashMissing?: boolean;
}

/**
 * Takes a URL (without alternatives) apart, as RFC 3986 does, as far as it is known. Unknown text at the start is the
 * base; the path begins at the first slash after it. null path: nothing is written out after the base.
 */
export function readAddress({ head, query }: SplitText): Address {
  const [first] = head;
  if (first === undefined) return { base: [], path: query === null ? null : [], query };
  if (first.kind === 'literal') {
    const scheme = /^[a-z][a-z+.-]*:\/\//i.exec(first.text)?.[0] ?? (first.text.startsWith('//') ? '//' : /^[a-z]+:\/?\/?$/i.test(first.text) ? first.text : null);
    if (scheme === null) {
      // `http` + `://` written apart, or a host and port: not a path
      if (/^(?:https?|wss?)$/i.test(first.text)) return cutAtSlash(head, first.text.length, query);
      const rooted: Parts = first.text.startsWith('/') ? head : [{ kind: 'literal', text: '/', place: null, crossed: null }, ...head];
      return { base: [], path: rooted, query };
    }
    return cutAtSlash(head, scheme.length, query);
  }
  return cutAtSlash(head, 0, query);
}

/** The first slash after `skip` characters of the first part, not counting the slashes of `://`. */
function cutAtSlash(head: Parts, skip: number, query: Parts | null): Address {
  const base: Part[] = [];
  for (const [i, part] of head.entries()) {
    if (part.kind !== 'literal') {
      base.push(part);
      continue;
    }
    const previous = head[i - 1];
    const from = i === 0 ? skip : part.text.startsWith('://') ? 3 : part.text.startsWith('//') && base.every((at) => at.kind !== 'literal') && !(isNamedAsBase(previous) && !isNamedAsScheme(previous)) ? 2 : 0;
    // `${base}library/sections`: the base ends with a slash
    if (i > 0 && previous?.kind === 'hole' && /^[a-z][\w-]*(?:\/|$)/i.test(part.text) && isWholeBase(base) && (part.text.includes('/') || i < head.length - 1 || isNamedAsBase(previous))) {
      return { base, path: [{ kind: 'literal', text: '/', place: null, crossed: null }, ...head.slice(i)], query };
    }
    const glued = gluedAt(base, part.text, from);
    if (glued !== null && (part.text.includes('/', glued) || i < head.length - 1)) {
      const host = glued === 0 ? base : [...base, subLiteral(part, 0, glued)];
      return { base: host, path: [{ kind: 'literal', text: '/', place: null, crossed: null }, subLiteral(part, glued, part.text.length), ...head.slice(i + 1)], query, slashMissing: true };
    }
    const slash = part.text.indexOf('/', from);
    if (slash !== -1) {
      if (slash === 0 && startsPath(base)) return { base: [...base, ...head.slice(i)], path: null, query };
      if (slash > 0) base.push(subLiteral(part, 0, slash));
      return { base, path: [subLiteral(part, slash, part.text.length), ...head.slice(i + 1)], query };
    }
    // `${base}library/sections`: the base ends with a slash
    base.push(part);
  }
  return { base, path: query !== null && base.length > 0 && endsLikeHost(base) ? [] : null, query };
}

/** `${plexUrl}//path` has a slash too many, `${protocol}//host` has not. */
function isNamedAsBase(part: Part | undefined): boolean {
  return part?.kind === 'hole' && /url|base|uri|endpoint|prefix|root/i.test(part.words.join(' '));
}

function isNamedAsScheme(part: Part | undefined): boolean {
  return part?.kind === 'hole' && /proto|scheme/i.test(part.words.at(-1) ?? '');
}

/** Where a word begins directly behind a port, `http://localhost:8080api` or `${host}:${port}api`; null when none does. */
function gluedAt(base: Parts, text: string, from: number): number | null {
  const before = base.map((part) => (part.kind === 'literal' ? part.text : '\u0000')).join('');
  const slash = text.indexOf('/', from);
  const written = slash === -1 ? text : text.slice(0, slash);
  const port = /^(.*:\d{2,5})[a-z]/i.exec(written.slice(from));
  if (/[a-z]:$/i.test(written)) return null;
  if (port?.[1] !== undefined && (from > 0 || base.length > 0)) return from + port[1].length;
  return from === 0 && /^[a-z]/i.test(text) && /(?:\/\/|\u0000)[^/]*:(?:\u0000|\d{2,5})$/.test(before) ? 0 : null;
}

/** Something unknown right behind a base that is unknown too: the beginning of the path, unless its name says that it is more of the base. */
function startsPath(base: Parts): boolean {
  const [before, last] = base.slice(-2);
  if (before?.kind !== 'hole' || last?.kind !== 'hole') return false;
  return !/proto|scheme/i.test(before.words.at(-1) ?? '') && last.words.length > 0 && !/base|prefix|root|host|port|addr|domain|server|ip$|origin|ur[il]|proxy/i.test(last.words.at(-1) ?? '');
}

/** One unknown text, with or without a scheme in front. */
function isWholeBase(base: Parts): boolean {
  return base.every((part) => part.kind === 'hole' || (part.kind === 'literal' && /^[a-z]+:\/\/$/i.test(part.text)));
}

/** `http://host:32400`, `${scheme}://${host}:${port}`: the path is the root. Unknown text behind a whole host can be a path. */
function endsLikeHost(base: Parts): boolean {
  const text = base.map((part) => (part.kind === 'literal' ? part.text : '\u0000')).join('');
  return /:\/\/[^/]*[^/\u0000]$/.test(text) || /:\/\/(?:[^/]*[.:@-])?\u0000$/.test(text) || /^\u0000:\u0000$/.test(text);
}

/**
 * True when the innermost frame of a stack cannot know a value by itself: it came through its parameters, those of a
 * function around it, or those of a function that called it, whose closure sends the request.
 */
function isForeign(crossed: Crossing | null, stack: readonly FrameNode[], home: ClassNode | null): boolean {
  const frame = stack.at(-1);
  if (frame === undefined) return false;
  for (let at = crossed; at !== null; at = at.before) {
    if (stack.includes(at.frame)) return true;
    if (isInside(frame, at.frame)) return true;
    if (home !== null && at.frame.range[0] >= home.range[0] && at.frame.range[1] <= home.range[1] && isConstructorOf(home, at.frame)) return true;
  }
  return false;
}

/** Whether a function is written in another one. */
function isInside(inner: FrameNode, outer: FrameNode): boolean {
  return outer.type !== 'Program' && outer !== inner && outer.range[0] <= inner.range[0] && outer.range[1] >= inner.range[1] && encloses(outer, inner);
}

const enclosing = new WeakMap<FrameNode, WeakMap<FrameNode, boolean>>();

/** Ranges are offsets into a file: two functions of different files can have ranges that look nested. */
function encloses(outer: FrameNode, inner: FrameNode): boolean {
  const known = enclosing.get(outer)?.get(inner);
  if (known !== undefined) return known;
  const result = contains(outer, inner);
  const map = enclosing.get(outer) ?? new WeakMap<FrameNode, boolean>();
  enclosing.set(outer, map.set(inner, result));
  return result;
}

function contains(node: unknown, inner: FrameNode): boolean {
  if (node === inner) return true;
  if (typeof node !== 'object' || node === null) return false;
  const { range } = node as { range?: readonly [number, number] };
  if (range !== undefined && (range[0] > inner.range[0] || range[1] < inner.range[1])) return false;
  for (const key in node) {
    if (key === 'parent' || key === 'loc' || key === 'range' || key === 'tokens' || key === 'comments') continue;
    const child = (node as Record<string, unknown>)[key];
    if (Array.isArray(child) ? child.some((item) => contains(item, inner)) : typeof child === 'object' && child !== null && contains(child, inner)) return true;
  }
  return false;
}

function isConstructorOf(home: ClassNode, frame: FrameNode): boolean {
  return home.body.body.some((member) => member.type === 'MethodDefinition' && member.kind === 'constructor' && member.value === frame);
}

/** Tells what a frame does not know by itself. */
export type IsForeign = (part: Part) => boolean;

/** How much of a path a frame knows by itself. */
export interface Known {
  /** The frame knows a segment, and nothing that may be more than a segment comes from its callers. */
  readonly known: boolean;
  /** It knows a segment, but a caller's text with a segment stands where the rest of the path would. */
  readonly completedByCaller: boolean;
  /** An unknown value of its callers stands where the rest of the path would, or before it. */
  readonly tentative: boolean;
}

const SEGMENT = /[^/\s]/;

/** Whether a path is known in a frame by itself: one literal segment, and no segment of its caller's at the end or the start. */
export function knownIn(address: Address, method: Parts, foreign: IsForeign): Known {
  const path = address.path;
  if (path === null) return { known: false, completedByCaller: false, tentative: false };
  const own = path.filter((part) => !foreign(part));
  const hasSegment = own.some((part) => part.kind === 'literal' && SEGMENT.test(part.text)) || (path.length === 0 && address.base.some((part) => !foreign(part)) && !address.base.some(foreign)) || isRoot(path, own, address, foreign);
  if (!hasSegment) return { known: false, completedByCaller: false, tentative: false };

  const tail = trailing(path, foreign);
  const lead = leading(address, foreign);
  const methodForeign = method.some(foreign);
  const segmentFromCaller = hasWholeSegment(tail) || hasWholeSegment(lead) || (methodForeign && method.every((part) => part.kind === 'literal'));
  if (segmentFromCaller) return { known: false, completedByCaller: true, tentative: false };
  if (methodForeign) return { known: false, completedByCaller: false, tentative: true };
  return { known: true, completedByCaller: false, tentative: tail.length > 0 || lead.length > 0 };
}

/** A segment that is written out whole, and is no number. */
function hasWholeSegment(parts: Parts): boolean {
  const text = parts.map((part) => (part.kind === 'literal' ? part.text : '\u0000')).join('');
  return text.split('/').some((segment) => /[a-z]/i.test(segment) && !segment.includes('\u0000'));
}

/** `http://host/`: the root itself is the path. */
function isRoot(path: Parts, own: Parts, address: Address, foreign: (part: Part) => boolean): boolean {
  const text = own.map((part) => (part.kind === 'literal' ? part.text : '')).join('');
  return path.length === own.length && text === '/' && path.every((part) => part.kind === 'literal') && (address.base.length === 0 || address.base.some((part) => !foreign(part)) || path.length > 0);
}

/** The caller's parts at the end of the path. */
function trailing(path: Parts, foreign: (part: Part) => boolean): Parts {
  const tail: Part[] = [];
  for (const part of [...path].reverse()) {
    if (!foreign(part)) break;
    tail.unshift(part);
  }
  return tail;
}

/** The caller's parts of the base that hold a piece of path, and those before the first own piece of the path. */
function leading(address: Address, foreign: (part: Part) => boolean): Parts {
  const lead: Part[] = [];
  for (const part of address.path ?? []) {
    if (!foreign(part)) break;
    lead.push(part);
  }
  return lead;
}

/**
 * True when calls of the root function can tell more about a send: its path, method or host waits for an argument. With
 * `closures` also where a closure that is written in the function holds the argument, and knows the path but for that.
 */
export function isPending(send: Send, { closures = false } = {}): boolean {
  const method = optionsOf(send.method).flatMap((option): Parts => (option.k === 'text' ? option.parts : option.k === 'hole' ? [option.part] : []));
  return (splitWays(send.url) ?? []).some((way) => waits(send, readAddress(way), method, closures));
}

/** Tells what the frame at this index of the stack does not know by itself. */
export function foreignTo(send: Send, index: number): IsForeign {
  const stack = send.frames.slice(0, index + 1).map((frame) => frame.node);
  const home = send.frames[index]?.fn?.home?.node ?? null;
  return (part) => part.kind !== 'alt' && isForeign(part.crossed, stack, home);
}

function waits(send: Send, address: Address, method: Parts, closures: boolean): boolean {
  const [root] = send.frames;
  const knowing = send.frames.findLast(({ node }, i) => {
    if (i === 0 || root === undefined) return false;
    const { known, tentative } = knownIn(address, method, foreignTo(send, i));
    return known && !(closures && tentative && isInside(node, root.node));
  });
  if (knowing !== undefined) return false;
  const foreign = foreignTo(send, 0);
  const { known, tentative } = knownIn(address, method, foreign);
  if (known && !tentative) return address.base.some((part) => part.kind !== 'alt' && isForeign(part.crossed, send.frames.slice(0, 1).map((frame) => frame.node), null));
  return [...address.base, ...(address.path ?? []), ...method].some(foreign);
}
