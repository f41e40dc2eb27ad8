import { addProperty } from './add-property.ts';
import { isOwned } from './locate.ts';
import type { Entry, Place, TextPart } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { Edit } from './edit-path.ts';
import type { AttributedRequest } from './judge-request.ts';

type Linted = RuleContext<string, readonly unknown[]>;

/**
 * The edits that send a query parameter of the URL text as a header instead. null unless the linted file has both: the
 * parameter with one whole expression or word as its value, and an object of headers to add it to.
 */
export function moveToHeader(context: Linted, { site }: AttributedRequest, entry: Entry): readonly Edit[] | null {
  const value = printValue(context, entry);
  if (value === null || entry.written !== 'url' || !isOwned(context, entry.entryPlace)) return null;

  const header = addProperty(context, site.headers, entry.name, value);
  return header === null ? null : [removeParameter(context, wholeEntry(context, entry.entryPlace)), header];
}

/** The value as source text: an expression of the file, or a quoted word. */
function printValue(context: Linted, entry: Entry): string | null {
  const [only, ...alternatives] = entry.values ?? [];
  const [part, ...rest]: readonly TextPart[] = only ?? [];
  if (part === undefined || rest.length > 0 || alternatives.length > 0) return null;
  if (part.kind === 'literal') return `'${part.text}'`;
  if (!isOwned(context, part.place)) return null;
  // `${encodeURIComponent(token)}` in the URL is `token` in a header.
  return context.sourceCode.text.slice(part.place.start, part.place.end).replace(/^encodeURIComponent\((\w+)\)$/, '$1');
}

/** The entry with the brace that closes the `${…}` at its end. */
function wholeEntry({ sourceCode }: Linted, { file, start, end }: Place): Place {
  const written = sourceCode.text.slice(start, end);
  const isClosed = written.lastIndexOf('${') < written.lastIndexOf('}') || !written.includes('${');
  const rest = isClosed ? null : /^\s*\}/.exec(sourceCode.text.slice(end));
  return { file, start, end: end + (rest?.[0].length ?? 0) };
}

/** Removes `name=value` with the `&` before it, or, when it comes first, the `&` behind it or the `?`. */
function removeParameter(context: Linted, { file, start, end }: Place): Edit {
  const { text } = context.sourceCode;
  const isFirst = text[start - 1] === '?';
  if (text[start - 1] === '&') return { place: { file, start: start - 1, end }, text: '' };
  if (isFirst && text[end] === '&') return { place: { file, start, end: end + 1 }, text: '' };
  return { place: { file, start: isFirst ? start - 1 : start, end }, text: '' };
}
