import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import type { PageData, PageSite } from './page-data.ts';
import type { Section } from './section.ts';

/** What is asked of each site, and which answers are good. */
const QUESTIONS: readonly { readonly name: string; readonly ask: (site: PageSite) => 'good' | 'bad' | 'unknown' }[] = [
  { name: 'Status checked', ask: ({ status }) => (status === null ? 'unknown' : status === 'thrown' || status === 'checked' ? 'good' : 'bad') },
  { name: 'Time limit', ask: ({ timeout }) => answer(timeout) },
  { name: 'Retry', ask: ({ retry }) => answer(retry) },
];

/** How each operation's failures are dealt with, over all its sites. */
export function printFailures({ operations, sites }: PageData): Section {
  const used = operations.map((operation) => ({ operation, own: operation.sites.flatMap((site) => sites[site] ?? []) })).filter(({ own }) => own.length > 0);
  const body = used.length === 0 ? html`<p>No operation is called.</p>` : html`<div class="scroll" tabindex="0" role="group" aria-label="How failures are dealt with"><table class="matrix"><caption>Of how many sites each is true; a dash where it cannot be known</caption><thead><tr><th scope="col">Operation</th><th scope="col" class="number">Sites</th>${QUESTIONS.map(({ name }) => html`<th scope="col">${name}</th>`)}<th scope="col">Statuses told apart</th></tr></thead><tbody>
${used.map(({ operation, own }) => html`<tr><th scope="row" class="path">${operation.name}</th><td class="number">${own.length}</td>${QUESTIONS.map(({ ask }) => printAnswers(own.map(ask)))}<td>${[...new Set(own.flatMap(({ statuses }) => statuses))].sort((a, b) => a - b).join(', ')}</td></tr>
`)}</tbody></table></div>`;
  return { id: 'failures', title: 'When requests fail', body };
}

function answer(value: boolean | null): 'good' | 'bad' | 'unknown' {
  return value === null ? 'unknown' : value ? 'good' : 'bad';
}

function printAnswers(answers: readonly ('good' | 'bad' | 'unknown')[]): Markup {
  const good = answers.filter((one) => one === 'good').length;
  const unknown = answers.filter((one) => one === 'unknown').length;
  if (unknown === answers.length) return html`<td class="answer unknown">–</td>`;
  if (good === answers.length) return html`<td class="answer good">yes</td>`;
  if (good === 0 && unknown === 0) return html`<td class="answer bad">no</td>`;
  return html`<td class="answer some">${good} of ${answers.length}</td>`;
}
