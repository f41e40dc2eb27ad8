import { html } from './markup.ts';
import type { AuditReport } from '../../audit-report.ts';
import type { Markup } from './markup.ts';
import type { PageData } from './page-data.ts';
import type { Section } from './section.ts';

/** A column's name, and its look: `wide` is left out where there is little room. */
type Column = readonly [name: string, look: string];
type Choice = readonly [value: string, words: string];

/** The lists that the page's script fills: operations, findings, requests. */
export function printLists(report: AuditReport, data: PageData): readonly Section[] {
  return [
    {
      id: 'operations',
      title: 'Operations',
      short: 'Operations',
      body: printList('operations', 'operation', [['Operation', ''], ['State', ''], ['Tag', 'wide'], ['Sites', 'number'], ['Findings', 'number wide']], [
        printSelect('operations-state', 'State', [['clean', 'implemented'], ['partly', 'with warnings'], ['deviating', 'with errors'], ['missing', 'missing']]),
        printSelect('operations-tag', 'Tag', listTags(report)),
        printSelect('operations-standing', 'Standing', ['documented', 'undocumented', 'retired'].map((standing) => [standing, standing])),
      ]),
    },
    {
      id: 'findings',
      title: 'Findings',
      short: 'Findings',
      body: printList('findings', 'finding', [['Finding', ''], ['Severity', ''], ['Rule', 'wide'], ['Place', 'wide']], [
        printSelect('findings-severity', 'Severity', ['error', 'warning', 'accepted', ...(report.trend === undefined ? [] : ['new'])].map((severity) => [severity, severity])),
        printSelect('findings-rule', 'Rule', distinct(data.findings.map(({ rule }) => rule))),
      ]),
    },
    {
      id: 'requests',
      title: 'Requests',
      short: 'Requests',
      body: printList('requests', 'request', [['Request', ''], ['API', 'wide'], ['Standing', ''], ['Place', 'wide'], ['Findings', 'number wide']], [
        printSelect('requests-standing', 'Standing', distinct(data.sites.map(({ standing }) => standing))),
        printSelect('requests-target', 'API', distinct(data.sites.map(({ target }) => target ?? 'none'))),
      ]),
    },
  ];
}

function printList(id: string, noun: string, columns: readonly Column[], filters: readonly Markup[]): Markup {
  return html`<div class="filters only-scripted">${filters}<p id="${id}-status" role="status" aria-live="polite" class="list-status"></p></div>
<noscript><p>This list needs the page's script. The JSON report has all of it.</p></noscript>
<div class="scroll"><table><caption class="unseen">Every ${noun}, filtered by the search and the fields above</caption><thead><tr>${columns.map(([name, look]) => html`<th scope="col" class="${look}">${name}</th>`)}</tr></thead><tbody id="${id}-rows"></tbody></table></div>
<button type="button" id="${id}-more" class="more" hidden>Show more</button>`;
}

function printSelect(id: string, name: string, choices: readonly Choice[]): Markup {
  return html`<label for="${id}">${name} <select id="${id}"><option value="">all</option>${choices.map(([value, words]) => html`<option value="${value}">${words}</option>`)}</select></label>`;
}

/** Tags by their description, and each description as a whole. */
function listTags({ coverage }: AuditReport): readonly Choice[] {
  return coverage.flatMap(({ description, tags }): readonly Choice[] => [[description, description], ...tags.map(({ tag }): Choice => [`${description} ${tag}`, `${description}: ${tag}`])]);
}

function distinct(values: readonly string[]): readonly Choice[] {
  return [...new Set(values)].sort().map((value) => [value, value]);
}
