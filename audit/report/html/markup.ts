import { escapeHtml } from '../escape-html.ts';
import { splitCode } from '../split-code.ts';

/** HTML that is safe to be put into a page as it is. Only `html` makes it. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | null | Markup | readonly Part[];

/** A piece of HTML in which every text is escaped; null is nothing. Attributes have to be in double quotes. */
export function html(written: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: written.map((text, i) => text + (i < parts.length ? put(parts[i] ?? null) : '')).join('') };
}

/** A sentence, with what stands in backticks as code. */
export function prose(sentence: string): Markup {
  return html`${splitCode(sentence).map(({ code, text }) => (code ? html`<code>${text}</code>` : text))}`;
}

function put(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(put).join('');
}
