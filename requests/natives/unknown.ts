import type { TSESTree } from '@typescript-eslint/types';

import { callValue, symbolicArguments } from '../call.ts';
import { genericInstance } from '../classes.ts';
import { globalInstance } from '../client-values.ts';
import type { HandThrough } from '../client-model.ts';
import { unknownType } from '../declared-type.ts';
import { declareShape } from '../declare-type.ts';
import { awaited } from '../evaluate.ts';
import { noteHandedOut } from '../follow-failure.ts';
import { isMadeAnew, keptValue } from '../fresh-values.ts';
import { joinValues } from '../join.ts';
import { noteLogged } from '../logged-values.ts';
import { allocate, currentFrame, newList, newRecord, noteUse, objectOf, placeIn, property, within } from '../run.ts';
import type { Run } from '../run.ts';
import { readRepeat, unknownRepeat } from '../read-repeat.ts';
import type { Repeat } from '../request-site.ts';
import type { Context, Send } from '../send.ts';
import { toParts } from '../to-parts.ts';
import { literalOf, textOf } from '../text.ts';
import type { FunctionValue, Value } from '../value.ts';
import { holeValue, isNullish, literalText, optionsOf, undefinedValue, wordsOf } from '../value.ts';
import { isParseMethod, readValidator } from '../validators.ts';
import { functionsIn } from './functions.ts';

/** A call of something that cannot be read: its callbacks run with unknown arguments, its promises come back. */
export function callUnknown(run: Run, callee: Value, args: readonly Value[], node: TSESTree.Node): Value {
  if (callee.k === 'hole') noteUse(run, 'call', callee.part.crossed);
  const words = wordsOf(callee);
  const name = words.at(-1) ?? (callee.k === 'native' ? callee.name : '');
  const special = callee.k === 'package' ? callPackage(run, callee.name, callee.path.at(-1) ?? 'default', args, node) : null;
  if (special !== null) return special;
  if (/xml|parseString/i.test([...words, calleeText(run, node)].join(' '))) markXml(args);

  noteLogged(run, args, node);
  noteValidator(run, args, node);
  noteHandedOut(run, callee, node, args);
  const context = endOfStream(run, callee, args) ?? contextOf(run, words, node);
  const callbacks = run.shared ? [] : args.flatMap((arg) => functionsIn({ run }, arg)).filter((fn) => !run.frames.some((frame) => frame.node === fn.node));
  const results = callbacks.map((fn) => runCallback(run, fn, context, node));
  const sends = promisesIn(args);
  if (context?.kind === 'timeout') for (const send of sends) send.limitedAt ??= run.frames.length;
  if (context?.kind === 'retry') for (const send of sends) send.repeats.push({ depth: context.depth, repeat: context.repeat });
  const handed = [...args.filter((arg) => arg.k === 'promise' && arg.sends.length > 0), ...results.filter((result) => result.k === 'promise' && result.sends.length > 0)];
  if (handed.length > 0) return joinValues(handed);
  return holeValue('call', words.length === 0 ? [name] : words, placeIn(run, node), isMadeAnew(run, callee) ? { fresh: true } : {});
}

