import type { TSESTree } from '@typescript-eslint/types';

import type { Run } from './run.ts';
import { currentFrame, listOf, placeIn, recordOf } from './run.ts';
import type { Send } from './send.ts';
import type { Value } from './value.ts';
import { isNullish, optionsOf, wordsOf } from './value.ts';

/** Notes that a status, a response or an error goes where it is not followed: somebody there may tell statuses apart. */
export function noteEscape(run: Run, value: Value, depth = 0): void {
  for (const option of optionsOf(value)) {
    if (option.k === 'hole') for (const send of option.part.statusOf ?? option.part.errorOf ?? []) send.statusesOpen = true;
    if (option.k === 'response') option.send.statusesOpen = true;
    const record = depth > 1 ? null : recordOf(run, option);
    if (record !== null && record.info === null) for (const prop of record.props.values()) noteEscape(run, prop.value, depth + 1);
  }
}

/** Notes what an unknown function is given, unless all that it does is to log. */
export function noteHandedOut(run: Run, callee: Value, node: TSESTree.Node, args: readonly Value[]): void {
  if (args.length === 0 || isLog([...wordsOf(callee), ...nameParts(node)])) return;
  for (const arg of args) {
    noteEscape(run, arg);
    noteHandedOn(run, arg, -1);
  }
}

/** Notes which values of a body a function returns that is the one of this number among the frames. */
export function noteHandedOn(run: Run, value: Value, depth: number, level = 0): void {
  if (level > 3 || value.k === 'prim' || value.k === 'hole' || value.k === 'text') return;
  for (const option of optionsOf(value)) {
    if (option.k === 'promise') noteHandedOn(run, option.value, depth, level + 1);
    if (option.k === 'body' && option.send.home === run.module) {
      const { handedOn } = option.send;
      const key = option.path.join('.');
      const known = handedOn.get(key);
      if (known === undefined) handedOn.set(key, { path: option.path, depth });
      else if (depth < known.depth) known.depth = depth;
    }
    const record = recordOf(run, option);
    if (record !== null && record.info === null) for (const prop of record.props.values()) noteHandedOn(run, prop.value, depth, level + 1);
    const list = listOf(run, option);
    if (list !== null) for (const item of [...list.items.map((one) => one.value), ...(list.rest === null ? [] : [list.rest])]) noteHandedOn(run, item, depth, level + 1);
  }
}

function isLog(words: readonly string[]): boolean {
  return words.some((word) => /^(?:console|log(?:ger|ging)?|winston|pino|warn|debug|info|trace)$/i.test(word));
}

function nameParts(node: TSESTree.Node): readonly string[] {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
  const { object, property } = node.callee;
  return [object, property].flatMap((part) => (part.type === 'Identifier' ? [part.name] : part.type === 'MemberExpression' && part.property.type === 'Identifier' ? [part.property.name] : []));
}

/** An error that is thrown carries nothing but a text: `new Error('…')`. What it was made of is told to nobody. */
export function throwsTextOnly(node: TSESTree.Expression): boolean {
  if (node.type === 'Identifier') return true;
  return node.type === 'NewExpression' && node.arguments.every((argument) => argument.type === 'Literal' || argument.type === 'TemplateLiteral' || argument.type === 'BinaryExpression');
}

/** The answer of a function to a failure that it has met: null or undefined, marked with the requests that failed. */
export function asFailure(run: Run, value: Value): Value {
  if (value.k !== 'prim' || !isNullish(value)) return value;
  const depth = run.frames.length;
  const failed = run.contexts.flatMap((context) => (context.depth === depth && (context.kind === 'recover' || context.kind === 'branch') ? context.sends : []));
  return failed.length === 0 ? value : { ...value, failed };
}

/** Notes that a field is read of a value that is null or undefined after a failure, where nothing asks for it first. */
export function noteUnguarded(run: Run, options: readonly Value[], name: string, node: TSESTree.Node): void {
  const failed = new Set<Send>(options.flatMap((option) => (option.k === 'prim' ? option.failed ?? [] : [])));
  if (failed.size === 0 || node.type !== 'MemberExpression' || options.every((option) => isNullish(option)) || mayBeGuarded(run, node)) return;
  const place = placeIn(run, node);
  for (const send of failed) if (!send.unguarded.some((read) => read.place.start === place.start && read.place.file === place.file)) send.unguarded.push({ field: name, place });
}

/** Whether the code in front of a read may ask for the value in a way that is not understood, or has read it already. */
function mayBeGuarded(run: Run, node: TSESTree.MemberExpression): boolean {
  const { object } = node;
  if (object.type === 'AwaitExpression' || object.type === 'CallExpression') return false;
  if (object.type !== 'Identifier') return true;
  const frame = currentFrame(run);
  const before = frame.module.source.text.slice(frame.node.range[0], node.range[0]);
  const word = `\\b${object.name.replaceAll('$', '\\$')}\\b`;
  const isOwn = new RegExp(`(?:const|let|var)\\s+${word}`).test(before);
  const isAskedFor = new RegExp(`(?:if|while|assert\\w*|expect|invariant|ensure\\w*)\\s*\\([^;{]*${word}|${word}\\s*(?:\\?|&&|\\|\\||[!=]==?|instanceof)|!\\s*${word}|(?:typeof|Boolean\\(|Array\\.isArray\\()\\s*${word}|case\\s+${word}|${word}\\s*\\.`).test(before);
  return !isOwn || isAskedFor;
}
