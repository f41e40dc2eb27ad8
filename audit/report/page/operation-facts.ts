import { count, make } from './element.ts';
import type { OperationUse, OperationWants } from '../html/page-data.ts';
import type { FieldUse, NameUse, StrayName } from '../../audit-sections.ts';

/** So many fields of a response are named before the rest is counted. */
const MOST_FIELDS = 60;

/** How an operation is sent, beside what it takes: names, statuses, the response. */
export function makeUse({ parameters, openQuery, strayParameters, headers, strayHeaders, response, statuses }: OperationUse, sites: number): readonly HTMLElement[] {
  const names = [...parameters, ...headers];
  const strays = [...strayParameters.map((stray) => describeStray(stray, openQuery ? 'not listed' : 'not in the description')), ...strayHeaders.map((stray) => describeStray(stray, 'a header nothing lists'))];
  return [
    ...(names.length === 0 ? [] : [makeTable(['Name', 'In', 'Sent'], names.map((name) => [makeName(name), make('span', {}, name.location), describeSending(name, sites)]), 'Parameters and headers, and how many sites send them')]),
    ...(strays.length === 0 ? [] : [makeFact('Also sent', strays.join('; '))]),
    ...(statuses.documented.length === 0 ? [] : [makeFact('Statuses', describeStatuses(statuses))]),
    ...describeResponse(response, sites),
  ];
}

/** What an operation takes that no request sends. */
export function makeWants({ parameters, body, security }: OperationWants): readonly HTMLElement[] {
  return [
    ...(parameters.length === 0 ? [] : [makeTable(['Name', 'In'], parameters.map((parameter) => [makeName(parameter), make('span', {}, parameter.location)]), 'What the operation takes')]),
    ...(body.length === 0 ? [] : [makeFact('Body', body.join(', '))]),
    ...(security.length === 0 ? [] : [makeFact('Authorised by', security.join(', or '))]),
  ];
}

function makeName({ name, required }: Pick<NameUse, 'name' | 'required'>): HTMLElement {
  return make('span', { class: 'path' }, name, required ? make('span', { class: 'note' }, ' required') : null);
}

function describeSending({ always, maybe, unknown, required }: NameUse, sites: number): HTMLElement {
  const parts = [always === sites ? 'always' : always > 0 ? `always by ${String(always)} of ${String(sites)}` : '', maybe > 0 ? `sometimes by ${String(maybe)}` : '', unknown > 0 ? `not known of ${String(unknown)}` : ''].filter((part) => part !== '');
  if (parts.length > 0) return make('span', {}, parts.join(', '));
  return make('span', { class: required ? 'answer bad' : 'answer unknown' }, 'no');
}

function describeStray({ name, sites }: StrayName, why: string): string {
  return `${name} (${why}; ${sites.map(({ file, line }) => `${file}:${String(line)}`).slice(0, 3).join(', ')})`;
}

function describeStatuses({ documented, toldApart, untold, open }: OperationUse['statuses']): string {
  return [
    `documented ${documented.join(', ')}`,
    ...(toldApart.length === 0 ? [] : [`told apart ${toldApart.join(', ')}`]),
    ...(untold.length === 0 ? [] : [`${open ? 'perhaps not' : 'not'} told apart ${untold.join(', ')}`]),
  ].join('; ');
}

function* describeResponse({ described, read, unknown, open, fields, types }: OperationUse['response'], sites: number): Generator<HTMLElement> {
  if (described > 0) yield makeFact('Response', `${String(read)} of ${count(described, 'field')} read${unknown === 0 ? '' : `, not known of ${String(unknown)} of ${count(sites, 'site')}`}${open ? ', perhaps more where the response is handed on' : ''}`);
  if (fields.length > 0) {
    const shown = fields.slice(0, MOST_FIELDS).map(describeField).join(', ');
    yield makeFact('Fields read', fields.length > MOST_FIELDS ? `${shown} and ${String(fields.length - MOST_FIELDS)} more` : shown);
  }
  if (types.length > 0) {
    yield makeFact('Types declared', types.map(({ field, fields: all, described: known, file, line }) => `${field === '' ? 'the body' : field}: ${known === null ? count(all, 'field') : `${String(known)} of ${count(all, 'field')} described`} (${file}:${String(line)})`).join('; '));
  }
}

function describeField({ field, described }: FieldUse): string {
  return described === false ? `${field} (not in the description)` : field;
}

function makeFact(name: string, text: string): HTMLElement {
  return make('dl', { class: 'facts' }, make('div', {}, make('dt', {}, name), make('dd', {}, text)));
}

function makeTable(columns: readonly string[], rows: readonly (readonly HTMLElement[])[], caption: string): HTMLElement {
  const head = make('tr', {}, ...columns.map((column) => make('th', { scope: 'col' }, column)));
  const body = make('tbody', {}, ...rows.map((cells) => make('tr', {}, ...cells.map((cell) => make('td', {}, cell)))));
  return make('table', { class: 'names' }, make('caption', { class: 'unseen' }, caption), make('thead', {}, head), body);
}
