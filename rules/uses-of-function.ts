import { bindingOf, usesOf } from './binding-of.ts';
import { childrenOf } from './node-path.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Binding } from './binding-of.ts';
import type { Editable, EditedFile } from './editable.ts';

type Path = readonly TSESTree.Node[];

/** A call of a function. */
export interface FunctionUse {
  readonly file: EditedFile;
  /** The path to the call. */
  readonly path: Path;
}

/** The calls of the function that a path leads to; null where it is used in another way than to be called, or may be used out of sight. */
export function usesOfFunction(target: Editable, file: EditedFile, path: Path): readonly FunctionUse[] | null {
  const fn = path.at(-1);
  const parent = path.at(-2);
  if (fn === undefined || parent === undefined) return null;
  if (parent.type === 'MethodDefinition' || (parent.type === 'PropertyDefinition' && parent.value === fn)) return usesOfMethod(target, file, parent);
  const name = fn.type === 'FunctionDeclaration' ? fn.id?.name : parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined;
  const binding = name === undefined ? null : bindingOf(path.slice(0, -1), name);
  if (binding === null) return null;

  const uses = usesOf(file.program, binding);
  const isExported = path.some(({ type }) => type.startsWith('Export')) || uses.some((use) => use.at(-2)?.type === 'ExportSpecifier' || isCommonExport(use));
  const outside = isExported ? mentionsIn(target, file, binding.name) : [];
  if (outside === null) return null;
  return callsOf([...uses.filter((use) => use.at(-2)?.type !== 'ExportSpecifier' && !isCommonExport(use)).map((use) => ({ file, path: use })), ...outside]);
}

/** A method is called by its name, on whatever object. */
function usesOfMethod(target: Editable, file: EditedFile, { key, ...rest }: TSESTree.MethodDefinition | TSESTree.PropertyDefinition): readonly FunctionUse[] | null {
  if (key.type !== 'Identifier' && key.type !== 'PrivateIdentifier') return null;
  if (rest.type === 'MethodDefinition' && rest.kind !== 'method') return null;
  const isPrivate = key.type === 'PrivateIdentifier' || rest.accessibility === 'private';
  const outside = isPrivate ? [] : mentionsIn(target, file, key.name);
  return outside === null ? null : callsOf([...mentions(file, key.name, key), ...outside]);
}

/** Where other files name it; null where they cannot all be seen. */
function mentionsIn(target: Editable, { file }: EditedFile, name: string): readonly FunctionUse[] | null {
  return target.filesWith?.(name)?.filter((other) => other.file !== file).flatMap((other) => mentions(other, name, null)) ?? null;
}

/** An import of what a file exports. */
interface ImportUse {
  readonly file: EditedFile;
  readonly imported: Binding;
}

/** The variables by which other files have what a file exports under a name; null where they cannot all be seen, or there are none. */
export function importsOf(target: Editable, { file }: EditedFile, name: string): readonly ImportUse[] | null {
  const others = target.filesWith?.(name)?.filter((other) => other.file !== file) ?? [];
  const found = others.flatMap((other) => {
    const imported = bindingOf([other.program], name);
    return imported === null ? [] : [{ file: other, imported }];
  });
  return found.length === 0 || found.length < others.length ? null : found;
}

function mentions(file: EditedFile, name: string, declared: TSESTree.Node | null): readonly FunctionUse[] {
  const found: FunctionUse[] = [];
  const visit = (path: Path): void => {
    const node = path.at(-1);
    if (node === undefined || node === declared || node.type === 'ImportDeclaration') return;
    if ((node.type === 'Identifier' || node.type === 'PrivateIdentifier') && node.name === name) found.push({ file, path });
    for (const child of childrenOf(node)) visit([...path, child]);
  };
  visit([file.program]);
  return found;
}

/** The calls; null when one of the mentions is none. */
function callsOf(uses: readonly FunctionUse[]): readonly FunctionUse[] | null {
  const calls = uses.map(({ file, path }) => ({ file, path: callAround(path) }));
  return calls.every((call): call is FunctionUse => call.path !== null) ? calls : null;
}

function callAround(path: Path): Path | null {
  const node = path.at(-1);
  const parent = path.at(-2);
  if (parent?.type === 'MemberExpression' && parent.property === node) return callAround(path.slice(0, -1));
  return parent?.type === 'CallExpression' && parent.callee === node ? path.slice(0, -1) : null;
}

/** `module.exports = { buildUrl }`, `exports.buildUrl = buildUrl` */
function isCommonExport(path: Path): boolean {
  const assignment = path.findLast(({ type }) => type === 'AssignmentExpression');
  if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'MemberExpression') return false;
  const { object, property } = assignment.left;
  const isExports = (node: TSESTree.Node): boolean => node.type === 'Identifier' && node.name === 'exports';
  return isExports(object) || isExports(property) || (object.type === 'MemberExpression' && isExports(object.property));
}
