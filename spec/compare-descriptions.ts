import type { Description, Operation, Parameter } from './description.ts';
import { parametersOf } from './parameters-of.ts';

/** What became of an operation in another version of its description. */
export type Successor =
  /** It is there; `renamed`: query parameters whose names have changed, old -> new. */
  | { readonly kind: 'same'; readonly operation: Operation; readonly renamed: ReadonlyMap<string, string> }
  /** Another one stands in for it, on `host` where that is not the same. */
  | { readonly kind: 'moved'; readonly operation: Operation | null; readonly method: string; readonly host: string | null; readonly path: string; readonly renamed: ReadonlyMap<string, string> }
  | { readonly kind: 'gone' };

/**
 * What became of the operations of a description in a later one, by what the two say: the same method and path, else the
 * replacement that either names, else the same operationId, else the only other method of a path whose method is gone.
 */
export function compareDescriptions(from: Description, to: Description): (operation: Operation) => Successor {
  const byLabel = new Map(to.operations.map((operation) => [anonymous(operation), operation]));
  const byId = new Map(to.operations.flatMap((operation) => (operation.id === null ? [] : [[operation.id, operation] as const])));
  const old = new Set(from.operations.map(anonymous));
  return (operation) => {
    const same = byLabel.get(anonymous(operation));
    if (same !== undefined && same.standing !== 'retired') return { kind: 'same', operation: same, renamed: renamedQuery(operation, same) };
    const named = same?.replacedBy ?? operation.replacedBy;
    if (named !== null) {
      const found = byLabel.get(labelOf(named.method, named.path)) ?? null;
      return { kind: 'moved', operation: found, method: named.method, host: named.host, path: named.path, renamed: found === null ? new Map() : renamedQuery(operation, found) };
    }
    const successor = same === undefined ? byOperationId(operation, byId) ?? otherMethod(operation, to, old) : null;
    return successor === null ? { kind: 'gone' }
      : { kind: 'moved', operation: successor, method: successor.method, host: null, path: successor.path, renamed: renamedQuery(operation, successor) };
  };
}

function byOperationId({ id }: Operation, byId: ReadonlyMap<string, Operation>): Operation | null {
  const found = id === null ? undefined : byId.get(id);
  return found === undefined || found.standing === 'retired' ? null : found;
}

/** The one operation of the same path that is new in the later description. */
function otherMethod({ path }: Operation, to: Description, old: ReadonlySet<string>): Operation | null {
  const added = to.operations.filter((operation) => withoutNames(operation.path) === withoutNames(path) && operation.standing !== 'retired' && !old.has(anonymous(operation)));
  const [only, ...others] = added;
  return only === undefined || others.length > 0 ? null : only;
}

/** Names that are gone and have one and only successor: the same word in another spelling, or the same description. */
function renamedQuery(before: Operation, after: Operation): ReadonlyMap<string, string> {
  const olds = parametersOf(before, 'query');
  const news = parametersOf(after, 'query');
  const added = news.filter(({ name }) => !olds.some((one) => one.name === name));
  const renamed = new Map<string, string>();
  for (const gone of olds.filter(({ name }) => !news.some((one) => one.name === name))) {
    const [only, ...others] = added.filter((one) => isSameWord(one, gone) || isSameText(before, gone, after, one));
    if (only !== undefined && others.length === 0) renamed.set(gone.name, only.name);
  }
  return renamed;
}

function isSameWord(one: Parameter, other: Parameter): boolean {
  const word = ({ name }: Parameter): string => name.toLowerCase().replace(/[^a-z\d]/g, '');
  return word(one) === word(other);
}

function isSameText(before: Operation, gone: Parameter, after: Operation, added: Parameter): boolean {
  const text = textOf(before, gone);
  return text !== null && text === textOf(after, added) && JSON.stringify(gone.schema) === JSON.stringify(added.schema);
}

/** The description of a parameter that is written in place; null where there is none. */
function textOf({ description: { document } }: Operation, { pointer }: Parameter): string | null {
  let at: unknown = document;
  for (const key of pointer.split('/').slice(1)) {
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[key.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
  }
  const text = typeof at === 'object' && at !== null && 'description' in at ? at.description : null;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

function anonymous({ method, path }: Operation): string {
  return labelOf(method, path);
}

function labelOf(method: string, path: string): string {
  return `${method} ${withoutNames(path)}`;
}

function withoutNames(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}
