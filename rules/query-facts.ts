import { findQueryName } from '../spec/find-query-name.ts';
import { printPathPattern } from '../spec/path-pattern.ts';
import { isOwned } from './locate.ts';
import type { Entry, Text } from '../requests/request-site.ts';
import type { Operation } from '../spec/description.ts';
import type { QueryName } from '../spec/find-query-name.ts';
import type { PathSegment } from '../spec/path-pattern.ts';
import type { RuleContext } from './define-rule.ts';
import type { AttributedRequest } from './judge-request.ts';

/** A name in the query of a request, and what the operation says of it. */
export interface QueryEntry {
  readonly entry: Entry;
  readonly operation: Operation;
  readonly meaning: QueryName;
}

const known = new WeakMap<AttributedRequest, readonly QueryEntry[]>();

/** The query of a request whose operation is certain, name by name. Read once for all rules. */
export function queryOf(request: AttributedRequest): readonly QueryEntry[] {
  const { operation, site } = request;
  if (operation === null || site.query.entries.length === 0) return [];
  const before = known.get(request);
  if (before !== undefined) return before;
  const entries = site.query.entries.map((entry) => ({ entry, operation, meaning: findQueryName(operation, entry.name) }));
  known.set(request, entries);
  return entries;
}

/** Whether a name surely is one that the program means to send, and not merely one that a type lists. */
export function isWritten(context: RuleContext<string, readonly unknown[]>, { name, place, presence, written }: Entry): boolean {
  if (presence === 'always' || written === 'url') return true;
  return isOwned(context, place) && context.sourceCode.text.slice(place.start, place.end).includes(name);
}

/** A value that is sent, as descriptions look at it: known text, percent-encoding of URLs undone, and holes. */
export function valueOf(text: Text, isEncoded: boolean): PathSegment {
  const joined: (string | PathSegment[number])[] = [];
  for (const part of text) {
    const previous = joined.at(-1);
    if (part.kind === 'hole') joined.push(part.type === undefined ? { hole: true, spans: 'segment' } : { hole: true, spans: 'segment', type: part.type });
    else if (typeof previous === 'string') joined[joined.length - 1] = previous + part.text;
    else joined.push(part.text);
  }
  return isEncoded ? joined.map((part) => (typeof part === 'string' ? decode(part) : part)) : joined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** A value for a message: `'all'`, `'{}px'`, `a boolean`. */
export function printValue(value: PathSegment): string {
  const [only] = value;
  if (value.length === 1 && typeof only === 'object' && only.type !== undefined) return `a ${only.type}`;
  return `'${printPathPattern(value)}'`;
}
