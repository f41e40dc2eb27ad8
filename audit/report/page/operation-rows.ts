import { count, make } from './element.ts';
import { makeBasis, makeFindingList } from './finding-rows.ts';
import { makeUse, makeWants } from './operation-facts.ts';
import { makeOpeningRow } from './opening-row.ts';
import { makeOperationName } from './request-name.ts';
import { makeSite } from './site-rows.ts';
import type { PageData, PageOperation } from '../html/page-data.ts';

const STATES: Readonly<Record<PageOperation['state'], string>> = { clean: 'implemented', partly: 'partly', deviating: 'deviating', missing: 'missing' };
/** So many sites of an operation are shown at once. */
const MOST_SITES = 10;

/** An operation in the list of all. */
export function makeOperationRow(data: PageData, number: number): readonly HTMLElement[] {
  const operation = data.operations[number];
  if (operation === undefined) return [];
  const { name, state, standing, tag, sites, findings, summary, wants } = operation;
  const stands = make('td', {}, make('span', { class: `state ${state}` }, STATES[state]));
  if (standing !== 'documented') stands.append(' ', make('span', { class: 'note' }, standing));
  return makeOpeningRow({
    id: `operation-${String(number)}`,
    label: [makeOperationName(name)],
    cells: [stands, make('td', { class: 'wide' }, tag), make('td', { class: 'number' }, sites.length === 0 ? null : sites.length), make('td', { class: 'number wide' }, findings.length === 0 ? null : findings.length)],
    fill: sites.length === 0 && summary === null && wants === null ? null : (into) => fillOperation(into, data, operation),
  });
}

function fillOperation(into: HTMLElement, data: PageData, { summary, sites, findings, description, use, wants, at }: PageOperation): void {
  const where = at === null ? description : makeBasis(at);
  into.append(make('p', { class: 'summary' }, summary === null ? '' : `${summary} `, make('span', { class: 'note' }, where)));
  if (findings.length > 0) into.append(make('h3', {}, count(findings.length, 'finding')), makeFindingList(data, findings));
  if (use !== null) into.append(...makeUse(use, sites.length));
  if (wants !== null) into.append(...makeWants(wants));
  if (sites.length === 0) return;

  const list = make('ul', { class: 'sites' });
  const more = make('button', { type: 'button', class: 'more' });
  let shown = 0;
  const showMore = (): void => {
    const next = sites.slice(shown, shown + MOST_SITES).map((site) => makeSite(data, site));
    list.append(...next);
    shown += next.length;
    more.hidden = shown >= sites.length;
    more.textContent = `Show ${String(Math.min(MOST_SITES, sites.length - shown))} more of ${String(sites.length - shown)}`;
  };
  more.addEventListener('click', showMore);
  showMore();
  into.append(make('h3', {}, count(sites.length, 'site')), list, more);
}
