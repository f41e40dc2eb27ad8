import { configOf } from '../rules/call-options.ts';
import { isFunctionNode } from '../requests/project-module.ts';
import { findInside, walk } from '../requests/walk.ts';
import { READS } from './retry-need.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { SendCall } from '../rules/call-options.ts';
import type { Edit } from '../rules/editable.ts';
import type { RetryNeed } from './retry-need.ts';

/** Text to stand around a call that is to be repeated. */
export interface Wrapping {
  readonly before: string;
  readonly after: string;
}

/**
 * What makes a function of the name `local`, which is given one that sends, repeat a call of a client that answers like
 * fetch. A text instead: why the call cannot be repeated as it stands, and what to do.
 */
export function wrapCall(call: SendCall, { wanted, methods, isMixed }: RetryNeed): Wrapping | string {
  const reason = reasonToLeave(call) ?? (wanted.some(({ site }) => site.handling.timeout === true) && !limitsItself(call.node, call)
    ? 'A limit of time that is set outside of the call would hold for all tries together. Set it in the call, by AbortSignal.timeout.' : null);
  if (reason !== null) return reason;
  const isAsync = findOwn(call.node, (node) => node.type === 'AwaitExpression');
  const before = `${isAsync ? 'async ' : ''}() => `;
  const method = methodIn(call);
  if (method === null && isMixed) return 'The call sends several methods, and its method cannot be read here. Give it a call of its own for reads.';
  if (method === null) return { before, after: ')' };
  if (!method.isFixed) return methods.some((one) => READS.has(one)) ? { before, after: `, { ${method.code === 'method' ? 'method' : `method: ${method.code}`} })` } : 'The call sends several methods. Send this one by a call of its own.';
  const isRead = methods.every((one) => READS.has(one));
  return { before, after: isRead ? ')' : `, { method: ${method.code}, idempotent: true })` };
}

/** The edits that put a wrapping by a function of this name around a call. */
export function wrappingEdits({ file, node }: SendCall, local: string, { before, after }: Wrapping): readonly Edit[] {
  const [start, end] = node.range;
  return [
    { place: { file: file.file, start, end: start }, text: `${local}(${before}` },
    { place: { file: file.file, start: end, end }, text: after },
  ];
}

function reasonToLeave({ node, path, file }: SendCall): string | null {
  if (findOwn(node, ({ type }) => type === 'YieldExpression')) return 'The call waits for a value by yield. Take the value into a constant first.';
  if (findOwn(node, ({ type }) => type === 'AssignmentExpression' || type === 'UpdateExpression')) return 'The call changes a variable each time that it is made. Change it before the call.';
  const own = path.slice(0, -1).findLast((around) => isFunctionNode(around) || around.type === 'Program') ?? node;
  const isWaitedFor = path.at(-2)?.type === 'AwaitExpression';
  const changing = isWaitedFor ? null : findChanged(own, namesIn(node));
  if (changing !== null) return `${changing} may have another value by the time of another try. Wait for the answer, or take the value into a constant.`;
  const narrowed = /\.[cm]?tsx?$/.test(file.file) ? findNarrowed(own, node, file.text) : null;
  return narrowed === null ? null : `TypeScript forgets within a callback what has been found out of ${narrowed}. Take it into a constant first.`;
}

function namesIn({ arguments: given }: TSESTree.CallExpression): ReadonlySet<string> {
  const names = new Set<string>();
  for (const argument of given) {
    walk(argument, (node) => {
      if (node.type === 'Identifier') names.add(node.name);
    });
  }
  return names;
}

/** A variable that the function sets anew somewhere: its value at the time of another try is not known. */
function findChanged(own: TSESTree.Node, names: ReadonlySet<string>): string | null {
  let found: string | null = null;
  findOwn(own, (node) => {
    const target = node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' ? node.argument : null;
    if (target?.type !== 'Identifier' || !names.has(target.name)) return false;
    found = target.name;
    return true;
  });
  return found;
}

/** A property, such as `this.token`, that the call uses and that a condition before it asks for. */
function findNarrowed(own: TSESTree.Node, call: TSESTree.Node, text: string): string | null {
  const used = new Set<string>();
  walk(call, (node) => {
    if (node.type === 'MemberExpression' && !node.computed) used.add(text.slice(...node.range));
  });
  const callee = call.type === 'CallExpression' ? text.slice(...call.callee.range) : '';
  let found: string | null = null;
  const asks = (test: TSESTree.Node): boolean => findOwn(test, (node) => {
    const written = text.slice(...node.range);
    if (node.type !== 'MemberExpression' || !used.has(written) || written === callee) return false;
    found = written;
    return true;
  });
  findOwn(own, (node) => {
    if (node.range[0] >= call.range[0]) return false;
    if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') return asks(node.test);
    return node.type === 'LogicalExpression' && node.operator === '&&' && node.range[1] >= call.range[1] && asks(node.left);
  });
  return found;
}

