import { printText } from '../requests/print-text.ts';
import type { Operation } from '../spec/description.ts';
import type { AttributedRequest, JudgedRequest } from './judge-request.ts';

/** What messages say of a request. */
export interface RequestWords extends Record<string, unknown> {
  /** The API, by the title of its description or, where one description covers several hosts, by the host. */
  readonly api: string;
  /** The path with `{}` for what is not known; `…` when nothing is. */
  readonly path: string;
  readonly method: string;
  /** The operation as the description writes it, else the request's own method and path, or `A GET request`. */
  readonly operation: string;
}

/** The words for the messages about a request, and `more` beside them. */
export function describeRequest<More extends object>(request: AttributedRequest, more?: More): RequestWords & More;
export function describeRequest(request: AttributedRequest, more = {}): RequestWords {
  const path = printPath(request);
  const method = request.site.method ?? '?';
  return { api: apiName(request), path, method, operation: request.operation?.label ?? requestWords(request, path), ...more };
}

function apiName({ target, description }: AttributedRequest): string {
  return target === description.name && description.title !== '' ? description.title : target;
}

/** What a request is called that is no certain operation. */
function requestWords({ site }: JudgedRequest, path: string): string {
  if (site.path === null) return site.method === null ? 'A request' : `A ${site.method} request`;
  return `${site.method ?? '?'} ${path}`;
}

/** The path of a request as messages and reports print it. */
function printPath({ site }: JudgedRequest): string {
  return site.path === null ? '…' : printText(site.path);
}

/** What to send instead of an operation, as a sentence has it; null when nothing is known to replace it. */
export function printReplacement({ replacedBy }: Operation): string | null {
  return replacedBy === null ? null : `${replacedBy.method} ${replacedBy.host ?? ''}${replacedBy.path}`;
}

/** The methods of some operations, for a sentence: `PUT`, `PUT or POST`. */
export function listMethods(operations: readonly Operation[]): string {
  return listWords(operations.map(({ method }) => method));
}

/** Words for a sentence: `a`, `a or b`, `a, b or c`. Each once. */
export function listWords(words: readonly string[]): string {
  const each = [...new Set(words)];
  const last = each.pop() ?? '';
  return each.length === 0 ? last : `${each.join(', ')} or ${last}`;
}
