import { prependProperties, printProperty } from './add-property.ts';
import { functionAround } from './binding-of.ts';
import { addOption, configOf, extendObject, sendCallOf } from './call-options.ts';
import { followValue } from './follow-value.ts';
import { nodePath, pathAround } from './node-path.ts';
import { printValueAt } from './print-value-at.ts';
import { quoteOf } from './quote-of.ts';
import { findEntry } from './request-facts.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Place, RequestSite } from '../requests/request-site.ts';
import type { FunctionNode } from './binding-of.ts';
import type { Edit, Editable, EditedFile } from './editable.ts';
import type { AttributedRequest } from './judge-request.ts';
import type { WrittenParameter } from './written-parameter.ts';

type Owners = ReadonlySet<FunctionNode | null>;

interface Placed {
  readonly edits: readonly Edit[];
  /** The headers stand where the parameter stood. */
  readonly replaces: boolean;
}

const ELSEWHERE = 'The request is sent where its value is not at hand. Hand the headers to the function that sends it.';
const SHARED = 'Other requests are sent by the same call or with the same headers, and would carry it, too. Give these requests headers of their own.';

/**
 * The edits that give requests a header that they have in their query so far: in the object of their headers, around the
 * headers that the sending call is given, or as a new option of that call. `owners` are the functions that make the URL.
 */
export function placeHeader(
  target: Editable,
  written: WrittenParameter,
  name: string,
  requests: readonly AttributedRequest[],
  all: readonly AttributedRequest[],
  owners: Owners,
): Placed | { readonly reason: string } {
  const edits = new Map<string, Edit>();
  for (const { site } of requests) {
    const sent = findEntry(site.headers, name);
    if (sent !== null) {
      if (sent.presence === 'always' && isSameValue(target, written, sent.entryPlace)) continue;
      return { reason: 'A header of this name is sent as well, and may have another value. Keep one of them.' };
    }
    const edit = headerEdit(target, written, name, site, requests, all, owners);
    if (typeof edit === 'string') return { reason: edit };
    edits.set(`${edit.place.file}:${String(edit.place.start)}:${String(edit.place.end)}`, edit);
  }
  const placed = [...edits.values()];
  const at = written.dropped?.range[0];
  return { edits: placed, replaces: placed.some(({ place }) => place.file === written.file.file && place.start === at) };
}

/** Whether a header that is written somewhere has the value of the parameter. */
function isSameValue(target: Editable, { file, value }: WrittenParameter, place: Place | null): boolean {
  const other = place === null ? null : target.fileOf(place.file);
  const property = other === null || place === null ? undefined : nodePath(other.program, place).findLast(({ type }) => type === 'Property');
  if (typeof value === 'string' || property?.type !== 'Property') return false;
  const bare = ({ text }: EditedFile, node: TSESTree.Node | undefined): string => {
    const inner = node?.type === 'TSAsExpression' || node?.type === 'TSNonNullExpression' ? node.expression : node;
    return inner === undefined ? '' : text.slice(inner.range[0], inner.range[1]);
  };
  return bare(file, value.at(-1)) === (other === null ? '' : bare(other, property.value));
}

function headerEdit(target: Editable, written: WrittenParameter, name: string, site: RequestSite, requests: readonly AttributedRequest[], all: readonly AttributedRequest[], owners: Owners): Edit | string {
  const isOneOf = (other: AttributedRequest): boolean => requests.includes(other);
  const { container } = site.headers;
  if (container !== null && container.kind === 'object' && container.place.file === written.file.file && !isInside(container.place, site.instance)) {
    const path = nodePath(written.file.program, container.place);
    const isShared = all.some((other) => isSame(other.site.headers.container?.place ?? null, container.place) && !isOneOf(other));
    if (path.length > 0 && !isShared && owners.has(functionAround(path))) {
      const value = printValue(written, path, site);
      if (value === null) return ELSEWHERE;
      const edit = isSentOnly(target, written.file, path, requests) ? prependProperties(target, container.place, [printProperty(name, value, quoteOf(written.file.text))]) : null;
      if (edit !== null) return edit;
    }
  }
  return optionEdit(target, written, name, site, all.every((other) => !isSame(other.site.send, site.send) || isOneOf(other)), owners);
}

