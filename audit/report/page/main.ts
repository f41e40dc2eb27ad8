import { printable } from '../printable.ts';
import { byId, count, valueOf } from './element.ts';
import { makeFindingRow } from './finding-rows.ts';
import { makeOperationRow } from './operation-rows.ts';
import { createPagedList } from './paged-list.ts';
import { makeSiteRow } from './site-rows.ts';
import { listenForTheme, restoreTheme } from './theme.ts';
import type { PageData } from '../html/page-data.ts';
import type { PagedList } from './paged-list.ts';

restoreTheme();
document.addEventListener('DOMContentLoaded', () => {
  document.documentElement.classList.add('scripted');
  listenForTheme(byId('theme'));
  const data = JSON.parse(byId('data').textContent) as PageData;
  const lists = { operations: listOperations(data), findings: listFindings(data), requests: listSites(data) };
  listenForFilters(lists);
  listenForLinks(data, lists);
  listenForPrint(Object.values(lists));
});

type Lists = Readonly<Record<'operations' | 'findings' | 'requests', PagedList>>;

function listOperations(data: PageData): PagedList {
  const texts = data.operations.map(({ name, summary, tag, description, sites }) => searchText(name, summary, tag, description, ...new Set(sites.map((site) => data.sites[site]?.file ?? ''))));
  return createList(data.operations, 'operations', 'operation', (number) => makeOperationRow(data, number), (number, words) => {
    const { state, tag, description, standing } = data.operations[number] ?? {};
    return has(texts[number], words) && is('operations-state', state) && is('operations-tag', `${description ?? ''} ${tag ?? ''}`, description) && is('operations-standing', standing);
  });
}

function listFindings(data: PageData): PagedList {
  const texts = data.findings.map(({ file, rule, message, accepted }) => searchText(file, rule, message, accepted));
  return createList(data.findings, 'findings', 'finding', (number) => makeFindingRow(data, number), (number, words) => {
    const { severity, accepted, rule, isNew } = data.findings[number] ?? {};
    return has(texts[number], words) && is('findings-severity', accepted === undefined ? severity : 'accepted', isNew === true ? 'new' : undefined) && is('findings-rule', rule);
  });
}

function listSites(data: PageData): PagedList {
  const texts = data.sites.map(({ file, method, path, client, via, target, reason }) => searchText(`${method ?? ''} ${path ?? ''}`, file, client, target, reason, ...via));
  return createList(data.sites, 'requests', 'request', (number) => makeSiteRow(data, number), (number, words) => {
    const { standing, target } = data.sites[number] ?? {};
    return has(texts[number], words) && is('requests-standing', standing) && is('requests-target', target ?? 'none');
  });
}

function createList(items: readonly unknown[], id: string, noun: string, render: (number: number) => readonly HTMLElement[], matches: (number: number, words: readonly string[]) => boolean): PagedList {
  let words: readonly string[] = [];
  const list = createPagedList({
    items: items.map((_, number) => number),
    body: byId(`${id}-rows`),
    status: byId(`${id}-status`),
    more: byId(`${id}-more`),
    noun,
    render,
    matches: (number) => matches(number, words),
  });
  return {
    ...list,
    refresh() {
      words = valueOf('search').toLowerCase().split(/\s+/).filter((word) => word !== '');
      return list.refresh();
    },
  };
}

function searchText(...parts: readonly (string | null | undefined)[]): string {
  return parts.join('\n').toLowerCase();
}

function has(text: string | undefined, words: readonly string[]): boolean {
  return text !== undefined && words.every((word) => text.includes(word));
}

/** Whether a select is left open, or set to one of these. */
function is(select: string, ...values: readonly (string | undefined)[]): boolean {
  const wanted = valueOf(select);
  return wanted === '' || values.some((value) => value !== undefined && printable(value) === wanted);
}

/** Filters as the reader types, and says what is left. */
function listenForFilters(lists: Lists): void {
  const said = byId('search-status');
  const refresh = (): void => {
    const operations = lists.operations.refresh();
    const findings = lists.findings.refresh();
    const requests = lists.requests.refresh();
    said.textContent = valueOf('search') === '' ? '' : `${count(operations, 'operation')}, ${count(findings, 'finding')}, ${count(requests, 'request')} match.`;
  };
  byId('search').addEventListener('input', refresh);
  for (const id of ['operations', 'findings', 'requests'] as const) {
    byId(id).addEventListener('change', () => lists[id].refresh());
  }
  byId('search-form').addEventListener('reset', () => setTimeout(refresh));
  byId('search-form').addEventListener('submit', (event) => event.preventDefault());
  refresh();
}

/** From the map to the operations of a tag; from there, the ranking and the matrix to one operation. */
function listenForLinks({ operations }: PageData, lists: Lists): void {
  byId('main').addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const number = target.closest('[data-operation]')?.getAttribute('data-operation') ?? null;
    const tag = target.closest('[data-tag]')?.getAttribute('data-tag') ?? null;
    if (number === null && tag === null) return;
    for (const [id, value] of [['search', ''], ['operations-state', ''], ['operations-standing', ''], ['operations-tag', tag ?? '']] as const) {
      const field = document.getElementById(id);
      if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.value = value;
    }
    for (const list of Object.values(lists)) list.refresh();
    if (number !== null && operations[Number(number)] !== undefined && lists.operations.reveal(Number(number)) >= 0) openRow(`operation-${number}`);
    else byId('operations-title').focus();
  });
}

function openRow(id: string): void {
  const button = document.querySelector<HTMLElement>(`[aria-controls="${id}"]`);
  if (button?.getAttribute('aria-expanded') === 'false') button.click();
  button?.focus();
}

function listenForPrint(lists: readonly PagedList[]): void {
  matchMedia('print').addEventListener('change', ({ matches }) => {
    for (const list of lists) list.print(matches);
  });
}
