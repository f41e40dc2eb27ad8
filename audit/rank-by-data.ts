import { isAttributed } from '../rules/judge-request.ts';
import { queryOf } from '../rules/query-facts.ts';
import { splitWords } from '../spec/split-words.ts';
import { fieldNames } from './field-names.ts';
import { listParameters } from './list-parameters.ts';
import { placeOf, uniquePlaces } from './listed-request.ts';
import type { Description, Operation } from '../spec/description.ts';
import type { CodePlace } from './audit-sections.ts';
import type { ListedRequest } from './listed-request.ts';
import type { Signal } from './rank-operations.ts';

/** What more operations than this share says little. */
const SHARED_BY = 8;
/** How much an identifier counts that the code neither sends nor reads. */
const UNUSED = 0.5;
/** A share of less than this is none. */
const LEAST = 0.1;
const MOST_REASONS = 2;
/** The last word of names that name one of many things. */
const IDENTIFYING = new Set(['id', 'ids', 'key', 'uuid', 'guid', 'identifier']);

/** An identifier that implemented operations take or answer. */
interface Held {
  readonly name: string;
  /** The operation that has it, the first that the code itself sends it to or reads it from. */
  readonly operation: Operation;
  readonly how: 'sends' | 'reads' | 'takes' | 'answers';
  readonly sites: readonly CodePlace[];
}

/** Operations that take an identifier which implemented ones have, or whose resource it names: `playQueueItemID` leads to `/playQueues`. */
export function createDataSignal(implemented: ReadonlyMap<Operation, readonly ListedRequest[]>): Signal {
  const heldBy = new Map<Description, readonly Held[]>();
  for (const description of new Set([...implemented.keys()].map((operation) => operation.description))) heldBy.set(description, collectHeld(description, implemented));
  return (operation) => {
    const index = indexOf(operation.description);
    const found = (heldBy.get(operation.description) ?? []).flatMap((held) => judge(operation, held, index) ?? []);
    const sorted = found.filter(({ share }) => share >= LEAST).sort((a, b) => b.share - a.share);
    // of the identifiers of one resource one says it all
    const isFirst = ({ about }: Judged, at: number): boolean => sorted.findIndex((other) => other.about === about) === at;
    return sorted.filter(isFirst).slice(0, MOST_REASONS).map(({ held, relation, share }) => ({ signal: 'data', share, text: `${relation} \`${held.name}\`, which ${HOW[held.how](held.operation.label)}.`, sites: held.sites }));
  };
}

interface Judged {
  readonly held: Held;
  readonly share: number;
  readonly relation: string;
  /** The identifier that is taken, or the resource that is named. */
  readonly about: string;
}

function judge(operation: Operation, held: Held, { takers, resources }: Index): Judged | null {
  const key = keyOf(held.name);
  const factor = held.how === 'sends' || held.how === 'reads' ? 1 : UNUSED;
  const taken = takers.get(key);
  if (taken?.has(operation) === true) return { held, share: factor * Math.min(1, SHARED_BY / taken.size), relation: 'It takes', about: key };
  const named = namedResource(operation, held.name);
  if (named === null) return null;
  return { held, share: factor * Math.min(1, SHARED_BY / (resources.get(named) ?? 1)), relation: 'It belongs to', about: `/${named}` };
}

const HOW: Readonly<Record<Held['how'], (label: string) => string>> = {
  sends: (label) => `the code sends to ${label}`,
  reads: (label) => `the code reads from ${label}`,
  takes: (label) => `${label} takes as well`,
  answers: (label) => `${label} answers with`,
};

