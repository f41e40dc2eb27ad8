import { make } from './element.ts';

/** Methods that have a colour of their own. */
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

/** `GET /identity`, the method set apart. */
export function makeRequestName(method: string | null, path: string | null): HTMLElement {
  const known = method !== null && METHODS.includes(method);
  return make('span', { class: 'request' }, make('span', { class: `method${known ? ` ${method.toLowerCase()}` : ''}` }, method ?? 'any'), ' ', make('span', { class: 'path' }, path ?? 'unknown path'));
}

/** The same of an operation's label. */
export function makeOperationName(label: string): HTMLElement {
  const space = label.indexOf(' ');
  return space < 0 ? makeRequestName(null, label) : makeRequestName(label.slice(0, space), label.slice(space + 1));
}