/** Whether an object of headers goes to these requests only. */
function isSentOnly(target: Editable, file: EditedFile, path: readonly TSESTree.Node[], requests: readonly AttributedRequest[]): boolean {
  const at = (name: string, { range: [start, end] }: TSESTree.Node): Place | null | undefined => {
    const place = { file: name, start, end };
    for (const { site } of requests) {
      if (isEqual(site.send, place)) return null;
      const via = site.via.find(({ call }) => call !== undefined && isEqual(call, place));
      if (via !== undefined) return null;
    }
    return undefined;
  };
  return followValue(target, { at }, file, { path }).flow === 'sent';
}

/** Around the headers that the call is given, or as a new option. */
function optionEdit(target: Editable, written: WrittenParameter, name: string, site: RequestSite, isOwn: boolean, owners: Owners): Edit | string {
  const call = sendCallOf(target, site);
  if (call?.file.file !== written.file.file || !owners.has(functionAround(call.path))) return ELSEWHERE;
  if (!isOwn) return SHARED;
  const value = printValue(written, call.path, site);
  if (value === null) return ELSEWHERE;

  const property = printProperty(name, value, quoteOf(call.file.text));
  const slot = configOf(call);
  const config = slot !== null && 'config' in slot ? slot.config : null;
  const given = config?.type === 'ObjectExpression' ? config.properties.find((one) => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === 'headers') : undefined;
  if (given?.type === 'Property') {
    if (site.headers.container?.kind === 'call' || given.value.type === 'ObjectExpression') return 'Its headers are built where the header cannot be put in. Add it by hand.';
    const edit = extendObject(call.file, given.value as TSESTree.Expression, property);
    if (edit === null) return ELSEWHERE;
    return given.shorthand ? { ...edit, text: `headers: ${edit.text}` } : edit;
  }
  // what has no place is what the client adds by itself
  const isFree = site.headers.container === null && !site.headers.open && site.headers.entries.every(({ place }) => place === null);
  const isMerged = site.instance !== null && call.model.replacesHeaders !== true && isInside(site.headers.container?.place ?? null, site.instance);
  if (!isFree && !isMerged) return 'Its headers come from elsewhere and would be replaced. Add the header there.';
  if (!call.model.config.headers?.includes('headers')) return `No option of ${site.client} is known that takes headers. Add the header by hand.`;
  const { dropped } = written;
  if (dropped !== null && config?.type === 'ObjectExpression' && config.properties.includes(dropped)) {
    return { place: { file: call.file.file, start: dropped.range[0], end: dropped.range[1] }, text: `headers: { ${property} }` };
  }
  return addOption(call, `headers: { ${property} }`) ?? 'The call leaves no place for headers. Write its configuration as an object.';
}

/** The value as source text at another place; null where it would mean something else there. */
function printValue({ file, value, form }: WrittenParameter, path: readonly TSESTree.Node[], site: RequestSite): string | null {
  const quote = quoteOf(file.text);
  if (typeof value === 'string') return `${quote}${decode(value)}${quote}`;
  const node = value.at(-1);
  // `${encodeURIComponent(token)}` in the URL is `token` in a header
  const [argument] = form === 'text' && node?.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'encodeURIComponent' ? node.arguments : [];
  const inner = argument === undefined ? value : pathAround(file.program, { start: argument.range[0], end: argument.range[1] });
  const text = printValueAt(file, inner, path);
  return text !== null && form === 'text' && mayBeNoText(inner.at(-1), file, site) ? `\`\${${text}}\`` : text;
}

/** Whether the type of a value may not be one that headers take: URLs take any. */
function mayBeNoText(node: TSESTree.Node | undefined, { file }: EditedFile, { client }: RequestSite): boolean {
  if (!/\.[cm]?tsx?$/.test(file) || client === 'axios') return false;
  return node !== undefined && !['Identifier', 'MemberExpression', 'TSAsExpression', 'TSNonNullExpression', 'TemplateLiteral', 'Literal', 'AwaitExpression'].includes(node.type);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isSame(one: Place | null, other: Place | null): boolean {
  return one !== null && other !== null && isEqual(one, other);
}

function isEqual(one: Place, other: Place): boolean {
  return one.file === other.file && one.start === other.start && one.end === other.end;
}

function isInside(inner: Place | null, outer: Place | null): boolean {
  return inner !== null && outer !== null && inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}
