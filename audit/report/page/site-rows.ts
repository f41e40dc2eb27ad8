import { makeCodeFrame } from './code-frame.ts';
import { make, makeProse } from './element.ts';
import { makeFindingList } from './finding-rows.ts';
import { makeOpeningRow } from './opening-row.ts';
import { makeRequestName } from './request-name.ts';
import type { PageData, PageSite } from '../html/page-data.ts';

const STATUS: Readonly<Record<string, string>> = { thrown: 'thrown by the client', checked: 'checked', ignored: 'not checked', swallowed: 'swallowed' };
const STANDINGS: Readonly<Record<PageSite['standing'], string>> = {
  documented: 'documented', undocumented: 'undocumented', retired: 'retired', 'wrong-method': 'wrong method', unknown: 'not in the description', unresolved: 'not resolved',
};

/** A request in the list of all. */
export function makeSiteRow(data: PageData, number: number): readonly HTMLElement[] {
  const site = data.sites[number];
  if (site === undefined) return [];
  const { method, path, target, standing, findings, file, line } = site;
  return makeOpeningRow({
    id: `site-${String(number)}`,
    label: [makeRequestName(method, path)],
    cells: [
      make('td', { class: 'wide' }, target ?? 'not attributed'),
      make('td', {}, make('span', { class: `standing standing-${standing}` }, STANDINGS[standing])),
      make('td', { class: 'place wide' }, `${file}:${String(line)}`),
      make('td', { class: 'number wide' }, findings.length === 0 ? null : findings.length),
    ],
    fill: (into) => into.append(makePlace(site), ...describeSite(data, site), makeFindingList(data, findings)),
  });
}

/** A request where its operation is opened: its place, and all that is known of it. */
export function makeSite(data: PageData, number: number): HTMLElement {
  const site = data.sites[number];
  const item = make('li', { class: 'site' });
  if (site !== undefined) item.append(makePlace(site), ...describeSite(data, site));
  return item;
}

function makePlace({ file, line, column }: PageSite): HTMLElement {
  return make('p', { class: 'place' }, `${file}:${String(line)}:${String(column)}`);
}

function describeSite(data: PageData, site: PageSite): readonly HTMLElement[] {
  const { client, via, reason } = site;
  const chain = make('p', { class: 'chain' }, [...via, client].join(' → '));
  const facts = make('dl', { class: 'facts' });
  for (const [name, value] of factsOf(site)) facts.append(make('div', {}, make('dt', {}, name), make('dd', {}, value)));
  const frame = makeCodeFrame(data, site);
  return [...(reason === null ? [] : [make('p', { class: 'reason' }, ...makeProse(reason))]), ...(frame === null ? [] : [frame]), chain, facts];
}

function factsOf({ status, statuses, timeout, retry, accept, token, query, headers, paged }: PageSite): readonly (readonly [string, string])[] {
  return [
    ['Status', `${status === null ? 'not known' : (STATUS[status] ?? status)}${statuses.length === 0 ? '' : `, tells apart ${statuses.join(', ')}`}`],
    ['Timeout', answer(timeout)],
    ['Retry', answer(retry)],
    ['Accept', accept ?? 'not known'],
    ['Token', token ?? 'not known'],
    ...(paged === null ? [] : [['Paged', answer(paged)] as const]),
    ['Query', nameAll(query)],
    ['Headers', nameAll(headers)],
  ];
}

function answer(value: boolean | null): string {
  return value === null ? 'not known' : value ? 'yes' : 'no';
}

function nameAll({ always, maybe, open }: PageSite['query']): string {
  const names = [...always, ...maybe.map((name) => `${name}?`), ...(open ? ['…'] : [])];
  return names.length === 0 ? 'none' : names.join(', ');
}
