import { escapeHtml } from './escape-html.ts';
import { printable } from './printable.ts';
import { splitCode } from './split-code.ts';

/** What Markdown, or HTML in it, reads as a sign of its own in the middle of a line. */
const SIGNS = /[\\`*_[\]<>|~&$]/g;
/** What becomes a link or a mention wherever it stands: `@name`, `#12`, `www.`, `https://`, `mailto:`. A comment in it stops that. */
const LINKED = /(?<=@)(?=[\w-])|(?<=#)(?=\d)|(?<=\bwww)(?=\.)|(?<=:)(?=\/\/)|(?<=\b(?:mailto|xmpp))(?=:)/gi;

/**
 * Text of the audited project for the middle of a line of Markdown, in a table as well: it makes no sign, no element, no link
 * and no mention.
 */
export function escapeMarkdown(text: string): string {
  return printable(text).replace(SIGNS, '\\$&').replace(LINKED, '<!---->');
}

/** Text of the audited project as code, in a table as well. */
export function codeSpan(text: string): string {
  const shown = printable(text);
  if (shown === '') return '';
  // a table ends a cell at a bar in code, too, and backticks would need a longer fence: both are spelled out
  if (!/[`|]|^ | $/.test(shown)) return `\`${shown}\``;
  return `<code>${escapeHtml(shown).replace(/[^\w\s&;<>/.,]/g, (sign) => `&#${String(sign.codePointAt(0))};`)}</code>`;
}

/** A sentence for the middle of a line, with what stands in backticks as code. */
export function proseMarkdown(sentence: string): string {
  return splitCode(sentence).map(({ code, text }) => (code ? codeSpan(text) : escapeMarkdown(text))).join('');
}
