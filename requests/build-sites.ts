import type { TSESTree } from '@typescript-eslint/types';

import { declaredApi } from './declared-api.ts';
import { readHandling } from './read-handling.ts';
import { foreignTo, knownIn, readAddress } from './path-of.ts';
import type { Address, IsForeign } from './path-of.ts';
import { placeOf } from './project-module.ts';
import type { Base, Body, Datum, Entries, Entry, Hole, Place, RequestSite, Text, TextPart, Via } from './request-site.ts';
import { printText } from './print-text.ts';
import { joinValues } from './join.ts';
import type { World } from './run.ts';
import type { Fields, Frame, RawDatum, Send, SentBody } from './send.ts';
import { expandAlternatives, hole, literalOf } from './text.ts';
import type { FrameNode, Part, Parts, Prop, Value } from './value.ts';
import { optionsOf } from './value.ts';
import { splitWays } from './urls.ts';
import { parseQuery } from './parse-query.ts';
import { partsOf } from './text.ts';

/** A site as one evaluation saw it, with what tells it from others. */
export interface Claim {
  readonly site: RequestSite;
  readonly send: Send;
  readonly frame: FrameNode;
  readonly root: FrameNode;
  /** Unknown values of callers stand where the rest of the path would. */
  readonly tentative: boolean;
  /** The call and method, whatever the path. */
  readonly key: string;
}

/** A frame whose request was given its path by a caller. */
export interface Completion { readonly frame: FrameNode; readonly node: TSESTree.Node }

export interface Claims { readonly claims: readonly Claim[]; readonly completions: readonly Completion[] }

/** The request sites of one send: one for each path and method it can have. */
export function claimSend(send: Send, root: FrameNode, world: World): Claims {
  const claims: Claim[] = [];
  const completions: Completion[] = [];
  const ways = splitWays(send.url) ?? [{ head: [hole('limit')], query: [hole('limit')], hash: null }];
  const methods = optionsOf(send.method);
  for (const way of ways) {
    for (const method of methods) {
      // a text that was cut off for its length may have had a query
      const isCut = way.query === null && way.head.some((part) => part.kind === 'hole' && part.reason === 'limit');
      const address = readAddress(isCut ? { ...way, query: [hole('limit')] } : way);
      const found = frameOf(send, address, methodParts(method));
      completions.push(...found.completions);
      claims.push(claim(world, send, root, address, method, found.index, found.state));
    }
  }
  return { claims, completions };
}

function methodParts(method: Value): Parts {
  return partsOf(method, () => []);
}

type PathState = 'known' | 'tentative' | 'unknown';

/** The innermost frame that knows the path by itself. */
function frameOf(send: Send, address: Address, method: Parts): { index: number; state: PathState; completions: readonly Completion[] } {
  const completions: Completion[] = [];
  for (let i = send.frames.length - 1; i >= 0; i--) {
    const frame = send.frames[i];
    if (frame === undefined) continue;
    const { known, completedByCaller, tentative } = knownIn(address, method, foreignTo(send, i));
    if (completedByCaller) completions.push({ frame: frame.node, node: send.node });
    if (known) return { index: i, state: tentative ? 'tentative' : 'known', completions };
  }
  return { index: ownerOf(send, address), state: 'unknown', completions };
}

/** Where an unknown path comes from: the innermost frame that it did not come into from outside. */
function ownerOf(send: Send, address: Address): number {
  const parts = address.path ?? address.base;
  for (let i = send.frames.length - 1; i >= 0; i--) {
    if (!parts.some(foreignTo(send, i))) return i;
  }
  return 0;
}

function claim(world: World, send: Send, root: FrameNode, address: Address, method: Value, index: number, state: PathState): Claim {
  const frame = send.frames[index] ?? firstFrame(send);
  const next = send.frames[index + 1];
  const callNode = next?.call ?? send.node;
  const call = placeOf(next === undefined ? send.module : frame.module, callNode);
  const foreign = foreignTo(send, index);
  const toText = (parts: Parts): Text => siteText(parts, foreign);
  const path = state === 'unknown' ? null : toText(address.path?.length === 0 ? [{ kind: 'literal', text: '/', place: null, crossed: null }] : address.path ?? []);
  const parsed = address.query === null ? { props: [], open: null } : parseQuery(address.query);
  const query = mergeFields(parsed, send.query, send.model.keepsUrlQuery === true);
  const place = lastLiteral(address.path ?? [], foreign) ?? call;
  const methodText = literalOf(method);
  const site: RequestSite = {
    client: send.model.name,
    clientAccept: clientAcceptOf(send),
    send: placeOf(send.module, send.node),
    instance: send.instance,
    via: viaOf(send, index),
    method: methodText,
    methodPlace: send.methodPlace,
    base: baseOf(world, send, address, frame, index, callNode, toText),
    path,
    slashMissing: path !== null && address.slashMissing === true,
    pathReason: path === null ? reasonOf(send, address, foreign) : null,
    query: entriesOf(query, foreign, send.urlPlace),
    headers: entriesOf(send.headers, foreign, null),
    lostHeaders: send.lostHeaders,
    unverified: send.unverified,
    body: send.body === null ? null : bodyOf(send.body, foreign, toText),
    handling: readHandling(send, index),
    response: { format: send.format, unguarded: [...send.unguarded], reads: readsOf(send), handedOn: [...send.handedOn.values()].filter(({ depth }) => depth <= index).map(({ path: of }) => of), declared: [...send.declared], place: placeOf(send.module, send.node) },
    url: send.urlPlace,
    place: path === null ? call : place,
    call,
    frame: placeOf(frame.module, frame.node),
  };
  const origin = `${site.place.file}:${String(site.place.start)}`;
  return { site, send, frame: frame.node, root, tentative: state === 'tentative', key: `${origin} ${site.method ?? '?'} ${path === null ? '?' : printText(path)}` };
}

