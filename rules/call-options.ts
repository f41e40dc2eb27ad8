import { clientOf } from './client-of.ts';
import { bindingOf, usesOf } from './binding-of.ts';
import { nodePath, pathAround } from './node-path.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { CallShape, ClientModel } from '../requests/client-model.ts';
import type { Binding } from './binding-of.ts';
import type { Place, RequestSite } from '../requests/request-site.ts';
import type { Edit, Editable, EditedFile } from './editable.ts';

/** The call that sends a request, as the client's model reads it. */
export interface SendCall {
  readonly file: EditedFile;
  readonly node: TSESTree.CallExpression;
  /** The nodes around the call, the program first, the call last. */
  readonly path: readonly TSESTree.Node[];
  readonly model: ClientModel;
  readonly shape: CallShape;
  readonly site: RequestSite;
}

/** The call that sends; null where its file may not be changed, the client is declared, or the call's form is not known. */
export function sendCallOf(target: Editable, site: RequestSite): SendCall | null {
  const model = clientOf(site);
  const file = target.fileOf(site.send.file);
  const path = file === null ? [] : nodePath(file.program, site.send);
  const node = path.at(-1);
  if (model === null || file === null || node?.type !== 'CallExpression') return null;

  const shape = shapeOf(model, node, file.program);
  return shape === null ? null : { file, node, path, model, shape, site };
}

/**
 * The edit that gives a call an option, such as `timeout: 30_000`, unless its configuration has it: behind the last
 * property of the object that is written there, before the spread of a value that is given (which then wins), or as a
 * new argument. null where the arguments leave no place for it.
 */
export function addOption(call: SendCall, option: string): Edit | null {
  const slot = configOf(call);
  if (slot === null) return null;
  // a signal belongs to one call
  const literal = 'config' in slot && !option.startsWith('signal') ? ownLiteral(call, slot.config) : null;
  if (literal !== null) return extendObject(call.file, literal, option);
  return 'config' in slot ? extendObject(call.file, slot.config, option) : insert(call.file, slot.at, `${slot.before}{ ${option} }${slot.after}`);
}

/** The configuration of a call; or where one goes that is none yet, and what has to stand before and behind it. */
export type ConfigSlot = { readonly config: TSESTree.Expression } | { readonly at: number; readonly before: string; readonly after: string };

