import { bindingOf, functionAround, isFunction, namesIn, usesOf } from './binding-of.ts';
import { importsOf, usesOfFunction } from './uses-of-function.ts';
import { nodePath } from './node-path.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from '../requests/request-site.ts';
import type { Binding, FunctionNode } from './binding-of.ts';
import type { Editable, EditedFile } from './editable.ts';

type Path = readonly TSESTree.Node[];

/** Where a value goes. `sent`: to requests, and nowhere else. `gone`: nowhere where it is kept. `other`: where else, as a sentence; `isAlternative`: only that other values go the same way. */
export type Flow = 'sent' | 'gone' | { readonly other: string; readonly isAlternative: boolean };

/** The calls that a value may be handed to, by place: a client's call, with null, or a wrapper's, with the function that it enters. */
export interface Senders {
  readonly at: (file: string, node: TSESTree.Node) => Place | null | undefined;
}

interface Follower {
  readonly target: Editable;
  readonly senders: Senders;
  readonly seen: Set<string>;
  /** The functions that the value is made in, or returned to. */
  readonly owners: Set<FunctionNode | null>;
  isAppendedTo: boolean;
}

interface Step {
  readonly file: EditedFile;
  /** The value is in an object, under this name. */
  readonly key: string | null;
  /** The value was handed into a function. */
  readonly down: boolean;
}

export interface Followed {
  readonly flow: Flow;
  /** The functions that have the value at hand without being given it as an argument; null: the top of a file. */
  readonly owners: ReadonlySet<FunctionNode | null>;
  /** More text is put behind it on the way. */
  readonly isAppendedTo: boolean;
}

/** Follows a value from an expression, or from the variable that has it, to all places that it reaches. */
export function followValue(target: Editable, senders: Senders, file: EditedFile, from: { readonly path: Path; readonly key?: string } | { readonly binding: Binding }): Followed {
  const follower: Follower = { target, senders, seen: new Set(), owners: new Set(), isAppendedTo: false };
  const step: Step = { file, key: 'path' in from ? from.key ?? null : null, down: false };
  const flow = 'path' in from ? climb(follower, from.path, step) : followBinding(follower, from.binding, step);
  return { flow, owners: follower.owners, isAppendedTo: follower.isAppendedTo };
}

const KEPT = 'Its address is kept where it cannot be followed. Build one for this request alone.';
const ALTERNATIVE = 'Its address is one of several, and the others may go to other hosts. Send the header with those that need it.';
const READ = 'The code looks into the address before it is sent, and would find another one. Change it by hand.';

function other(text: string): Flow {
  return { other: text, isAlternative: text === ALTERNATIVE };
}

/** What becomes of the expression that a path leads to. */
function climb(follower: Follower, path: Path, step: Step): Flow {
  const flow = climbFrom(follower, path, step);
  const [parent, node] = path.slice(-2);
  if (node !== undefined && parent !== undefined && isAppendedTo(node, parent) && (flow === 'sent' || parent.type === 'AssignmentExpression')) follower.isAppendedTo = true;
  return flow;
}

function climbFrom(follower: Follower, path: Path, step: Step): Flow {
  const node = path.at(-1);
  const parent = path.at(-2);
  if (node === undefined || parent === undefined) return other(KEPT);
  const up = path.slice(0, -1);
  const key = `${step.file.file}:${String(node.range[0])}:${String(node.range[1])}:${node.type}:${step.key ?? ''}`;
  if (follower.seen.has(key)) return 'gone';
  follower.seen.add(key);
  if (!step.down) follower.owners.add(functionAround(path));

  switch (parent.type) {
    case 'TSAsExpression': case 'TSSatisfiesExpression': case 'TSNonNullExpression': case 'TSTypeAssertion': case 'AwaitExpression': case 'ChainExpression':
    case 'TemplateLiteral': case 'SpreadElement': case 'ObjectExpression': case 'ArrayExpression':
      return climb(follower, up, parent.type === 'TemplateLiteral' || parent.type === 'ArrayExpression' ? { ...step, key: null } : step);
    case 'BinaryExpression': return parent.operator === '+' ? climb(follower, up, step) : other(READ);
    case 'Property': return parent.value === node || parent.shorthand ? climb(follower, path.slice(0, -2), { ...step, key: nameOf(parent.key) }) : other(KEPT);
    case 'ConditionalExpression': return parent.test === node ? 'gone' : other(ALTERNATIVE);
    case 'LogicalExpression': return parent.operator === '&&' && parent.left === node ? 'gone' : other(ALTERNATIVE);
    case 'ExpressionStatement': case 'IfStatement': case 'UnaryExpression': return 'gone';
    case 'CallExpression': case 'NewExpression': return parent.callee === node ? other(KEPT) : followArgument(follower, up, parent, node, step);
    case 'MemberExpression': return parent.object === node ? followMember(follower, up, parent, step) : other(READ);
    case 'VariableDeclarator': return parent.init === node ? followPattern(follower, up, parent.id, step) : 'gone';
    case 'AssignmentExpression': return parent.left === node ? 'gone' : followAssignment(follower, up, parent, step);
    case 'ReturnStatement': return followReturn(follower, path, step);
    case 'ArrowFunctionExpression': return followReturn(follower, path, step);
    case 'JSXExpressionContainer': return other('Its address is handed to markup, which sends no headers. Let the server fetch it, or leave it.');
    default: return other(KEPT);
  }
}