/** The fields that are read from the body as it came. */
function readsOf({ reads, writes }: Send): RequestSite['response']['reads'] {
  if (writes.length === 0) return [...reads];
  return reads.filter(({ path }) => !writes.some((write) => write.length <= path.length && write.every((key, i) => key === path[i] || key === '*')));
}

/** The format that the library asks for where the program names none. */
function clientAcceptOf(send: Send): RequestSite['clientAccept'] {
  const { accepts } = send.model;
  if (send.accept !== null) return send.accept;
  if (accepts?.jsonRead !== undefined && send.readAtOnce && send.format === 'json') return accepts.jsonRead;
  if (accepts?.jsonBody !== undefined && send.body?.kind === 'json') return accepts.jsonBody;
  return accepts?.always ?? null;
}

function firstFrame(send: Send): Frame {
  const [frame] = send.frames;
  if (frame === undefined) throw new Error(`A request of ${send.module.file} has no frame.`);
  return frame;
}

function isKnownPlace(place: Place | null): place is Place {
  return place !== null;
}

/** The last piece of the path that is written out and that the frame knows. */
function lastLiteral(path: Parts, foreign: IsForeign): Place | null {
  const places = path.flatMap((part) => (part.kind === 'literal' && !foreign(part) && part.text !== '/' ? [part.place] : []));
  const slashes = path.flatMap((part) => (part.kind === 'literal' ? [part.place] : []));
  return places.filter(isKnownPlace).at(-1) ?? slashes.filter(isKnownPlace).at(-1) ?? null;
}

/** Parts as rules see them: what the frame does not know by itself is a hole. */
function siteText(parts: Parts, foreign: IsForeign): Text {
  return parts.map((part): TextPart => {
    const isOutside = foreign(part);
    return part.kind === 'literal' && !isOutside ? { kind: 'literal', text: part.text, place: part.place } : publicHole(part, isOutside);
  });
}

function publicHole(part: Part, foreign: boolean): Hole {
  const base: Hole = { kind: 'hole', reason: 'parameter', words: [], place: null, ...(foreign ? { fedByParameter: true } : {}) };
  if (part.kind !== 'hole') return base;
  return {
    ...base, reason: part.reason, words: part.words, place: part.place, ...(part.at === undefined ? {} : { at: part.at }), ...(part.encoded === true ? { encoded: true } : {}), ...(part.type === undefined ? {} : { type: part.type }), ...(part.fresh === true ? { fresh: true } : {}),
  };
}

function viaOf(send: Send, index: number): readonly Via[] {
  return send.frames.flatMap((frame, i): Via[] => {
    const outer = send.frames[i - 1];
    if (i <= index || frame.name === '') return [];
    const via = { name: frame.name, place: placeOf(frame.module, frame.node) };
    return [frame.call === null || frame.call === frame.node || outer === undefined ? via : { ...via, call: placeOf(outer.module, frame.call) }];
  });
}

/** The query of the URL and that of the configuration: where the client keeps both, a name in both is sent twice. */
function mergeFields(parsed: { readonly props: readonly Prop[]; readonly open: string | null }, fields: Fields, keepsBoth: boolean): Fields {
  const names = new Set(fields.props.filter((prop) => prop.presence === 'always').map((prop) => prop.name));
  const inUrl = new Map(parsed.props.filter((prop) => prop.presence === 'always').map((prop) => [prop.name, prop]));
  const own = fields.props.map((prop) => {
    const other = keepsBoth && prop.presence === 'always' ? inUrl.get(prop.name) : undefined;
    return other === undefined ? prop : { ...prop, repeated: true, value: joinValues([other.value, prop.value]) };
  });
  return { props: [...parsed.props.filter((prop) => !names.has(prop.name)), ...own], open: parsed.open ?? fields.open, container: fields.container };
}

