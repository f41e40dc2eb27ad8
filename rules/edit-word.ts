import { isOwned } from './locate.ts';
import type { Place } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { Edit } from './editable.ts';

type Linted = RuleContext<string, readonly unknown[]>;

/**
 * The edit that puts one word in the place of another: a name or value of a URL, a text with or without its quotes, the
 * key of an object. null unless the linted file writes just that word there.
 */
export function editWord(context: Linted, place: Place | null, from: string, to: string): Edit | null {
  if (!isOwned(context, place)) return null;
  const written = context.sourceCode.text.slice(place.start, place.end);
  const [, mark = '', word = ''] = /^(['"`]?)(.*)\1$/s.exec(written) ?? [];
  if (word !== from) return null;
  return { place, text: `${mark}${to}${mark}` };
}
