import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from '../requests/request-site.ts';

/**
 * The nodes from the program down to the innermost one that covers a place exactly, outermost first; empty when no node
 * does. Needs no `parent`.
 */
export function nodePath(program: TSESTree.Program, { start, end }: Pick<Place, 'start' | 'end'>): readonly TSESTree.Node[] {
  const path = pathAround(program, { start, end });
  const last = path.findLastIndex(({ range }) => range[0] === start && range[1] === end);
  return path.slice(0, last + 1);
}

/** The nodes from the program, or another node, down to the innermost one that has a place within it, outermost first. */
export function pathAround(program: TSESTree.Node, { start, end }: Pick<Place, 'start' | 'end'>): readonly TSESTree.Node[] {
  const path: TSESTree.Node[] = [program];
  for (let inner = childAround(program, start, end); inner !== null; inner = childAround(inner, start, end)) path.push(inner);
  return path;
}

/** The nodes directly in a node, in no order. */
export function childrenOf(node: TSESTree.Node): readonly TSESTree.Node[] {
  const children: TSESTree.Node[] = [];
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (key === 'parent') continue;
    for (const one of Array.isArray(value) ? (value as readonly unknown[]) : [value]) if (isNode(one)) children.push(one);
  }
  return children;
}

function childAround(node: TSESTree.Node, start: number, end: number): TSESTree.Node | null {
  return childrenOf(node).find(({ range }) => range[0] <= start && range[1] >= end) ?? null;
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value && Array.isArray(value.range);
}
