import { isOwned } from './locate.ts';
import type { Entries } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { Edit } from './edit-path.ts';

/**
 * The edit that puts a header first into the object literal that a request's headers are written in, laid out as what
 * stands there. null when there is no such object, or another file has it. `value` is source text.
 */
export function addProperty(
  context: RuleContext<string, readonly unknown[]>,
  { container }: Entries,
  name: string,
  value: string,
): Edit | null {
  if (container?.kind !== 'object' || !isOwned(context, container.place)) return null;
  const { file, start, end } = container.place;
  const written = context.sourceCode.text.slice(start, end);
  if (!written.startsWith('{')) return null;

  const property = `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`}: ${value}`;
  if (/^\{\s*\}$/.test(written)) return { place: container.place, text: `{ ${property} }` };
  const space = /^\{(\s*)/.exec(written)?.[1] ?? '';
  return { place: { file, start: start + 1, end: start + 1 }, text: `${space}${property},${space === '' ? ' ' : ''}` };
}