/** Whether a limit of time is made anew with each call. */
function limitsItself(node: TSESTree.CallExpression, { file }: SendCall): boolean {
  return node.arguments.some((argument) => /AbortSignal\.timeout\(|\btimeout\s*[:,}]/.test(file.text.slice(...argument.range)));
}

/** A method as code. `isFixed`: it is written out. */
interface WrittenMethod {
  readonly code: string;
  readonly isFixed: boolean;
}

/** The method that a call sends, as code; null when it names none, and surely sends GET. */
export function methodIn(call: SendCall): WrittenMethod | null {
  const slot = configOf(call);
  const config = slot !== null && 'config' in slot ? slot.config : null;
  if (config === null) return null;
  return config.type === 'ObjectExpression' ? methodOf(call, config, null) : methodAt(call, config);
}

/** That of an object literal, which the constant `name` is, or which stands in the call. The last that names one counts. */
function methodOf(call: SendCall, object: TSESTree.ObjectExpression, name: string | null): WrittenMethod | null {
  const last = object.properties.findLast((property) => property.type === 'SpreadElement' || isMethod(property));
  if (last?.type !== 'SpreadElement') {
    if (last === undefined) return null;
    const code = call.file.text.slice(...last.value.range);
    return last.value.type === 'Literal' ? { code, isFixed: true } : { code: name === null ? code : `${name}.method`, isFixed: false };
  }
  if (name !== null) return { code: `${name}.method`, isFixed: false };
  const spread = methodAt(call, last.argument);
  const before = object.properties.slice(0, object.properties.indexOf(last));
  return spread ?? methodOf(call, { ...object, properties: before }, null);
}

/** That of an object that is written elsewhere: read from it, unless it is a constant that surely has none. */
function methodAt(call: SendCall, node: TSESTree.Node): WrittenMethod | null {
  const code = call.file.text.slice(...node.range);
  const literal = node.type === 'Identifier' ? declared(call, node.name) : null;
  if (literal === null) return { code: `${wrapped(node, code)}?.method`, isFixed: false };
  return isChanged(code, call.file.text.slice(...literal.scope.range)) ? { code: `${code}.method`, isFixed: false } : methodOf(call, literal.object, code);
}

/** Whether the method of an object may be set after it is made, by the text of where it is known. */
function isChanged(name: string, text: string): boolean {
  const word = `(?<![\\w$.])${name.replaceAll('$', '\\$')}`;
  return new RegExp(`${word}\\s*(?:\\.\\s*method|\\[[^\\]]*\\])\\s*\\??\\??=(?!=)|\\bassign\\(\\s*${name.replaceAll('$', '\\$')}\\b`).test(text);
}

function wrapped(node: TSESTree.Node, text: string): string {
  return node.type === 'Identifier' || node.type === 'MemberExpression' ? text : `(${text})`;
}

function isMethod(property: TSESTree.ObjectLiteralElement): property is TSESTree.Property {
  return property.type === 'Property' && !property.computed && (property.key.type === 'Identifier' ? property.key.name : property.key.value) === 'method';
}

/** The object literal that a constant of the functions around the call, or of the module, is, with where it is known. Its properties may be set anew. */
function declared({ path }: SendCall, name: string): { readonly object: TSESTree.ObjectExpression; readonly scope: TSESTree.Node } | null {
  for (const around of [...path].reverse()) {
    if (isFunctionNode(around) && around.params.some((parameter) => findInside(parameter, (node) => node.type === 'Identifier' && node.name === name))) return null;
    if (around.type !== 'BlockStatement' && around.type !== 'Program') continue;
    for (const statement of around.body) {
      const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      const found = declaration?.type === 'VariableDeclaration' ? declaration.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name) : undefined;
      if (found !== undefined) return declaration?.type === 'VariableDeclaration' && declaration.kind === 'const' && found.init?.type === 'ObjectExpression' ? { object: found.init, scope: around } : null;
    }
  }
  return null;
}

/** Whether a node, or one inside that belongs to the same function, fits. */
function findOwn(node: TSESTree.Node, fits: (node: TSESTree.Node) => boolean): boolean {
  return findInside(node, fits, isFunctionNode);
}
