import { prependProperties } from './add-property.ts';
import { configOf, extendObject, sendCallOf } from './call-options.ts';
import { clientOf } from './client-of.ts';
import { nodePath } from './node-path.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Entries, Place, RequestSite } from '../requests/request-site.ts';
import type { SendCall } from './call-options.ts';
import type { Edit, Editable, EditedFile } from './editable.ts';

/** What requests through one call give it as headers: none, plain objects, or something else. */
export type HeadersGiven = 'nothing' | 'objects' | 'unknown';

/** What the requests that one call sends give it as headers, taken together. */
export function headersGiven(sites: readonly RequestSite[]): HeadersGiven {
  const all = sites.map((site): HeadersGiven => {
    const { entries, container } = site.headers;
    if (container !== null) return container.kind === 'object' ? 'objects' : 'unknown';
    // what an option stands for, or the client sends with all requests, is not given to the call
    const isElsewhere = clientOf(site)?.defaults !== undefined || entries.every(({ place }) => place === null);
    return isElsewhere ? 'nothing' : 'unknown';
  });
  if (all.includes('unknown')) return 'unknown';
  return all.includes('objects') ? 'objects' : 'nothing';
}

/**
 * The edit that puts headers (properties or spreads, as source text) where the headers of a request are written: into an
 * object literal, or the one in `new Headers(…)`. They come first, so that what is written there wins. null when there is
 * no such place, when it is one of several alternatives, or its file may not be changed.
 */
export function addToHeaders(target: Editable, { container }: Entries, properties: readonly string[]): Edit | null {
  const file = container === null || container.kind === 'url' ? null : target.fileOf(container.place.file);
  if (container === null || file === null) return null;
  const path = nodePath(file.program, container.place);
  const node = path.at(-1);
  if (node === undefined || isAlternative(path)) return null;
  return node.type === 'ObjectExpression' ? prependProperties(target, container.place, properties) : addToNewHeaders(target, file, node, properties);
}

/**
 * The edit that gives the call that sends a request headers, under those that it is given. null where the call may not be
 * changed, leaves no place for them, or could lose what it is given.
 */
export function addAtCall(target: Editable, site: RequestSite, properties: readonly string[], given: HeadersGiven): Edit | null {
  const call = sendCallOf(target, site);
  const key = call?.model.config.headers?.[0];
  if (call === null || key === undefined || key.includes('.')) return null;
  const [first] = call.node.arguments;
  const slot = configOf(call) ?? (call.shape.args[0] === 'urlOrConfig' && first?.type === 'Identifier' ? { config: first } : null);
  const list = `{ ${properties.join(', ')} }`;
  if (slot === null) return chain(call, list);
  if ('at' in slot) return given === 'nothing' ? { place: placeIn(call.file, slot.at, slot.at), text: `${slot.before}{ ${key}: ${list} }${slot.after}` } : null;

  const config = literalOf(call, slot.config);
  if (config.type !== 'ObjectExpression') return given === 'nothing' ? wrapConfig(call, config, `${key}: ${list}`) : null;
  return addToConfig(target, call.file, config, key, properties, given);
}

/** The edit that puts headers into the object literal of a configuration, under what is given there. */
export function addToConfig(target: Editable, file: EditedFile, config: TSESTree.ObjectExpression, key: string, properties: readonly string[], given: HeadersGiven): Edit | null {
  const index = config.properties.findLastIndex((property) => property.type === 'Property' && !property.computed && nameOf(property.key) === key);
  const property = config.properties[index];
  const spread = config.properties.findLastIndex(({ type }) => type === 'SpreadElement');
  if (property?.type !== 'Property') return given === 'nothing' ? addConfigKey(target, file, config, `${key}: { ${properties.join(', ')} }`, spread >= 0) : null;
  // what a spread behind it brings takes the place of all of it
  if (spread > index && given !== 'nothing') return null;

  const { value } = property;
  const [start, end] = property.shorthand ? property.range : value.range;
  if (value.type === 'ObjectExpression') return prependProperties(target, placeIn(file, start, end), properties);
  if (value.type === 'NewExpression') return addToNewHeaders(target, file, value, properties);
  if (given === 'unknown') return null;
  const text = file.text.slice(start, end);
  const isPlain = ['Identifier', 'MemberExpression', 'CallExpression'].includes(value.type);
  return { place: placeIn(file, start, end), text: `${property.shorthand ? `${key}: ` : ''}{ ${properties.join(', ')}, ...${isPlain ? text : `(${text})`} }` };
}

