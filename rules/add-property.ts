import { textAt } from './editable.ts';
import type { Entries, Place } from '../requests/request-site.ts';
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
  return container?.kind === 'object' ? prependProperties(target, container.place, [printProperty(name, value)]) : null;
}

/** `name: value` as source text, the name in quotes where it needs them. */
export function printProperty(name: string, value: string, quote: "'" | '"' = "'"): string {
  return `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : `${quote}${name}${quote}`}: ${value}`;
}

/**
 * The edit that puts properties (or spreads) first into an object literal, so that what it has already wins; laid out as
 * what stands there. null when no object literal stands at the place, or its file may not be changed.
 */
export function prependProperties(target: Editable, place: Place, properties: readonly string[]): Edit | null {
  const written = textAt(target, place);
  if (written?.startsWith('{') !== true) return null;
  const { file, start } = place;
  if (/^\{\s*\}$/.test(written)) return { place, text: `{ ${properties.join(', ')} }` };
  const space = /^\{(\s*)/.exec(written)?.[1] ?? '';
  const text = properties.map((property) => `${space}${property},`).join('');
  return { place: { file, start: start + 1, end: start + 1 }, text: space === '' ? properties.map((property) => `${property}, `).join('') : text };
}
