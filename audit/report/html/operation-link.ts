import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import type { PageData } from './page-data.ts';

/** Writes operations so that they lead to their place in the list of all; plainly, where the list has them not. */
export function createOperationLinks({ operations }: PageData): (description: string | null, operation: string) => Markup {
  const numbers = new Map(operations.map(({ description, name }, i) => [`${description} ${name}`, i]));
  return (description, operation) => {
    const number = description === null ? undefined : numbers.get(`${description} ${operation}`);
    return number === undefined ? html`<span class="path">${operation}</span>` : html`<button type="button" class="path link" data-operation="${number}">${operation}</button>`;
  };
}
