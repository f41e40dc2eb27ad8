import { addProperty } from './add-property.ts';
import { textAt } from './editable.ts';
import type { Entry, Place, TextPart } from '../requests/request-site.ts';
import type { Edit, Editable } from './editable.ts';
import type { AttributedRequest } from './judge-request.ts';

/**
 * The edits that send a query parameter of the URL text as a header instead. null unless files that may be changed have
 * both: the parameter with one whole expression or word as its value, and an object of headers to add it to.
 */
export function moveToHeader(target: Editable, { site }: AttributedRequest, entry: Entry): readonly Edit[] | null {
  const value = printValue(target, entry);
  const text = entry.entryPlace === null ? null : target.fileOf(entry.entryPlace.file)?.text ?? null;
  if (value === null || entry.written !== 'url' || entry.entryPlace === null || text === null) return null;

  const header = addProperty(target, site.headers, entry.name, value);
  return header === null ? null : [removeParameter(text, wholeEntry(text, entry.entryPlace)), header];
}

/** The value as source text: an expression of the file, or a quoted word. */
function printValue(target: Editable, entry: Entry): string | null {
  const [only, ...alternatives] = entry.values ?? [];
  const [part, ...rest]: readonly TextPart[] = only ?? [];
  if (part === undefined || rest.length > 0 || alternatives.length > 0) return null;
  if (part.kind === 'literal') return `'${part.text}'`;
  // `${encodeURIComponent(token)}` in the URL is `token` in a header.
  return textAt(target, part.place)?.replace(/^encodeURIComponent\((\w+)\)$/, '$1') ?? null;
}

/** The entry with the brace that closes the `${…}` at its end. */
function wholeEntry(text: string, { file, start, end }: Place): Place {
  const written = text.slice(start, end);
  const isClosed = written.lastIndexOf('${') < written.lastIndexOf('}') || !written.includes('${');
  const rest = isClosed ? null : /^\s*\}/.exec(text.slice(end));
  return { file, start, end: end + (rest?.[0].length ?? 0) };
}

/** Removes `name=value` with the `&` before it, or, when it comes first, the `&` behind it or the `?`. */
function removeParameter(text: string, { file, start, end }: Place): Edit {
  const isFirst = text[start - 1] === '?';
  if (text[start - 1] === '&') return { place: { file, start: start - 1, end }, text: '' };
  if (isFirst && text[end] === '&') return { place: { file, start, end: end + 1 }, text: '' };
  return { place: { file, start: isFirst ? start - 1 : start, end }, text: '' };
}
