import { printable } from '../printable.ts';
import { splitCode } from '../split-code.ts';

type Child = Node | string | number | null | false;

/** An element with attributes and children; text is shown as text, whatever it holds. */
export function make(tag: string, attributes: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, printable(value));
  for (const child of children) {
    if (child === null || child === false) continue;
    element.append(child instanceof Node ? child : printable(String(child)));
  }
  return element;
}

/** A sentence, with what stands in backticks as code. */
export function makeProse(sentence: string): readonly (HTMLElement | string)[] {
  return splitCode(sentence).map(({ code, text }) => (code ? make('code', {}, text) : text));
}

/** The element of the page with this id, which the page surely has. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
}

/** The chosen value of a select or the text of a field; empty where the page has none. */
export function valueOf(id: string): string {
  const element = document.getElementById(id);
  return element instanceof HTMLSelectElement || element instanceof HTMLInputElement ? element.value : '';
}

/** `3 sites`, `1 site`. */
export function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
