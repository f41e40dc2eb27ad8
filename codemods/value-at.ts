import { bindingOf, isFunction } from '../rules/binding-of.ts';
import { clientOf } from '../rules/client-of.ts';
import { childrenOf, pathAround } from '../rules/node-path.ts';
import { findRuntime } from './find-runtime.ts';
import { whyNotImport } from './may-import.ts';
import { nameFor } from './name-for.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Place, RequestSite } from '../requests/request-site.ts';
import type { EditedFile } from '../rules/editable.ts';
import type { CodemodProject, ImportNeed } from './codemod.ts';
import type { PortableValue, Root } from './portable-value.ts';

type Path = readonly TSESTree.Node[];

/** Where a value is to be written. */
export interface Target {
  readonly file: EditedFile;
  readonly path: Path;
  /** The request that gets it. */
  readonly site: RequestSite;
}

/** The code of a value at a place, and what it needs. */
export interface PrintedValue {
  readonly code: string;
  readonly imports: readonly ImportNeed[];
}

/** The place that an edit goes to. */
export function targetAt(file: EditedFile, { start, end }: Place, site: RequestSite): Target {
  return { file, path: pathAround(file.program, { start, end }), site };
}

/**
 * A value as it is written at a place; a text where it cannot be: why, as a part of a sentence. `sender` is a request that
 * sends it as a header, if one does.
 */
export function printValue(project: CodemodProject, value: PortableValue, target: Target, sender: RequestSite | null): PrintedValue | string {
  const fn = target.path.findLast(isFunction) ?? null;
  if (value.isTyped && !/\.[cm]?tsx?$/.test(target.file.file)) return 'it is written there in TypeScript';
  if (value.mayBeMissing && !mayTakeMissing(target, sender)) return 'it may be missing, which is not looked at here';
  if (value.acts && (fn === null || target.path.some((node) => node.type === 'PropertyDefinition' && node.static))) return 'it would be asked for when the module is loaded';
  if (value.waits && (fn?.async !== true || !target.path.includes(fn.body))) return 'it is waited for there, which the code cannot do here';
  const imports: ImportNeed[] = [];
  let code = '';
  for (const part of value.parts) {
    const printed = typeof part === 'string' ? { code: part, need: null } : printRoot(project, part, target, value.acts);
    if (typeof printed === 'string') return printed;
    code += printed.code;
    if (printed.need !== null) imports.push(printed.need);
  }
  return { code, imports };
}

/** Whether a client gets the value itself, and is given it elsewhere, or leaves out what is missing. What is handed to it by others may have a type of its own. */
function mayTakeMissing({ file, path, site }: Target, sender: RequestSite | null): boolean {
  const { send } = site;
  const model = clientOf(site);
  const isInCall = file.file === send.file && path.some(({ range }) => range[0] === send.start && range[1] === send.end);
  return isInCall && (model?.dropsUndefined === true || (sender !== null && clientOf(sender) === model));
}

type PrintedRoot = { readonly code: string; readonly need: ImportNeed | null } | string;

function printRoot(project: CodemodProject, root: Root, target: Target, acts: boolean): PrintedRoot {
  const { file, path } = target;
  if (root.kind === 'global') {
    const runtime = findRuntime(project, file);
    const isThere = root.name === 'localStorage' ? runtime === 'browser' : root.name !== 'process' || runtime !== 'browser';
    return isThere && bindingOf(path, root.name) === null ? { code: root.name, need: null } : 'it is not certain that it can be had here';
  }
  if (root.kind === 'module') return printModuleRoot(project, root, target, acts);
  if (root.file !== file.file) return 'its name is known in another file only';
  if (root.kind === 'this') return printThis(root, path);
  const { name, scope, declared } = root.binding;
  const isSeen = bindingOf(path, name)?.scope === scope && isDeclaredBefore(declared, path);
  return isSeen ? { code: name, need: null } : 'its name is known in another function only';
}

