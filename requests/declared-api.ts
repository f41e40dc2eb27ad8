import type { TSESTree } from '@typescript-eslint/types';

import { placeOf } from './project-module.ts';
import type { ProjectModule } from './project-module.ts';
import { readDeclarations } from './read-declarations.ts';
import type { Declaration } from './read-declarations.ts';
import type { Place } from './request-site.ts';
import type { World } from './run.ts';
import { moduleAt } from './run.ts';
import type { Frame, Send } from './send.ts';
import type { Parts } from './value.ts';

const known = new WeakMap<ProjectModule, readonly Declaration[]>();

/**
 * What a comment says of the API that a request goes to, from the frame with this index down to the send; null when none
 * does. The nearest wins: one at a call on the way, the caller's before the wrapper's; then one where the client, the
 * instance or the function was made, or the base of the URL was written; then one on a function or class around.
 */
export function declaredApi(world: World, send: Send, index: number, base: Parts): Declaration | null {
  if (world.marker === null || !world.isMarked) return null;
  const steps = send.frames.slice(index).map((frame, i, frames) => ({ frame, node: frames[i + 1]?.call ?? send.node, entered: frames[i + 1] ?? null }));
  for (const { frame, node } of steps) {
    const found = covering(world, frame.module, node).find((declaration) => !isAround(declaration, frame)) ?? importedIn(world, frame.module, node);
    if (found !== undefined) return found;
  }
  const made = [...steps.flatMap(({ entered }) => [entered?.instance ?? null, entered?.fn?.scope.activation?.at ?? null]), send.instance, ...base.map((part) => ('place' in part ? part.place : null))];
  for (const place of made) {
    const found = place === null ? undefined : at(world, send, place).find((declaration) => !steps.some(({ frame }) => frame.module.file === place.file && isAround(declaration, frame)));
    if (found !== undefined) return found;
  }
  for (const { frame, node } of steps) {
    const [found] = covering(world, frame.module, node);
    if (found !== undefined) return found;
  }
  return null;
}

function declarationsOf(world: World, module: ProjectModule): readonly Declaration[] {
  let found = known.get(module);
  if (found === undefined) known.set(module, (found = world.marker === null ? [] : readDeclarations(module.source, world.marker)));
  return found;
}

/** The declarations about code that a node is part of, nearest first. */
function covering(world: World, module: ProjectModule, node: TSESTree.Node): readonly Declaration[] {
  const { start, end } = placeOf(module, node);
  return within(declarationsOf(world, module), start, end);
}

function within(declarations: readonly Declaration[], start: number, end: number): readonly Declaration[] {
  return declarations.filter((one) => one.start <= start && one.end >= end).sort((a, b) => a.end - a.start - (b.end - b.start));
}

/** A declaration about the function that is executed, or about something around it, rather than a call inside it. */
function isAround({ start, end }: Declaration, { node }: Frame): boolean {
  return node.type !== 'Program' && start <= node.range[0] && end >= node.range[1];
}

/** A declaration on the import of what is called. */
function importedIn(world: World, module: ProjectModule, node: TSESTree.Node): Declaration | undefined {
  const root = node.type === 'CallExpression' || node.type === 'NewExpression' ? rootOf(node.callee) : null;
  if (root === null || !module.imports.has(root.name)) return undefined;
  return declarationsOf(world, module).find(({ imported }) => imported.includes(root.name));
}

function rootOf(node: TSESTree.Node): TSESTree.Identifier | null {
  switch (node.type) {
    case 'Identifier': return node;
    case 'MemberExpression': return rootOf(node.object);
    case 'CallExpression': return rootOf(node.callee);
    case 'AwaitExpression': return rootOf(node.argument);
    case 'TSNonNullExpression': case 'TSAsExpression': case 'ChainExpression': return rootOf(node.expression);
    default: return null;
  }
}

function at(world: World, send: Send, place: Place): readonly Declaration[] {
  const module = [send.module, ...send.frames.map((frame) => frame.module)].find(({ file }) => file === place.file) ?? moduleAt(world, place.file);
  return module === null ? [] : within(declarationsOf(world, module), place.start, place.end);
}