/** Whether a text goes on behind the part of it that a node is. */
function isAppendedTo(node: TSESTree.Node, parent: TSESTree.Node): boolean {
  if (parent.type === 'BinaryExpression' || parent.type === 'AssignmentExpression') return parent.left === node && parent.operator !== '=';
  if (parent.type === 'MemberExpression') return parent.object === node && nameOf(parent.property) === 'concat';
  if (parent.type !== 'TemplateLiteral') return false;
  const behind = parent.quasis[parent.expressions.findIndex((one) => one === node) + 1];
  return behind?.tail !== true || behind.value.raw !== '';
}

const CARRIERS = /^(?:URL|URLSearchParams|Request|Headers|String|encodeURI|Object\.\w+|(?:\w+\.)?stringify)$/;
const LOGS = /(?:^|\.)(?:console|log|logger|logging|debug)\b|^(?:\w*Error)$/i;

function followArgument(follower: Follower, path: Path, call: TSESTree.CallExpression | TSESTree.NewExpression, argument: TSESTree.Node, step: Step): Flow {
  const entered = follower.senders.at(step.file.file, call);
  if (entered === null) return 'sent';
  const callee = step.file.text.slice(call.callee.range[0], call.callee.range[1]).replace(/^new\s+/, '');
  if (entered !== undefined) return followInto(follower, entered, call.arguments.findIndex((one) => one === argument || (one.type === 'SpreadElement' && one.argument === argument)), step);
  if (LOGS.test(callee)) return 'gone';
  const flow = climb(follower, path, { ...step, key: null });
  return flow === 'sent' || CARRIERS.test(callee) ? flow : other(`Its address is handed to ${callee}, too. Build one for the request alone.`);
}

/** A value that a wrapper is given. What is in a file out of reach is taken to be sent, as the engine has found. */
function followInto(follower: Follower, place: Place, index: number, step: Step): Flow {
  const file = follower.target.fileOf(place.file);
  const path = file === null ? [] : nodePath(file.program, place);
  const fn = path.findLast(isFunction);
  const parameter = fn?.params[index];
  if (file === null || fn === undefined || parameter === undefined) return 'sent';
  const inside = [...path.slice(0, path.indexOf(fn) + 1), fn.body];
  const flow = followPattern(follower, inside, parameter, { ...step, file, down: true });
  // what it is sent with may be built of it piece by piece
  return flow === 'gone' ? 'sent' : flow;
}

/** The names of a pattern that are given the value. */
function followPattern(follower: Follower, path: Path, pattern: TSESTree.Node, step: Step): Flow {
  if (pattern.type === 'AssignmentPattern') return followPattern(follower, path, pattern.left, step);
  if (pattern.type === 'ObjectPattern' && step.key !== null) {
    const found = pattern.properties.find((one) => one.type === 'Property' && nameOf(one.key) === step.key);
    const rest = pattern.properties.find((one) => one.type === 'RestElement');
    if (found?.type === 'Property') return followPattern(follower, path, found.value, { ...step, key: null });
    return rest === undefined ? 'gone' : followPattern(follower, path, rest.argument, step);
  }
  return together(namesIn(pattern).map((identifier) => {
    const binding = bindingOf(path, identifier.name);
    return binding === null ? other(KEPT) : followBinding(follower, binding, step);
  }));
}

