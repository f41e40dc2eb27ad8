import { textAt } from './editable.ts';
import type { Entries } from '../requests/request-site.ts';
import type { Edit, Editable } from './editable.ts';

/**
 * The edit that puts a header first into the object literal that a request's headers are written in, laid out as what
 * stands there. null when there is no such object, or its file may not be changed. `value` is source text.
 */
export function addProperty(
  target: Editable,
  { container }: Entries,
  name: string,
  value: string,
): Edit | null {
  const written = container?.kind === 'object' ? textAt(target, container.place) : null;
  if (container === null || written?.startsWith('{') !== true) return null;
  const { file, start } = container.place;

  const property = `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`}: ${value}`;
  if (/^\{\s*\}$/.test(written)) return { place: container.place, text: `{ ${property} }` };
  const space = /^\{(\s*)/.exec(written)?.[1] ?? '';
  return { place: { file, start: start + 1, end: start + 1 }, text: `${space}${property},${space === '' ? ' ' : ''}` };
}
