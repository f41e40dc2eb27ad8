import type { TSESTree } from '@typescript-eslint/types';

import type { Run } from '../run.ts';
import type { NativeValue, Value } from '../value.ts';
import { undefinedValue } from '../value.ts';

/** One call of a built-in function. */
export interface NativeCall {
  readonly run: Run;
  /** The receiver of a method; undefined for a function. */
  readonly self: Value;
  readonly args: readonly Value[];
  readonly node: TSESTree.Node;
  readonly callee: NativeValue;
}

export type NativeFunction = (call: NativeCall) => Value;
export type NativeTable = Readonly<Record<string, NativeFunction>>;

/** An argument by position; `undefined` when it is not given. */
export function argument(call: NativeCall, index: number): Value {
  return call.args[index] ?? undefinedValue;
}
