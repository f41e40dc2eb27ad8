import { countOf } from '../../../rules/count-of.ts';
import { groupBy } from '../../../rules/group-by.ts';
import { isUnattributed, nameRequest } from '../words.ts';
import { html, prose } from './markup.ts';
import type { AuditReport, AuditRequest } from '../../audit-report.ts';
import type { Markup } from './markup.ts';
import type { Section } from './section.ts';

/** So many of a kind are listed here; the list of requests has all. */
const MOST = 200;

/** What the audit does not know, each with its reason. */
export function printUnknown({ requests, skipped, outOfScope }: AuditReport): Section | null {
  const unresolved = requests.filter(({ path }) => path === null);
  const unattributed = requests.filter(isUnattributed);
  if (unresolved.length + unattributed.length + skipped.length + outOfScope.length === 0) return null;
  return {
    id: 'unknown',
    title: 'Not known',
    short: 'Not known',
    body: html`${printRequests('Paths that cannot be known', unresolved)}${printRequests('Requests that nothing attributes to an API', unattributed)}${skipped.length === 0 ? null : html`<h3>Files that could not be read</h3><ul class="plain">${skipped.map(({ file, line, column, message }) => html`<li><span class="place">${file}:${line}:${column}</span> ${message}</li>`)}</ul>`}${outOfScope.length === 0 ? null : html`<h3>Out of scope</h3><ul class="plain">${outOfScope.map(({ by, operations }) => html`<li>${by} <span class="note">${countOf(operations, 'operation')}</span></li>`)}</ul>`}`,
  };
}

function printRequests(heading: string, requests: readonly AuditRequest[]): Markup | null {
  if (requests.length === 0) return null;
  const byReason = groupBy(requests, ({ reason }) => reason ?? '');
  return html`<h3>${heading} <span class="note">${requests.length}</span></h3>
${[...byReason].sort(([, a], [, b]) => b.length - a.length).map(([reason, own]) => printReason(reason, own))}`;
}

function printReason(reason: string, requests: readonly AuditRequest[]): Markup {
  const more = requests.length - MOST;
  return html`<details class="reasons"><summary>${prose(reason)} <span class="note">${requests.length}</span></summary>
<ul class="plain">${requests.slice(0, MOST).map((request) => html`<li><span class="path">${nameRequest(request)}</span> <span class="place">${request.file}:${request.line}</span></li>`)}${more > 0 ? html`<li>And ${more} more: see the list of requests.</li>` : null}</ul></details>
`;
}
