import { findInside } from '../requests/walk.ts';
import { addAtCall, headersGiven } from '../rules/add-headers.ts';
import { printProperty } from '../rules/add-property.ts';
import { sendCallOf } from '../rules/call-options.ts';
import { arrowParameter } from './arrow-parameter.ts';
import { readStyle } from './read-style.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { RequestSite } from '../requests/request-site.ts';
import type { SendCall } from '../rules/call-options.ts';
import type { Edit, Editable } from '../rules/editable.ts';
import type { Paging } from '../spec/description.ts';
import type { BodyAt } from './pages-module.ts';

/** A call that can be made to ask for one page after the other. */
export interface PageCall {
  readonly call: SendCall;
  readonly bodyAt: BodyAt;
  /** The edits, given what reads the pages in this file. */
  readonly edits: (reader: string) => readonly Edit[];
}

/** How the call that sends a request becomes one of a page; a text where it cannot: the reason, and what to do. */
export function pageCall(target: Editable, sites: readonly RequestSite[], list: readonly string[], paging: Paging, size: number): PageCall | string {
  const [site] = sites;
  const call = site === undefined ? null : sendCallOf(target, site);
  if (site === undefined || call === null) return 'The call that sends is in a file that may not be changed, or in a form that is not known. Send the page there by hand.';
  const bodyAt = bodyAtOf(call);
  if (bodyAt === null) return `An answer of ${site.client} cannot be put together from pages. Ask for the pages in a loop.`;
  const { node, file } = call;
  if (isInOwn(node, 'YieldExpression')) return 'What the call sends comes from a generator. Take it into a variable first.';

  const { quote } = readStyle(file);
  const text = file.text.slice(...node.range);
  const start = ['start', 'offset', 'from', 'first'].find((name) => !new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text)) ?? 'pageStart';
  const headers = [printProperty(paging.start, `String(${start})`, quote), printProperty(paging.size, `${quote}${String(size)}${quote}`, quote)];
  const edit = headersEdit(target, call, sites, headers);
  if (edit === null) return `The call leaves no place for ${paging.start} and ${paging.size}. Write its configuration as an object.`;
  const names = list.map((name) => `${quote}${name}${quote}`).join(', ');
  const isAsync = isInOwn(node, 'AwaitExpression');
  const at = (offset: number, put: string): Edit => ({ place: { file: file.file, start: offset, end: offset }, text: put });
  return { call, bodyAt, edits: (reader) => [at(node.range[0], `${reader}([${names}], ${isAsync ? 'async ' : ''}${arrowParameter(file, start)} => `), edit, at(node.range[1], ')')] };
}

function bodyAtOf({ model, shape }: SendCall): BodyAt | null {
  const response = shape.response ?? model.response;
  // `json()` is of the promise
  if (response !== 'fetch') return response === 'data' || response === 'body' ? response : null;
  return model.follows === undefined && model.globals?.includes('fetch') === true ? 'fetch' : null;
}

/** Only what stands in the call may name the start of the page. */
function headersEdit(target: Editable, call: SendCall, sites: readonly RequestSite[], headers: readonly string[]): Edit | null {
  const [site] = sites;
  const { file, node, model, shape } = call;
  const given = headersGiven(sites);
  const isWithin = ({ place }: Edit): boolean => place.file === file.file && place.start >= node.range[0] && place.end <= node.range[1];
  const direct = site === undefined ? null : addAtCall(target, site, headers, given);
  if (direct !== null && isWithin(direct)) return direct;

  const [key] = model.config.headers ?? [];
  const [urlKey] = model.config.url ?? [];
  if (key === undefined || key.includes('.')) return null;
  const own = headers.join(', ');
  const [first] = node.arguments;
  if (shape.args.length === 1 && shape.args[0] === 'urlOrConfig' && urlKey !== undefined && given !== 'objects' && node.arguments.length === 1 && (first?.type === 'Literal' || first?.type === 'TemplateLiteral')) {
    return { place: { file: file.file, start: first.range[0], end: first.range[1] }, text: `{ ${urlKey}: ${file.text.slice(...first.range)}, ${key}: { ${own} } }` };
  }
  const config = node.arguments[shape.args.indexOf('config')];
  if (config?.type !== 'Identifier' || given === 'unknown') return null;
  const kept = given === 'objects' ? `, ...${config.name}.${key}` : '';
  return { place: { file: file.file, start: config.range[0], end: config.range[1] }, text: `{ ...${config.name}, ${key}: { ${own}${kept} } }` };
}

/** Whether a node has another one of a type that is not in a function of its own. */
function isInOwn(node: TSESTree.Node, type: 'AwaitExpression' | 'YieldExpression'): boolean {
  return findInside(node, (inner) => inner.type === type, (inner) => inner.type.includes('Function'));
}
