import type { TSESTree } from '@typescript-eslint/types';

import { itemType } from './declared-type.ts';
import type { DeclaredType, TypeShape } from './declared-type.ts';
import type { Place } from './request-site.ts';
import { readType } from './read-type.ts';
import type { TypeRef } from './read-type.ts';
import { placeOf } from './project-module.ts';
import { currentFrame, listOf } from './run.ts';
import type { Run } from './run.ts';
import type { Frame, Send } from './send.ts';
import type { Value } from './value.ts';

interface Target { readonly send: Send; readonly path: readonly string[]; readonly kind: 'body' | 'item' | 'response' }

/** Notes that a value is declared to be of a type here; of interest where the value is, or holds, a parsed body. */
export function declareType(run: Run, value: Value, node: TSESTree.TypeNode): void {
  const targets = targetsOf(run, value, 0);
  if (targets.length === 0) return;
  const { module } = currentFrame(run);
  const parameter = parametersOf([...run.frames]);
  for (const { send, path, kind } of targets) {
    const wanted = kind === 'response' ? bodyArgument(node) : node;
    if (wanted === null) continue;
    const ref = given({ node: wanted, module, parameter });
    const read = (): TypeShape => readType(run.world, ref);
    note(send, { path, place: placeOf(ref.module, ref.node), type: kind === 'item' ? () => itemType(read()) : read });
  }
}

/** The type that a caller gives, where a type parameter is written; without the promise around it. */
function given(ref: TypeRef): TypeRef {
  const { node } = ref;
  if (node.type !== 'TSTypeReference' || node.typeName.type !== 'Identifier') return ref;
  const [first] = node.typeArguments?.params ?? [];
  if (node.typeName.name === 'Promise' && first !== undefined) return given({ ...ref, node: first });
  const bound = ref.parameter(node.typeName.name);
  return bound === null || bound === 'open' ? ref : given(bound);
}

/** Notes the type that a validator demands of a value here. */
export function declareShape(run: Run, value: Value, place: Place, read: () => TypeShape): void {
  for (const { send, path, kind } of targetsOf(run, value, 0)) {
    if (kind !== 'response') note(send, { path, place, type: kind === 'item' ? () => itemType(read()) : read });
  }
}

const MAX_DECLARED = 40;

function note(send: Send, declared: DeclaredType): void {
  const { declared: before } = send;
  const isKnown = before.some(({ place, path }) => place.start === declared.place.start && place.file === declared.place.file && path.join('.') === declared.path.join('.'));
  if (!isKnown && before.length < MAX_DECLARED) before.push(declared);
}

/** The bodies that a value is, or that are the items of the list that it is. */
function targetsOf(run: Run, value: Value, depth: number): readonly Target[] {
  switch (value.k) {
    case 'promise': return targetsOf(run, value.value, depth);
    case 'choice': return value.options.flatMap((option) => targetsOf(run, option, depth));
    case 'body': return value.send.home !== run.module ? [] : [{ send: value.send, path: value.path, kind: depth === 0 ? 'body' : 'item' }];
    case 'response': return depth === 0 && value.send.home === run.module ? [{ send: value.send, path: [], kind: 'response' }] : [];
    case 'ref': {
      const list = depth === 0 ? listOf(run, value) : null;
      if (list === null) return [];
      return [...list.items.slice(0, 2).map((item) => item.value), ...(list.rest === null ? [] : [list.rest])].flatMap((item) => targetsOf(run, item, depth + 1));
    }
    default: return [];
  }
}

/** The body in the type of a whole response: `AxiosResponse<Body>`. */
function bodyArgument(node: TSESTree.TypeNode): TSESTree.TypeNode | null {
  if (node.type !== 'TSTypeReference' || node.typeName.type !== 'Identifier') return null;
  const first = node.typeArguments?.params[0] ?? null;
  return first !== null && node.typeName.name === 'Promise' ? bodyArgument(first) : first;
}

/** What the type parameters of the functions that are being executed stand for: what their calls give them. */
function parametersOf(frames: readonly Frame[]): TypeRef['parameter'] {
  return (name) => {
    for (let i = frames.length - 1; i >= 0; i--) {
      const frame = frames[i];
      if (frame?.fn === null || frame === undefined) continue;
      const index = frame.fn.node.typeParameters?.params.findIndex((parameter) => parameter.name.name === name) ?? -1;
      if (index !== -1) return argumentOf(frame, frames.slice(0, i), index);
      if (frame.fn.home?.node.typeParameters?.params.some((parameter) => parameter.name.name === name) === true) return 'open';
    }
    return null;
  };
}

function argumentOf({ call }: Frame, outer: readonly Frame[], index: number): TypeRef | 'open' {
  const caller = outer.at(-1);
  const node = call?.type === 'CallExpression' ? call.typeArguments?.params[index] : undefined;
  return node === undefined || caller === undefined ? 'open' : { node, module: caller.module, parameter: parametersOf(outer) };
}