/** Where a call has its configuration, or has room for one; null where its arguments leave none. */
export function configOf(call: SendCall): ConfigSlot | null {
  const { node, shape } = call;
  const index = configIndex(call);
  if (index < 0 || node.arguments.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return null;

  const config = node.arguments[index];
  if (config === undefined) return lastSlot(call, index);
  if (isFunction(config)) return { at: config.range[0], before: '', after: ', ' };
  // a name alone may be a callback
  if (config.type === 'Identifier' && shape.args[index] === 'configOrCallback' && node.arguments.length === index + 1) return null;
  return config.type === 'SpreadElement' ? null : { config };
}

/** Which argument is the configuration: a client may take it in the place of the address. -1: none, or it cannot be told. */
function configIndex(call: SendCall): number {
  const { node, shape: { args }, site } = call;
  const [first, second] = node.arguments;
  const index = args.findIndex((role) => role === 'config' || role === 'configOrCallback');
  if (args[0] !== 'urlOrConfig') return index;
  if (first?.type === 'ObjectExpression' || (first?.type === 'Identifier' && isObject(call, first.name))) return 0;
  const isText = first?.type === 'Literal' || first?.type === 'TemplateLiteral' || first?.type === 'BinaryExpression';
  const isUrl = isText || (site.url !== null && site.path !== null);
  return isUrl || second?.type === 'ObjectExpression' || (second !== undefined && !isFunction(second) && args[index] !== 'configOrCallback') ? index : -1;
}

/** Whether a name surely stands for an object that is written out. */
function isObject({ path }: SendCall, name: string): boolean {
  const binding = bindingOf(path, name);
  return binding !== null && literalOf(binding) !== null;
}

/** The object that a name stands for which is used for this call alone; null for anything else. */
function ownLiteral({ path, file }: SendCall, config: TSESTree.Expression): TSESTree.ObjectExpression | null {
  const binding = config.type === 'Identifier' ? bindingOf(path, config.name) : null;
  const literal = binding === null ? null : literalOf(binding);
  return binding !== null && usesOf(file.program, binding).length === 1 ? literal : null;
}

/** The object literal that a variable is declared with. */
function literalOf({ declared: [declared, ...others], scope }: Binding): TSESTree.ObjectExpression | null {
  if (declared === undefined || others.length > 0) return null;
  const declarator = pathAround(scope, { start: declared.range[0], end: declared.range[1] }).findLast(({ type }) => type === 'VariableDeclarator');
  return declarator?.type === 'VariableDeclarator' && declarator.id === declared && declarator.init?.type === 'ObjectExpression' ? declarator.init : null;
}

function isFunction({ type }: TSESTree.Node): boolean {
  return type === 'ArrowFunctionExpression' || type === 'FunctionExpression';
}

/** Behind the last argument, on a line of its own where the others are; a body that is not given stays so. */
function lastSlot({ file, node, shape }: SendCall, index: number): ConfigSlot | null {
  const first = node.arguments[0];
  const last = node.arguments.at(-1);
  const missing = shape.args.slice(node.arguments.length, index);
  if (first === undefined || last === undefined || missing.some((role) => role !== 'body')) return null;
  const [space = ''] = /\s*$/.exec(file.text.slice(0, first.range[0])) ?? [];
  const separator = `,${space.includes('\n') ? space : ' '}`;
  return { at: last.range[1], before: [...missing.map(() => 'undefined'), ''].map((argument) => `${separator}${argument}`).join(''), after: '' };
}

/** Whether an object literal writes an option of the same name already. */
export function hasOption(object: TSESTree.Node | undefined, option: string): boolean {
  if (object?.type !== 'ObjectExpression') return false;
  const name = option.slice(0, option.indexOf(':'));
  return object.properties.some((property) => property.type === 'Property' && !property.computed && property.key.type === 'Identifier' && property.key.name === name);
}

/**
 * The edit that puts an option into an object literal that has none of its name, or makes one around a value that is spread:
 * before what is spread, which may bring the option.
 */
export function extendObject(file: EditedFile, object: TSESTree.Expression, option: string): Edit | null {
  const [start, end] = object.range;
  const replace = (text: string): Edit => ({ place: placeIn(file, start, end), text });
  if (object.type === 'Identifier' && object.name === 'undefined') return replace(`{ ${option} }`);
  if (object.type === 'ObjectExpression') {
    if (hasOption(object, option)) return null;
    const property = object.properties.at(-1);
    if (property === undefined) return replace(`{ ${option} }`);
    const spread = object.properties.find(({ type }) => type === 'SpreadElement');
    if (spread !== undefined) return insert(file, spread.range[0], `${option},${/\s*$/.exec(file.text.slice(start + 1, spread.range[0]))?.[0].replace(/^[^\S\n]*$/, ' ') ?? ' '}`);
    return appendProperty(file, property.range, file.text.slice(start, property.range[0]), option);
  }
  if (!['Identifier', 'MemberExpression', 'CallExpression', 'ConditionalExpression', 'LogicalExpression'].includes(object.type)) return null;
  const text = file.text.slice(start, end);
  return replace(`{ ${option}, ...${object.type === 'ConditionalExpression' || object.type === 'LogicalExpression' ? `(${text})` : text} }`);
}

/** Behind the last property, its comma, and a comment on its line. */
function appendProperty(file: EditedFile, [start, end]: readonly [number, number], before: string, option: string): Edit {
  if (!before.includes('\n')) return insert(file, end, `, ${option}`);
  const space = /\s*$/.exec(file.text.slice(0, start))?.[0] ?? ' ';
  const [rest = '', comma = '', comment = ''] = /^(\s*,)?([^\S\r\n]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/))?/.exec(file.text.slice(end)) ?? [];
  if (comma !== '') return insert(file, end + rest.length, `${space}${option},`);
  return { place: placeIn(file, end, end + rest.length), text: `,${comment}${space}${option}` };
}

function insert(file: EditedFile, at: number, text: string): Edit {
  return { place: placeIn(file, at, at), text };
}

function placeIn({ file }: EditedFile, start: number, end: number): Place {
  return { file, start, end };
}

/** The form of the client's call that this one is. */
function shapeOf(model: ClientModel, { callee }: TSESTree.CallExpression, program: TSESTree.Program): CallShape | null {
  const { members = {}, factories = {}, setters = {}, call } = model;
  if (callee.type === 'Identifier') {
    const imported = importedName(program, callee.name);
    return call ?? (imported !== null && Object.hasOwn(members, imported) ? members[imported] ?? null : null);
  }
  const name = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
  if (Object.hasOwn(members, name)) return members[name] ?? null;
  // a client that is kept under a name: `this.fetch(url)`
  return Object.hasOwn(factories, name) || Object.hasOwn(setters, name) ? null : call ?? null;
}

/** What a name is called where it is imported or required from; null where it is neither. */
function importedName({ body }: TSESTree.Program, local: string): string | null {
  for (const statement of body) {
    if (statement.type === 'ImportDeclaration') {
      const specifier = statement.specifiers.find((one) => one.local.name === local);
      if (specifier?.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier') return specifier.imported.name;
    }
    for (const { id } of statement.type === 'VariableDeclaration' ? statement.declarations : []) {
      const property = id.type === 'ObjectPattern' ? id.properties.find((one) => one.type === 'Property' && one.value.type === 'Identifier' && one.value.name === local) : undefined;
      if (property?.type === 'Property' && property.key.type === 'Identifier') return property.key.name;
    }
  }
  return null;
}
