import type { TSESTree } from '@typescript-eslint/types';

import { noteLogged } from '../logged-values.ts';
import type { Run } from '../run.ts';
import type { NativeValue, Value } from '../value.ts';
import { undefinedValue } from '../value.ts';
import { fieldNatives } from './fields.ts';
import { functionNatives } from './functions.ts';
import { listNatives } from './lists.ts';
import type { NativeFunction } from './native.ts';
import { objectNatives } from './objects.ts';
import { promiseNatives } from './promises.ts';
import { textNatives } from './texts.ts';
import { callUnknown } from './unknown.ts';

let table: ReadonlyMap<string, NativeFunction> | null = null;

function natives(): ReadonlyMap<string, NativeFunction> {
  table ??= new Map([textNatives, listNatives, objectNatives, fieldNatives, promiseNatives, functionNatives].flatMap((group) => Object.entries(group)));
  return table;
}

export function hasNative(name: string): boolean {
  return natives().has(name);
}

/** Calls a built-in function; one that is not known is a call of something unknown. */
export function callNative(run: Run, callee: NativeValue, args: readonly Value[], node: TSESTree.Node): Value {
  const native = natives().get(callee.name);
  if (callee.name.startsWith('console.')) noteLogged(run, args, node);
  return native === undefined ? callUnknown(run, callee, args, node) : native({ run, self: callee.self ?? undefinedValue, args, node, callee });
}
