import { checkBehind } from '../rules/suggest-status-check.ts';
import { arrowParameter } from './arrow-parameter.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { AnswerSpot } from './answer-spot.ts';
import type { Edit } from '../rules/editable.ts';

/** How an answer is checked where it is had. */
export interface StatusCheck {
  /** What of the shared module the edits use. */
  readonly uses: 'StatusError' | 'checkStatus';
  /** The edits, given the name that the file has for it. */
  readonly edits: (local: string) => readonly Edit[];
}

/**
 * The check of an answer before anything else is done with it: a statement behind the one that keeps it in a variable, else
 * around what is awaited, else as the first step of the promise. `method` is source text.
 */
export function statusCheck(spot: AnswerSpot, method: string): StatusCheck {
  const { file, path, node, place } = spot;
  if (checkBehind(file, path, () => '') !== null) {
    return { uses: 'StatusError', edits: (local) => [checkBehind(file, path, (response) => `new ${local}(${response}, ${method})`) ?? []].flat() };
  }
  const parent = path.at(-2);
  if (parent?.type === 'AwaitExpression') return { uses: 'checkStatus', edits: (local) => wrapAwait(spot, parent, local, method) };

  const between = parent?.type === 'MemberExpression' && parent.object === node ? file.text.slice(place.end, parent.property.range[0]) : '';
  const gap = /\r?\n[^\S\n]*(?=\??\.$)/.exec(between)?.[0] ?? '';
  const edits = (local: string): readonly Edit[] => {
    const name = [local, method].some((text) => /\bresponse\b/.test(text)) ? 'answer' : 'response';
    return [{ place: { file: file.file, start: place.end, end: place.end }, text: `${gap}.then(${arrowParameter(file, name)} => ${local}(${name}, ${method}))` }];
  };
  return { uses: 'checkStatus', edits };
}

/** `(await call).json()` keeps the parentheses for those of the check. */
function wrapAwait({ file, path }: AnswerSpot, { range: [start, end] }: TSESTree.AwaitExpression, local: string, method: string): readonly Edit[] {
  const at = (from: number, to: number, text: string): Edit => ({ place: { file: file.file, start: from, end: to }, text });
  const around = path.at(-3);
  const isObject = around?.type === 'MemberExpression' && around.object.range[0] === start;
  const open = /\(\s*$/.exec(file.text.slice(0, start));
  const close = /^\s*\)/.exec(file.text.slice(end));
  if (!isObject || open === null || close === null) return [at(start, start, `${local}(`), at(end, end, `, ${method})`)];
  return [at(start - open[0].length, start - open[0].length, local), at(end, end, `, ${method}`)];
}
