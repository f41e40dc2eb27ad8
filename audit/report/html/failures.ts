import { html } from './markup.ts';
import { createOperationLinks } from './operation-link.ts';
import type { AuditReport } from '../../audit-report.ts';
import type { ErrorHandlingRow, YesNo } from '../../audit-sections.ts';
import type { Markup } from './markup.ts';
import type { PageData } from './page-data.ts';
import type { Section } from './section.ts';

/** How failures are dealt with, by API and operation, over all sites of each. */
export function printFailures({ errorHandling }: AuditReport, data: PageData): Section | null {
  if (errorHandling.length === 0) return null;
  const link = createOperationLinks(data);
  const targets = [...new Set(errorHandling.map(({ target }) => target))];
  const body = html`<div class="scroll" tabindex="0" role="group" aria-label="How failures are dealt with"><table class="matrix"><caption>Of how many sites each is true; a dash where it cannot be known. A retry is unsafe where the operation may not be sent twice.</caption><thead><tr><th scope="col">Operation</th><th scope="col" class="number">Sites</th><th scope="col">Status checked</th><th scope="col">Time limit</th><th scope="col">Retry</th><th scope="col">Rate limit</th><th scope="col">Statuses told apart</th></tr></thead>
${targets.map((target) => html`<tbody><tr class="group"><th scope="rowgroup" colspan="7">${target}</th></tr>
${errorHandling.filter((row) => row.target === target).map((row) => printRow(row, link(row.description, row.operation)))}</tbody>`)}</table></div>`;
  return { id: 'failures', title: 'When requests fail', short: 'Failures', body };
}

function printRow(row: ErrorHandlingRow, name: Markup): Markup {
  const { sites, status, timeout, retry, retrySafe, retryReason, rateLimit } = row;
  const checked = { yes: status.thrown + status.checked, no: status.ignored + status.swallowed, unknown: status.unknown };
  const unsafe = retrySafe === false && retry.yes > 0;
  return html`<tr><th scope="row">${name}</th><td class="number">${sites.length}</td>${printAnswers(checked, status.swallowed > 0 ? `${String(status.swallowed)} swallowed` : '')}${printAnswers(timeout, '')}${unsafe ? html`<td class="answer bad">unsafe <span class="note">${retryReason}</span></td>` : printAnswers(retry, retrySafe === false ? 'not safe' : '', retrySafe === false ? 'unknown' : 'some')}${printRateLimit(rateLimit)}<td>${printStatuses(row)}</td></tr>
`;
}

function printAnswers({ yes, no, unknown }: YesNo, note: string, none: 'bad' | 'some' | 'unknown' = 'bad'): Markup {
  const remark = note === '' ? null : html` <span class="note">${note}</span>`;
  if (yes + no === 0) return html`<td class="answer unknown">–${remark}</td>`;
  if (no + unknown === 0) return html`<td class="answer good">yes${remark}</td>`;
  if (yes + unknown === 0) return html`<td class="answer ${none}">no${remark}</td>`;
  return html`<td class="answer some">${yes} of ${yes + no + unknown}${remark}</td>`;
}

function printRateLimit({ documented, handled, retryAfter }: ErrorHandlingRow['rateLimit']): Markup {
  if (handled === null) return html`<td class="answer unknown">–</td>`;
  if (handled) return html`<td class="answer good">yes${retryAfter === false ? html` <span class="note">without Retry-After</span>` : null}</td>`;
  return documented ? html`<td class="answer bad">no</td>` : html`<td class="answer unknown">no</td>`;
}

function printStatuses({ toldApart, untold, statusesOpen }: ErrorHandlingRow): Markup {
  const told = toldApart.length === 0 ? null : html`<span class="told">${toldApart.join(', ')}</span>`;
  const rest = untold.length === 0 ? null : html`<span class="note">${statusesOpen ? 'perhaps not' : 'not'} ${untold.join(', ')}</span>`;
  return html`${told}${told === null || rest === null ? null : html`, `}${rest}`;
}
