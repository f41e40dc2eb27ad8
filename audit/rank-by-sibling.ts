import { placesOf } from './listed-request.ts';
import type { Description, Operation } from '../spec/description.ts';
import type { ListedRequest } from './listed-request.ts';
import type { Reason, Signal } from './rank-operations.ts';

/** Leading segments that more operations than this have say little. */
const SHARED_BY = 20;
/** A share of less than this is none. */
const LEAST = 0.15;

/** How much it counts that an operation writes what the code reads, where the code writes nothing of the API. */
const NO_WRITER = 0.5;

type Implemented = ReadonlyMap<Operation, readonly ListedRequest[]>;

/** Operations of a resource of which others are implemented; and those that write what is read, or read what is written. */
export function createSiblingSignal(implemented: Implemented): Signal {
  return (operation) => {
    const others = [...implemented].filter(([other]) => other.description === operation.description && other.standing !== 'retired');
    const pairs = others.filter(([other]) => other.path === operation.path && isRead(other) !== isRead(operation));
    // what is the same operation under another method says nothing
    const unlike = pairs.filter(([other]) => other.methodVariant?.of !== operation.method);
    const isWriter = others.some(([other]) => !isRead(other));
    return [...findPair(operation, unlike, isRead(operation) || isWriter ? 1 : NO_WRITER), ...findSibling(operation, others.filter(([other]) => other.path !== operation.path))];
  };
}

function isRead({ method }: Operation): boolean {
  return method === 'GET' || method === 'HEAD';
}

function findPair(operation: Operation, [first]: readonly (readonly [Operation, readonly ListedRequest[]])[], share: number): readonly Reason[] {
  if (first === undefined) return [];
  const [other, sites] = first;
  return [{ signal: 'pair', share, text: isRead(operation) ? `The code writes here with ${other.label}.` : `The code reads this with ${other.label}.`, sites: placesOf(sites) }];
}

function findSibling(operation: Operation, others: readonly (readonly [Operation, readonly ListedRequest[]])[]): readonly Reason[] {
  let best: { readonly share: number; readonly other: Operation; readonly sites: readonly ListedRequest[] } | null = null;
  for (const [other, sites] of others) {
    const share = closenessOf(operation, other);
    if (share >= LEAST && (best === null || share > best.share)) best = { share, other, sites };
  }
  if (best === null) return [];
  return [{ signal: 'sibling', share: best.share, text: `${best.other.label} of the same resource is implemented.`, sites: placesOf(best.sites) }];
}

/** 0 for operations that have no leading segment in common, nearly 1 for neighbours of a small resource. */
function closenessOf(operation: Operation, other: Operation): number {
  const [mine, theirs] = [segmentsOf(operation), segmentsOf(other)];
  let shared = 0;
  while (shared < mine.length && shared < theirs.length && mine[shared] === theirs[shared]) shared += 1;
  const prefix = mine.slice(0, shared);
  if (!prefix.some((segment) => /[a-z]/i.test(segment))) return 0;
  const size = prefixesOf(operation.description).get(prefix.join('/')) ?? 1;
  return (shared / Math.max(mine.length, theirs.length)) * Math.min(1, SHARED_BY / size);
}

/** The segments of a path, with `{}` for each parameter. */
function segmentsOf({ path }: Operation): readonly string[] {
  return path.split('/').slice(1).map((segment) => (/^\{[^}]*\}$/.test(segment) ? '{}' : segment));
}

const known = new WeakMap<Description, ReadonlyMap<string, number>>();

/** How many operations have each leading part of a path. */
function prefixesOf(description: Description): ReadonlyMap<string, number> {
  const before = known.get(description);
  if (before !== undefined) return before;
  const counts = new Map<string, number>();
  for (const operation of description.operations) {
    const segments = segmentsOf(operation);
    for (const [index] of segments.entries()) {
      const prefix = segments.slice(0, index + 1).join('/');
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    }
  }
  known.set(description, counts);
  return counts;
}
