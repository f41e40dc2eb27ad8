import { makeCodeFrame } from './code-frame.ts';
import { make, makeProse } from './element.ts';
import { makeOpeningRow } from './opening-row.ts';
import type { DocumentPlace } from '../../audit-sections.ts';
import type { PageData, PageFinding } from '../html/page-data.ts';

/** A finding in the list of all. */
export function makeFindingRow(data: PageData, number: number): readonly HTMLElement[] {
  const finding = data.findings[number];
  if (finding === undefined) return [];
  const { file, line, column, message, rule } = finding;
  return makeOpeningRow({
    id: `finding-${String(number)}`,
    label: [make('span', { class: 'message' }, ...makeProse(message))],
    cells: [make('td', {}, makeSeverity(finding)), make('td', { class: 'rule wide' }, makeRule(data, rule)), make('td', { class: 'place wide' }, `${file}:${String(line)}:${String(column)}`)],
    fill: (into) => into.append(...describeFinding(data, finding)),
  });
}

/** Findings where the request that has them is opened. */
export function makeFindingList(data: PageData, numbers: readonly number[]): HTMLElement {
  const list = make('ul', { class: 'findings' });
  for (const number of numbers) {
    const finding = data.findings[number];
    if (finding !== undefined) list.append(make('li', {}, makeSeverity(finding), ' ', ...makeProse(finding.message), ' ', make('span', { class: 'rule' }, makeRule(data, finding.rule)), makeNote(finding.accepted), makeNote(finding.basis === null ? undefined : makeBasis(finding.basis))));
  }
  return list;
}

function makeNote(text: string | undefined): HTMLElement | null {
  return text === undefined ? null : make('span', { class: 'basis' }, text);
}

function describeFinding(data: PageData, finding: PageFinding): readonly HTMLElement[] {
  const { accepted, file, line, column, rule, basis } = finding;
  const place = make('p', { class: 'place' }, `${file}:${String(line)}:${String(column)} `, makeRule(data, rule));
  const reason = accepted === undefined ? [] : [make('p', { class: 'reason' }, accepted)];
  const frame = makeCodeFrame(data, finding) ?? make('p', { class: 'reason' }, 'The report has no code of this file.');
  const rests = basis === null ? [] : [make('p', { class: 'reason' }, `It rests on ${makeBasis(basis)}.`)];
  return [place, ...reason, ...rests, frame];
}

/** `plex-media-server, line 12: /paths/~1identity/get` */
export function makeBasis({ description, pointer, line }: DocumentPlace): string {
  return `${description}${line === null ? '' : `, line ${String(line)}`}: ${pointer}`;
}

function makeSeverity({ severity, accepted, isNew }: PageFinding): HTMLElement {
  const shown = accepted === undefined ? severity : 'accepted';
  return make('span', { class: `severity ${shown}` }, isNew === true ? `${shown}, new` : shown);
}

/** The rule's name, leading to its page. Only pages of our own are led to. */
function makeRule({ rulePages }: PageData, rule: string): HTMLElement {
  const page = Object.hasOwn(rulePages, rule) ? rulePages[rule] : undefined;
  return page === undefined ? make('span', {}, rule) : make('a', { href: page }, rule);
}