function bodyOf(body: SentBody, foreign: IsForeign, toText: (parts: Parts) => Text): Body {
  const datumOf = (raw: RawDatum): Datum => ({
    type: raw.type, open: raw.open, text: raw.text === null ? null : toText(raw.text), items: raw.items?.map(datumOf) ?? null,
    fields: raw.fields?.map((field) => ({ ...field, values: field.values.map(datumOf) })) ?? null,
  });
  return { kind: body.kind, fields: body.fields === null ? null : entriesOf(body.fields, foreign, null), data: body.data?.map(datumOf) ?? null, ownType: body.ownType, place: body.place };
}

function entriesOf(fields: Fields, foreign: IsForeign, url: Place | null): Entries {
  const container = fields.container ?? (url === null ? null : { kind: 'url' as const, place: url });
  return { entries: fields.props.map((prop) => entryOf(prop, foreign)), open: fields.open !== null, reason: fields.open, container };
}

function entryOf(prop: Prop, foreign: IsForeign): Entry {
  const texts = optionsOf(prop.value).map((option) => textsOf(option, foreign));
  return {
    name: prop.name, presence: prop.presence, place: prop.place, entryPlace: prop.entryPlace, written: prop.written,
    values: texts.some((text) => text === null) ? null : texts.flatMap((text) => text ?? []),
    ...(prop.repeated === true ? { repeated: true } : {}), ...(prop.list === undefined ? {} : { list: prop.list }),
  };
}

function textsOf(value: Value, foreign: IsForeign): readonly Text[] | null {
  if (value.k !== 'text' && value.k !== 'prim' && value.k !== 'hole') return null;
  const ways = expandAlternatives(partsOf(value, () => []));
  return ways === null ? null : ways.map((way) => siteText(way, foreign));
}

function reasonOf(send: Send, address: Address, foreign: IsForeign): string {
  const unknown = [...(address.path ?? []), ...address.base].find((part) => part.kind === 'hole');
  const words = unknown?.kind === 'hole' ? unknown.words.join('.') : '';
  const name = words === '' ? 'The path' : `\`${words}\``;
  if (splitWays(send.url) === null) return 'The path has too many alternatives.';
  switch (unknown?.kind === 'hole' ? unknown.reason : 'dynamic') {
    case 'parameter': return unknown !== undefined && foreign(unknown) ? `${name} is a parameter that no caller in sight fills in.` : `${name} is a parameter.`;
    case 'response': return `${name} comes from a response.`;
    case 'import': return `${name} comes from a package that is not read.`;
    case 'global': return `${name} is a global of unknown value.`;
    case 'limit': return `${name} is past the bounds of the analysis.`;
    case 'recursion': return `${name} depends on itself.`;
    case 'loop': return `${name} changes in a loop.`;
    case 'call': return `${name} is what an unknown function returns.`;
    default: return `${name} is not known before the program runs.`;
  }
}

const HOST = /^(?:([a-z][a-z+.-]*|\*):)?\/\/([^/?#]*)/i;

function baseOf(world: World, send: Send, address: Address, frame: Frame, index: number, call: TSESTree.Node, toText: (parts: Parts) => Text): Base {
  const written = address.base.map((part) => (part.kind === 'literal' ? part.text : '*')).join('').toLowerCase();
  const match = HOST.exec(written);
  const scheme = match?.[1];
  const host = match?.[2]?.replace(/^[^@]*@/, '') ?? null;
  const holes = address.base.flatMap((part) => (part.kind === 'hole' ? [...part.words, part.typeName ?? ''] : []));
  const declaration = declaredApi(world, send, index, address.base);
  const names = [...send.frames.slice(index)].reverse().flatMap((at) => [at.name, at.fn?.home?.name ?? '', fileWord(at.module.file)]);
  return {
    text: toText(address.base), host: host === null || host === '' || host === '*' ? null : host, scheme: scheme === undefined || scheme === '*' ? null : scheme,
    words: [...holes, ...send.words, ...calleeWords(call), ...calleeWords(send.node), ...names, fileWord(frame.module.file)].filter((word) => word !== ''),
    ...(declaration === null ? { declared: send.model.description === 'none' ? false : send.model.description ?? null } : { declared: declaration.api, declaredBy: declaration.place }),
    ...(send.isProxied === true ? { isProxied: true } : {}),
  };
}

function fileWord(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? '').replace(/\.\w+$/, '');
}

/** The names in what is called: `this.plexClient.get` gives plexClient and get. */
function calleeWords(node: TSESTree.Node): readonly string[] {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
  const words: string[] = [];
  for (let at: TSESTree.Node = node.callee; ;) {
    if (at.type === 'MemberExpression') {
      if (at.property.type === 'Identifier' || at.property.type === 'PrivateIdentifier') words.unshift(at.property.name);
      at = at.object;
    } else if (at.type === 'CallExpression') at = at.callee;
    else if (at.type === 'TSNonNullExpression' || at.type === 'TSAsExpression' || at.type === 'ChainExpression' || at.type === 'AwaitExpression') at = at.type === 'AwaitExpression' ? at.argument : at.expression;
    else {
      if (at.type === 'Identifier') words.unshift(at.name);
      return words;
    }
  }
}