/** `schema.parse(body)`: the schema says what the body is. */
function noteValidator(run: Run, [value]: readonly Value[], node: TSESTree.Node): void {
  if (value === undefined || node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier' || !isParseMethod(node.callee.property.name)) return;
  const { object } = node.callee;
  const { module } = currentFrame(run);
  const place = placeIn(run, object);
  declareShape(run, value, place, () => readValidator(run.world, object, module) ?? unknownType(place));
}

function calleeText(run: Run, node: TSESTree.Node): string {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return '';
  const { callee } = node;
  return callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? `${callee.object.type === 'Identifier' ? callee.object.name : ''}.${callee.property.name}` : '';
}

function contextOf(run: Run, words: readonly string[], node: TSESTree.Node): Context | null {
  const text = [...words, calleeText(run, node)].join(' ');
  const depth = run.frames.length;
  if (/retr(?:y|ie)|backoff/i.test(text)) return { kind: 'retry', depth, repeat: unknownRepeat('package', placeIn(run, node)) };
  if (/timeout/i.test(text)) return { kind: 'timeout', depth };
  return null;
}

/** What listens to the end of a connection runs after a failure of it: it may connect again. */
function endOfStream(run: Run, callee: Value, args: readonly Value[]): Context | null {
  const sends = callee.k === 'hole' ? callee.part.streamOf : undefined;
  const event = args[0] === undefined ? null : literalOf(args[0]);
  return sends !== undefined && event !== null && /^(?:close|error|end)$/.test(event) ? { kind: 'recover', depth: run.frames.length, sends } : null;
}

function runCallback(run: Run, fn: FunctionValue, context: Context | null, node: TSESTree.Node): Value {
  const action = (): Value => callValue(run, fn, symbolicArguments(run, fn.node, fn).map(forget), node, null);
  return context === null ? action() : within(run, context, action);
}

/** What an unknown caller hands to a callback is no parameter that anybody else could fill. */
function forget(value: Value): Value {
  return value.k === 'hole' ? { k: 'hole', part: { ...value.part, crossed: null, reason: 'call' } } : value;
}

function promisesIn(args: readonly Value[]): readonly Send[] {
  return args.flatMap((arg) => optionsOf(arg).flatMap((option) => (option.k === 'promise' ? option.sends : [])));
}

function markXml(args: readonly Value[]): void {
  for (const arg of args) for (const option of optionsOf(awaited(arg))) if (option.k === 'body') option.send.format = 'xml';
}

/** What `pipe` of an observable looks at. */
const OPERATORS = new Set(['map', 'switchMap', 'mergeMap', 'concatMap', 'exhaustMap', 'tap', 'catchError', 'retry', 'retryWhen', 'timeout']);

function callPackage(run: Run, module: string, name: string, args: readonly Value[], node: TSESTree.Node): Value | null {
  if (module === 'react' && name === 'useState') return useState(run, args, node);
  if (module === 'react' && name === 'useRef') return newRecord(run, [property('current', keptValue(args[0] ?? undefinedValue))]);
  if (name === 'stringify' && /^(?:qs|querystring|node:querystring|query-string|picoquery|fast-querystring)$/.test(module)) return stringify(run, args[0] ?? undefinedValue);
  if (/^rxjs(?:\/operators)?$/.test(module) && OPERATORS.has(name)) return { k: 'native', name: `operator.${name}`, self: args[0] ?? null };
  const row = run.world.clients.handThrough(module, name);
  return row === null ? null : handThrough(run, row, args, node);
}

function handThrough(run: Run, row: HandThrough, args: readonly Value[], node: TSESTree.Node): Value {
  const repeat = row.repeats === undefined ? null : readRepeat(run, row.repeats, row.options === undefined ? null : args[row.options] ?? null, 'package', placeIn(run, node));
  const repeats = repeat === null ? {} : { repeat };
  if (row.marks !== undefined) {
    const instance = args[Number(row.marks.slice(3))];
    const ref = instance?.k === 'client' && instance.self === null ? globalInstance(run, instance.model) : instance;
    const object = ref === undefined ? null : objectOf(run, ref);
    if (object?.t === 'client' && ref?.k === 'ref') run.state.heap.set(ref.id, { ...object, ...repeats });
  }
  if (row.returns === 'curried' || row.returns === 'policy') return { k: 'native', name: row.returns === 'policy' ? 'policy' : 'handThrough', self: null, ...repeats };
  const value = args[Number(row.returns.replace(/\D/g, ''))] ?? undefinedValue;
  for (const send of promisesIn([value])) if (row.limits === true) send.limitedAt ??= run.frames.length;
  if (row.returns.startsWith('arg')) {
    const isMade = value.k === 'client' && repeat !== null && row.marks === undefined;
    return isMade ? allocate(run, { t: 'client', model: value.model, configs: [], interceptors: [], words: [], place: placeIn(run, node), ...repeats }) : value;
  }
  if (row.returns.startsWith('instance')) return value.k === 'class' ? { ...genericInstance(run.world, value.info), crossed: null } : value;
  return repeatCallback(run, value, [], repeat, node);
}

/** Calls what a retry package was given. */
export function repeatCallback(run: Run, value: Value, args: readonly Value[], repeat: Repeat | null, node: TSESTree.Node): Value {
  if (value.k !== 'fn') return holeValue('call');
  if (repeat === null) return callValue(run, value, args, node, null);
  // who can give up from inside decides on failures that are not known here
  const { source } = value.module;
  const givesUp = /AbortError|\bbail\b|\babort\(/.test(source.text.slice(...value.node.range));
  return runCallback(run, value, { kind: 'retry', depth: run.frames.length, repeat: givesUp ? { ...repeat, statuses: null, afterLoss: null } : repeat }, node);
}

/** `const [value, setValue] = useState(start)`: what the setter is given is what the value can be. */
function useState(run: Run, args: readonly Value[], node: TSESTree.Node): Value {
  const writes = run.world.stateWrites.get(node) ?? [];
  const given = args[0] ?? undefinedValue;
  const start = given.k === 'fn' ? callValue(run, given, [], node, null) : given;
  return newList(run, [joinValues([keptValue(start), ...writes]), { k: 'native', name: 'setState', self: null, state: node }]);
}

function stringify(run: Run, value: Value): Value {
  const texts = optionsOf(value).filter((option) => !isNullish(option)).map((option): Value => {
    const object = objectOf(run, option);
    if (object?.t !== 'record') return holeValue('dynamic', wordsOf(option), null, { type: 'string' });
    const ref = allocate(run, { ...object, flavor: 'params' });
    return textOf(toParts(run, ref));
  });
  return texts.length === 0 ? literalText('') : joinValues(texts);
}