/** `.set({ … })` behind the call, where what follows wins over it; null where the client has no such method. */
function chain({ file, node, model }: SendCall, list: string): Edit | null {
  const [setter] = Object.entries(model.setters ?? {}).find(([, { args }]) => args[0] === 'nameOrHeaders') ?? [];
  if (setter === undefined || model.lazy !== true || model.copies === true || model.response === 'node') return null;
  return { place: placeIn(file, node.range[1], node.range[1]), text: `.${setter}(${list})` };
}

/** First where a spread could bring headers of its own, which are then to win; else last. */
function addConfigKey(target: Editable, file: EditedFile, config: TSESTree.ObjectExpression, option: string, first: boolean): Edit | null {
  return first ? prependProperties(target, placeIn(file, ...config.range), [option]) : extendObject(file, config, option);
}

function wrapConfig({ file, node }: SendCall, config: TSESTree.Expression, option: string): Edit | null {
  const [start, end] = config.range;
  if (config.type === 'Identifier' && config.name === 'undefined') return { place: placeIn(file, start, end), text: `{ ${option} }` };
  if (node.arguments[0] === config || !['Identifier', 'MemberExpression', 'CallExpression'].includes(config.type)) return null;
  return { place: placeIn(file, start, end), text: `{ ${option}, ...${file.text.slice(start, end)} }` };
}

/** The object literal that a name stands for which is used for nothing else; any other expression is itself. */
function literalOf({ file, path }: SendCall, config: TSESTree.Expression): TSESTree.Expression {
  if (config.type !== 'Identifier' || [...file.text.matchAll(new RegExp(`(?<![\\w$.])${config.name.replaceAll('$', '\\$')}(?![\\w$])`, 'g'))].length !== 2) return config;
  for (const node of path) {
    if (node.type !== 'BlockStatement' && node.type !== 'Program') continue;
    for (const statement of node.body) {
      if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') continue;
      const found = statement.declarations.find(({ id }) => id.type === 'Identifier' && id.name === config.name);
      if (found?.init?.type === 'ObjectExpression') return found.init;
    }
  }
  return config;
}

/** `new Headers()` and `new Headers({ … })`. */
function addToNewHeaders(target: Editable, file: EditedFile, node: TSESTree.Node, properties: readonly string[]): Edit | null {
  if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier') return null;
  const [init, ...others] = node.arguments;
  if (others.length > 0) return null;
  if (init !== undefined) return init.type === 'ObjectExpression' ? prependProperties(target, placeIn(file, ...init.range), properties) : null;
  const [, end] = node.callee.range;
  return { place: placeIn(file, end, node.range[1]), text: `({ ${properties.join(', ')} })` };
}

/** Whether something else can stand in its place: the other branch of a condition, an argument for a default. */
function isAlternative(path: readonly TSESTree.Node[]): boolean {
  const parent = path.findLast(({ type }, i) => i < path.length - 1 && !type.startsWith('TS'));
  return parent?.type === 'ConditionalExpression' || parent?.type === 'LogicalExpression' || parent?.type === 'AssignmentPattern';
}

function nameOf(key: TSESTree.Node): string | null {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : null;
}

function placeIn({ file }: EditedFile, start: number, end: number): Place {
  return { file, start, end };
}