function collectHeld(description: Description, implemented: ReadonlyMap<Operation, readonly ListedRequest[]>): readonly Held[] {
  const held = new Map<string, Held>();
  // what tells who asks is no data of the API, wherever it is sent
  const headers = new Set(description.headers.map(({ name }) => keyOf(name)));
  const add = (one: Held): void => {
    const key = keyOf(one.name);
    if (headers.has(key) || description.openNames.some((pattern) => pattern.test(one.name))) return;
    const before = held.get(key);
    const isBetter = before === undefined || (isUsed(one) && !isUsed(before));
    if (isIdentifier(one.name) && isBetter) held.set(key, one);
  };
  for (const operation of description.operations) {
    const requests = implemented.get(operation);
    if (requests === undefined || operation.standing === 'retired') continue;
    for (const [name, sites] of sentNames(requests)) add({ name, operation, how: 'sends', sites: uniquePlaces(sites) });
    for (const [name, sites] of readNames(requests)) add({ name, operation, how: 'reads', sites: uniquePlaces(sites) });
    const sites = uniquePlaces(requests.map(placeOf));
    // what is in the path is sent: the code has it
    for (const { name, location } of listParameters(operation)) if (location !== 'header') add({ name, operation, how: location === 'path' ? 'sends' : 'takes', sites });
    for (const name of fieldNames(operation)) add({ name, operation, how: 'answers', sites });
  }
  return [...held.values()];
}

function isUsed({ how }: Held): boolean {
  return how === 'sends' || how === 'reads';
}

function sentNames(requests: readonly ListedRequest[]): ReadonlyMap<string, CodePlace[]> {
  return gather(requests, ({ judged }) => {
    const query = isAttributed(judged) ? queryOf(judged).flatMap(({ entry, meaning }) => (meaning.kind === 'unknown' ? [] : [entry.name])) : [];
    return [...query, ...(judged.site.body?.fields?.entries ?? []).map(({ name }) => name)];
  });
}

function readNames(requests: readonly ListedRequest[]): ReadonlyMap<string, CodePlace[]> {
  return gather(requests, ({ judged }) => judged.site.response.reads.flatMap(({ path }) => path.findLast((key) => key !== '[]') ?? []));
}

function gather(requests: readonly ListedRequest[], namesOf: (request: ListedRequest) => readonly string[]): ReadonlyMap<string, CodePlace[]> {
  const names = new Map<string, CodePlace[]>();
  for (const request of requests) {
    for (const name of namesOf(request)) names.set(name, [...(names.get(name) ?? []), placeOf(request)]);
  }
  return names;
}

/** `playQueueItemID` names one of many; `id` and `key` alone name anything. */
function isIdentifier(name: string): boolean {
  const words = splitWords(name);
  return words.length > 1 && IDENTIFYING.has(words.at(-1) ?? '');
}

function keyOf(name: string): string {
  return splitWords(name).join('');
}

/** The segment of an operation's path that an identifier names: `playQueues` of `playQueueItemID`; null when it names none. */
function namedResource({ path }: Operation, name: string): string | null {
  const stem = splitWords(name).slice(0, -1);
  const names = new Set([...stem.map((_, index) => stem.slice(0, index + 1).join('')), stem.at(-1) ?? '']);
  return wordsOfPath(path).find((segment) => names.has(segment)) ?? null;
}

/** The written segments of a path, each in the singular: `playQueues` is playqueue. */
function wordsOfPath(path: string): readonly string[] {
  return path.split('/').filter((segment) => /^[a-z][\w-]*$/i.test(segment)).map((segment) => splitWords(segment).join('').replace(/ies$/, 'y').replace(/([^s])s$/, '$1'));
}

interface Index {
  /** The operations that take each identifier. */
  readonly takers: ReadonlyMap<string, ReadonlySet<Operation>>;
  /** How many operations have each segment. */
  readonly resources: ReadonlyMap<string, number>;
}

const known = new WeakMap<Description, Index>();

function indexOf(description: Description): Index {
  const before = known.get(description);
  if (before !== undefined) return before;
  const takers = new Map<string, Set<Operation>>();
  const resources = new Map<string, number>();
  for (const operation of description.operations) {
    for (const { name, location } of listParameters(operation)) {
      if (location !== 'header') takers.set(keyOf(name), (takers.get(keyOf(name)) ?? new Set<Operation>()).add(operation));
    }
    for (const word of new Set(wordsOfPath(operation.path))) resources.set(word, (resources.get(word) ?? 0) + 1);
  }
  const index = { takers, resources };
  known.set(description, index);
  return index;
}