function printModuleRoot(project: CodemodProject, { file: from, name, local, isExported }: Root & { readonly kind: 'module' }, { file, path }: Target, acts: boolean): PrintedRoot {
  const source = project.fileOf(from);
  const reason = acts && source !== null && mayThrow(source.program, name) ? `${name} may throw` : null;
  if (reason !== null) return reason;
  if (from === file.file) return bindingOf(path, name)?.scope.type === 'Program' ? { code: name, need: null } : `${name} is something else here`;
  if (!isExported) return `${name} is not exported there`;
  const why = whyNotImport(project, file, from);
  if (why !== null) return why;
  const { local: known, need } = nameFor(project, file, { name, from: { file: from } }, name === 'default' ? local : name);
  return bindingOf(path, known)?.scope.type === 'Program' || need !== null ? { code: known, need } : `${known} is something else here`;
}

/** A member that every instance has once it is made, in another method of the same class. */
function printThis({ owner, member }: Root & { readonly kind: 'this' }, path: Path): PrintedRoot {
  const index = path.lastIndexOf(owner);
  const method = path[index + 1];
  const way = path.slice(index + 3);
  if (index < 0 || method?.type !== 'MethodDefinition' || method.static || method.kind === 'constructor') return 'it belongs to an object of which the code here is not';
  if (way.some((node) => node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration' || node.type === 'ClassBody')) return 'this is something else here';
  const own = owner.body.find((one) => isNamed(one, member));
  if (own?.type === 'MethodDefinition') return own.static || throws(own) ? `${member} may throw` : { code: `this.${member}`, need: null };
  const isSet = (own?.type === 'PropertyDefinition' && !own.static && own.value !== null) || owner.body.some((one) => one.type === 'MethodDefinition' && one.kind === 'constructor' && setsMember(one, member));
  return isSet ? { code: `this.${member}`, need: null } : `this.${member} may not be set yet`;
}

function isNamed(one: TSESTree.ClassElement, name: string): boolean {
  return (one.type === 'MethodDefinition' || one.type === 'PropertyDefinition') && one.key.type === 'Identifier' && !one.computed && one.key.name === name;
}

/** Whether a constructor sets a member of its own: by an assignment, or a parameter that is a member. */
function setsMember({ value }: TSESTree.MethodDefinition, member: string): boolean {
  const isParameter = value.params.some((one) => one.type === 'TSParameterProperty' && (one.parameter.type === 'Identifier' ? one.parameter : one.parameter.left).name === member);
  return isParameter || (value.body?.body.some((statement) => statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression'
    && statement.expression.left.type === 'MemberExpression' && statement.expression.left.object.type === 'ThisExpression' && statement.expression.left.property.type === 'Identifier' && statement.expression.left.property.name === member) ?? false);
}

/** Whether a function of a module, by the name that it declares or exports it under, throws by itself. */
function mayThrow(program: TSESTree.Program, name: string): boolean {
  return program.body.some((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement;
    if (declaration?.type === 'FunctionDeclaration') return (declaration.id?.name === name || (name === 'default' && statement.type === 'ExportDefaultDeclaration')) && throws(declaration);
    return declaration?.type === 'VariableDeclaration' && declaration.declarations.some(({ id, init }) => id.type === 'Identifier' && id.name === name && init !== null && isFunction(init) && throws(init));
  });
}

function throws(node: TSESTree.Node): boolean {
  return node.type === 'ThrowStatement' || childrenOf(node).some(throws);
}

/** What the innermost function declares has to stand before the place; what is around that function is there when it runs. */
function isDeclaredBefore(declared: readonly TSESTree.Identifier[], path: Path): boolean {
  const at = path.at(-1)?.range[0] ?? 0;
  const inner = path.findLast(isFunction) ?? null;
  return declared.every(({ range }) => range[0] < at || (inner !== null && (range[0] < inner.range[0] || range[0] > inner.range[1])));
}
