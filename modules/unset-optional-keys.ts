/** What typescript-estree leaves undefined where it is not written, and oxc makes null. */
const OPTIONAL = new Set([
  'typeAnnotation', 'typeArguments', 'typeParameters', 'superTypeArguments', 'returnType', 'directive', 'accessibility', 'constraint',
  'default', 'initializer',
]);

/** Makes the optional keys of a tree that are null undefined, in place. */
export function unsetOptionalKeys(program: object): void {
  // A list of our own, because a sum of thousands of terms is thousands of nodes deep.
  const open = [program as Record<string, unknown>];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const key in node) {
      const child = node[key];
      if (child === null) {
        if (OPTIONAL.has(key)) node[key] = undefined;
      } else if (typeof child === 'object' && key !== 'range') {
        open.push(child as Record<string, unknown>);
      }
    }
  }
}