/** All that is done with a variable. */
function followBinding(follower: Follower, binding: Binding, step: Step): Flow {
  const id = `${step.file.file}:${binding.name}:${String(binding.declared[0]?.range[0])}:${step.key ?? ''}`;
  if (follower.seen.has(id)) return 'gone';
  follower.seen.add(id);
  const uses = usesOf(step.file.program, binding);
  if (!step.down) {
    const writes = uses.filter((path) => isWrite(path)).length + binding.declared.filter((identifier) => isInitialised(step.file, identifier)).length;
    if (writes > 1) return other(ALTERNATIVE);
  }
  const isExported = uses.some((path) => path.at(-2)?.type === 'ExportSpecifier') || isExportedVariable(step.file, binding);
  const outside = isExported ? importsOf(follower.target, step.file, binding.name) : [];
  if (outside === null) return other(KEPT);
  const inside = uses.filter((path) => path.at(-2)?.type !== 'ExportSpecifier');
  return together([...inside.map((path) => climb(follower, path, step)), ...outside.map(({ file, imported }) => followBinding(follower, imported, { ...step, file }))]);
}

/** `url = …`, but not `url += …`, which goes on with what is there. */
function isWrite(path: Path): boolean {
  const node = path.at(-1);
  const parent = path.at(-2);
  return parent?.type === 'AssignmentExpression' && parent.left === node && parent.operator === '=';
}

function isInitialised({ program }: EditedFile, identifier: TSESTree.Identifier): boolean {
  const declarator = nodePath(program, { start: identifier.range[0], end: identifier.range[1] }).at(-2);
  return declarator?.type !== 'VariableDeclarator' || declarator.init !== null;
}

function isExportedVariable({ program }: EditedFile, { declared, scope }: Binding): boolean {
  if (scope.type !== 'Program') return false;
  return declared.some(({ range }) => nodePath(program, { start: range[0], end: range[1] }).some(({ type }) => type === 'ExportNamedDeclaration' || type === 'ExportDefaultDeclaration'));
}

/** What is left of the URL where these are read has no query in it. */
const WITHOUT_QUERY = new Set(['pathname', 'host', 'hostname', 'origin', 'protocol', 'port', 'hash', 'username', 'password']);
const WHOLE = new Set(['href', 'search', 'searchParams', 'toString', 'toJSON', 'replace', 'replaceAll', 'trim', 'concat', 'join']);
const CHANGES = new Set(['set', 'append', 'delete', 'sort']);

function followMember(follower: Follower, path: Path, member: TSESTree.MemberExpression, step: Step): Flow {
  const name = member.computed ? (member.property.type === 'Literal' ? String(member.property.value) : null) : nameOf(member.property);
  const parent = path.at(-2);
  if (name === null) return other(READ);
  if (parent?.type === 'AssignmentExpression' && parent.left === member) return 'gone';
  if (step.key !== null) return name === step.key ? climb(follower, path, { ...step, key: null }) : 'gone';
  if (WITHOUT_QUERY.has(name)) return 'gone';
  const isCalled = parent?.type === 'CallExpression' && parent.callee === member;
  if (isCalled && CHANGES.has(name)) return 'gone';
  if (!WHOLE.has(name)) return other(READ);
  return climb(follower, isCalled ? path.slice(0, -1) : path, step);
}

function followAssignment(follower: Follower, path: Path, { left }: TSESTree.AssignmentExpression, step: Step): Flow {
  if (left.type !== 'MemberExpression') return followPattern(follower, path, left, step);
  const { object } = left;
  const binding = object.type === 'Identifier' && !left.computed ? bindingOf(path, object.name) : null;
  return binding === null ? other(KEPT) : followBinding(follower, binding, { ...step, key: nameOf(left.property) });
}

function followReturn(follower: Follower, path: Path, step: Step): Flow {
  const fn = functionAround(path);
  if (fn === null || step.down) return other(KEPT);
  const around = path.slice(0, path.indexOf(fn) + 1);
  const uses = usesOfFunction(follower.target, step.file, around);
  if (uses === null || uses.length === 0) return other('Its address is built by a function that other code may use for other ends. Build one for requests alone.');
  return together(uses.map(({ file, path: call }) => climb(follower, call, { ...step, file })));
}

/** What is true of several uses: `sent` when one is, and the others are no more than dropped. */
function together(flows: readonly Flow[]): Flow {
  return flows.find((flow) => typeof flow === 'object') ?? (flows.includes('sent') ? 'sent' : 'gone');
}

function nameOf(key: TSESTree.Node): string | null {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : null;
}
