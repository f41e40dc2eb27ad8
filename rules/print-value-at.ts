import { bindingOf, isFunction } from './binding-of.ts';
import { childrenOf } from './node-path.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { EditedFile } from './editable.ts';

type Path = readonly TSESTree.Node[];

/**
 * The source text of an expression, for use at another place of the same file; null where it would mean something else
 * there, or something that is not there yet. The paths lead from the program to the expression, and to the node that the
 * text goes into.
 */
export function printValueAt(file: EditedFile, value: Path, target: Path): string | null {
  const node = value.at(-1);
  const place = target.at(-1);
  if (node === undefined || place === undefined || !meansSame(value, target, place.range[0])) return null;
  const isHere = functionsOf(value).at(-1) === functionsOf(target).at(-1);
  return isHere || !acts(node) ? file.text.slice(node.range[0], node.range[1]) : null;
}

/** Whether all names in an expression stand for the same at another place. */
function meansSame(value: Path, target: Path, at: number): boolean {
  const node = value.at(-1);
  if (node === undefined) return false;
  if (node.type === 'ThisExpression' || node.type === 'Super') return thisOf(value) === thisOf(target);
  if (node.type === 'Identifier' && !isName(value)) {
    const here = bindingOf(value, node.name);
    const there = bindingOf(target, node.name);
    if (here?.scope !== there?.scope) return false;
    return here === null || isDeclaredBefore(here.declared, target, at);
  }
  return !isFunction(node) && childrenOf(node).every((child) => meansSame([...value, child], target, at));
}

/** What the function at the target declares has to stand before it; what is around that function is there when it runs. */
function isDeclaredBefore(declared: readonly TSESTree.Identifier[], target: Path, at: number): boolean {
  const inner = functionsOf(target).at(-1);
  return declared.every(({ range }) => range[0] < at || (inner !== undefined && (range[0] < inner.range[0] || range[0] > inner.range[1])));
}

function isName(path: Path): boolean {
  const node = path.at(-1);
  const parent = path.at(-2);
  return (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) || (parent?.type === 'Property' && parent.key === node && !parent.shorthand);
}

function functionsOf(path: Path): Path {
  return path.slice(0, -1).filter(isFunction);
}

/** The function, or the field of a class, whose `this` a node sees. */
function thisOf(path: Path): TSESTree.Node | null {
  return path.findLast((node) => node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'PropertyDefinition') ?? null;
}

/** Whether to evaluate it does something, or may give another value each time. */
function acts(node: TSESTree.Node): boolean {
  return /^(?:CallExpression|NewExpression|AwaitExpression|YieldExpression|AssignmentExpression|UpdateExpression)$/.test(node.type) || childrenOf(node).some(acts);
}
