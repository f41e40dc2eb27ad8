import type { Description, Operation } from './description.ts';
import { parameterNames, parseTemplate, type MixedPart, type SegmentTemplate } from './segment-template.ts';
import { isRecord } from './is-record.ts';
import { resolveRef } from './resolve-ref.ts';

/** A path template with its operations. */
export interface PathTemplate {
  readonly path: string;
  readonly names: readonly string[];
  readonly operations: readonly Operation[];
}

/** A place in the tree of all path templates of a description, segment by segment. */
export interface PathNode {
  readonly literals: Map<string, PathNode>;
  readonly mixed: { readonly parts: readonly MixedPart[]; readonly key: string; readonly node: PathNode }[];
  parameter: PathNode | null;
  /** The parameter takes any value, as an identifier does. */
  takesAny: boolean;
  /** The templates that end here; several when they differ only in the names of parameters. */
  readonly templates: PathTemplate[];
}

const tries = new WeakMap<Description, PathNode>();

/** The tree of a description's paths, made once. */
export function pathTrieOf(description: Description): PathNode {
  const known = tries.get(description);
  if (known !== undefined) return known;
  const root = createNode();
  for (const [path, operations] of groupByPath(description)) {
    const segments = parseTemplate(path);
    nodeFor(root, segments, operations).templates.push({ path, names: parameterNames(segments), operations });
  }
  tries.set(description, root);
  return root;
}

function createNode(): PathNode {
  return { literals: new Map(), mixed: [], parameter: null, takesAny: false, templates: [] };
}

/** Operations by path, with the other paths that they are known under (`x-plex-path-aliases`). */
function groupByPath({ document, operations }: Description): ReadonlyMap<string, readonly Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const operation of operations) {
    const item: unknown = document.paths?.[operation.path];
    const written = isRecord(item) ? item[operation.method.toLowerCase()] : null;
    const aliases = isRecord(written) && Array.isArray(written['x-plex-path-aliases']) ? (written['x-plex-path-aliases'] as unknown[]) : [];
    for (const path of [operation.path, ...aliases.map(String)]) {
      const group = groups.get(path);
      if (group === undefined) groups.set(path, [operation]);
      else group.push(operation);
    }
  }
  return groups;
}

function nodeFor(root: PathNode, segments: readonly SegmentTemplate[], operations: readonly Operation[]): PathNode {
  let node = root;
  for (const segment of segments) {
    if (segment.kind === 'parameter') node.takesAny ||= operations.some((operation) => isFree(operation, segment.name));
    node = childFor(node, segment);
  }
  return node;
}

/** Whether a path parameter of an operation has a schema that neither lists its values nor gives them a form. */
function isFree({ description, parameters }: Operation, name: string): boolean {
  const parameter = parameters.find((candidate) => candidate.location === 'path' && candidate.name === name);
  const written = parameter?.schema ?? null;
  const schema = written === null ? null : resolveRef(description.document, written);
  return schema !== null && ['enum', 'const', 'pattern', 'oneOf', 'anyOf'].every((key) => schema[key] === undefined);
}

function childFor(node: PathNode, segment: SegmentTemplate): PathNode {
  switch (segment.kind) {
    case 'literal': {
      const child = node.literals.get(segment.text) ?? createNode();
      node.literals.set(segment.text, child);
      return child;
    }
    case 'parameter':
      return (node.parameter ??= createNode());
    case 'mixed': {
      const known = node.mixed.find(({ key }) => key === segment.key);
      if (known !== undefined) return known.node;
      const child = createNode();
      node.mixed.push({ parts: segment.parts, key: segment.key, node: child });
      return child;
    }
  }
}
