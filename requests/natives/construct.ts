import type { TSESTree } from '@typescript-eslint/types';

import { callValue } from '../call.ts';
import { spreadInto } from '../object-literals.ts';
import { joinValues } from '../join.ts';
import { fieldsOf } from '../read-fields.ts';
import type { Run } from '../run.ts';
import { allocate, newList, newRecord, placeIn, recordOf, within } from '../run.ts';
import { toParts } from '../to-parts.ts';
import { createUrl } from '../urls.ts';
import { expandAlternatives } from '../text.ts';
import type { Cell } from '../scope.ts';
import type { Value } from '../value.ts';
import { holeValue, isNullish, undefinedValue } from '../value.ts';
import { fetchModel } from '../clients/fetch.ts';
import { itemsOf } from '../loops.ts';
import { callUnknown } from './unknown.ts';

/** `new Name(…)` of a built-in. */
export function constructNative(run: Run, name: string, args: readonly Value[], node: TSESTree.Node): Value {
  const [first, second] = args;
  switch (name) {
    case 'URL': return newUrl(run, first ?? undefinedValue, second);
    case 'URLSearchParams': case 'Headers': case 'FormData': return newFields(run, name, first, node);
    case 'Map': case 'WeakMap': return newRecord(run, [], { flavor: 'map', open: first === undefined ? null : 'a map made of other values' });
    case 'Set': return first === undefined ? newList(run, []) : allocate(run, { t: 'list', items: itemsOf(run, first) ?? [], rest: itemsOf(run, first) === null ? holeValue('dynamic') : null });
    case 'Request': return allocate(run, { t: 'request', url: first ?? undefinedValue, config: second === undefined || isNullish(second) ? null : second, model: fetchModel });
    case 'AbortController': return allocate(run, { t: 'controller', signals: [] });
    case 'Promise': return newPromise(run, first, node);
    case 'Array': return newList(run, [], holeValue('dynamic'));
    case 'Object': return newRecord(run);
    default: return callUnknown(run, { k: 'native', name, self: null }, args, node);
  }
}

function newUrl(run: Run, text: Value, base: Value | undefined): Value {
  const parts = toParts(run, text);
  const baseParts = base === undefined || isNullish(base) ? null : toParts(run, base);
  const ways = expandAlternatives(parts, 12);
  if (ways === null || ways.length <= 1) return createUrl(run, parts, baseParts);
  return joinValues(ways.map((way) => createUrl(run, way, baseParts)));
}

function newFields(run: Run, name: string, init: Value | undefined, node: TSESTree.Node): Value {
  const flavor = name === 'Headers' ? 'headers' as const : name === 'FormData' ? 'form' as const : 'params' as const;
  const ref = newRecord(run, [], { flavor, place: placeIn(run, node) });
  if (init === undefined || isNullish(init) || flavor === 'form') return ref;
  // Angular's HttpParams keeps them one level deeper
  const inner = recordOf(run, init)?.props;
  const given = (inner?.get('fromObject') ?? inner?.get('fromString'))?.value ?? init;
  const fields = fieldsOf(run, given, { flavor: flavor === 'headers' ? 'headers' : 'query', model: fetchModel, method: null });
  const source = newRecord(run, fields.props, { flavor, open: fields.open });
  spreadInto(run, ref.id, source);
  return ref;
}

/** `new Promise((resolve, reject) => …)`: what `resolve` is given. */
function newPromise(run: Run, executor: Value | undefined, node: TSESTree.Node): Value {
  if (executor?.k !== 'fn') return { k: 'promise', value: holeValue('dynamic'), sends: [] };
  const first = run.sends.length;
  const cell: Cell = { name: 'resolve', lazy: null, shared: false };
  within(run, { kind: 'loop', depth: run.frames.length }, () => callValue(run, executor, [{ k: 'native', name: 'resolve', self: null, cell }, { k: 'native', name: 'reject', self: null, cell }], node, null));
  const resolved = run.resolved.filter((one) => one.cell === cell).map(({ value }) => value);
  return { k: 'promise', value: resolved.length === 0 ? holeValue('dynamic', ['resolved']) : joinValues(resolved), sends: run.sends.slice(first) };
}
