import type { TSESTree } from '@typescript-eslint/types';

const NOT_CHILDREN = new Set(['parent', 'loc', 'range', 'tokens', 'comments', 'type', 'start', 'end', 'raw', 'value', 'regex', 'typeAnnotation', 'returnType', 'typeParameters', 'typeArguments']);

/** Visits a tree in source order; type annotations are left out. `ancestors` is outermost first and reused. */
export function walk(root: TSESTree.Node, visit: (node: TSESTree.Node, ancestors: readonly TSESTree.Node[]) => unknown): void {
  const ancestors: TSESTree.Node[] = [];
  descend(root);

  function descend(node: TSESTree.Node): void {
    if (visit(node, ancestors) === false) return;
    ancestors.push(node);
    for (const key in node) {
      if (NOT_CHILDREN.has(key) && !(key === 'value' && hasValueNode(node))) continue;
      const child = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(child)) {
        for (const item of child) if (isNode(item)) descend(item);
      } else if (isNode(child)) {
        descend(child);
      }
    }
    ancestors.pop();
  }
}

/** Whether a node of a tree fits. What stands inside of a node that is `closed` is left out. */
export function findInside(
  root: TSESTree.Node,
  fits: (node: TSESTree.Node, ancestors: readonly TSESTree.Node[]) => boolean,
  closed: (node: TSESTree.Node) => boolean = () => false,
): boolean {
  let found = false;
  walk(root, (node, ancestors) => {
    if (found || (node !== root && closed(node))) return false;
    found = fits(node, ancestors);
    return !found;
  });
  return found;
}

function hasValueNode(node: TSESTree.Node): boolean {
  return node.type === 'Property' || node.type === 'PropertyDefinition' || node.type === 'MethodDefinition' || node.type === 'JSXAttribute' || node.type === 'AccessorProperty';
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
