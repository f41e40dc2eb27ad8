import { walk } from '../requests/walk.ts';
import { nodePath } from '../rules/node-path.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Place, RequestSite } from '../requests/request-site.ts';
import type { Editable, EditedFile } from '../rules/editable.ts';

/** A call that answers with a response: that of the client, or of a wrapper that hands it on. */
export interface AnswerSpot {
  readonly file: EditedFile;
  readonly node: TSESTree.CallExpression;
  /** The nodes around the call, the program first, the call last. */
  readonly path: readonly TSESTree.Node[];
  readonly place: Place;
  /** The function that hands the response on to its caller, where it does. */
  readonly handedOutBy: FunctionNode | null;
}

export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/**
 * The calls that a response comes through, from that of the client outwards to the one in whose function it is used; the
 * last is handed out where its callers are not known. Empty where a file may not be changed, or the request is not sent by
 * a call.
 */
export function answerSpots(target: Editable, { send, via }: RequestSite): readonly AnswerSpot[] {
  const spots: AnswerSpot[] = [];
  let place: Place | undefined = send;
  for (let level = via.length - 1; place !== undefined; level--) {
    const spot = spotAt(target, place);
    if (spot === null) return [];
    spots.push(spot);
    const by = spot.handedOutBy;
    const wrapper = via[level];
    if (by === null || wrapper?.place.file !== place.file || wrapper.place.start !== by.range[0]) break;
    place = wrapper.call;
  }
  return spots;
}

function spotAt(target: Editable, place: Place): AnswerSpot | null {
  const file = target.fileOf(place.file);
  const path = file === null ? [] : nodePath(file.program, place);
  const node = path.at(-1);
  return file === null || node?.type !== 'CallExpression' ? null : { file, node, path, place, handedOutBy: handsOut(path) };
}

/** The function that returns what a call answers, as it is; null when none does. */
function handsOut(path: readonly TSESTree.Node[]): FunctionNode | null {
  for (let i = path.length - 1; i > 0; i--) {
    const node = path[i];
    const parent = path[i - 1];
    if (node === undefined || parent === undefined) return null;
    if (parent.type === 'ReturnStatement') return functionAround(path, i - 1);
    if (parent.type === 'ArrowFunctionExpression' && parent.body === node) {
      const taker = path[i - 2];
      // what a handler answers is what the chain answers
      if (taker?.type !== 'CallExpression' || !isFollowUp(taker)) return parent;
      i -= 1;
    } else if (parent.type === 'VariableDeclarator' || parent.type === 'AssignmentExpression') {
      const fn = functionAround(path, i - 1);
      const target = parent.type === 'VariableDeclarator' ? parent.id : parent.left;
      return target.type === 'Identifier' && fn !== null && isGivenOut(fn, target.name) ? fn : null;
    } else if (parent.type === 'MemberExpression') {
      const call = path[i - 2];
      if (parent.object !== node || call?.type !== 'CallExpression' || call.callee !== parent || !isFollowUp(call) || nameOf(parent) === 'then') return null;
      i -= 1;
    } else if (!PASSING.has(parent.type)) {
      return null;
    }
  }
  return null;
}

/** What has the value of a part of it. */
const PASSING: ReadonlySet<string> = new Set(['AwaitExpression', 'TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'ConditionalExpression', 'LogicalExpression']);

function isFollowUp({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && ['then', 'catch', 'finally'].includes(nameOf(callee));
}

function nameOf({ property }: TSESTree.MemberExpression): string {
  return property.type === 'Identifier' ? property.name : '';
}

function functionAround(path: readonly TSESTree.Node[], index: number): FunctionNode | null {
  const found = path.slice(0, index).findLast((node) => isFunction(node));
  return found !== undefined && isFunction(found) ? found : null;
}

function isFunction(node: TSESTree.Node): node is FunctionNode {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

/** Whether a function returns a variable, or gives it to `resolve`, as it is or as a part of an object. */
function isGivenOut(fn: FunctionNode, name: string): boolean {
  let isGiven = false;
  walk(fn, (node, ancestors) => {
    if (node.type !== 'Identifier' || node.name !== name) return;
    const outer = ancestors.findLast((one) => !HOLDING.has(one.type) && !PASSING.has(one.type));
    if (outer?.type === 'ReturnStatement' || (outer?.type === 'ArrowFunctionExpression' && outer.body.type !== 'BlockStatement')) isGiven = true;
    if (outer?.type === 'CallExpression' && outer.callee !== node && outer.callee.type === 'Identifier' && outer.callee.name.startsWith('resolve')) isGiven = true;
  });
  return isGiven;
}

const HOLDING: ReadonlySet<string> = new Set(['ObjectExpression', 'ArrayExpression', 'Property', 'SpreadElement']);

/** Whether a function is called by these calls alone: it is not exported, and its name stands nowhere else in its file. */
export function isCalledOnlyBy({ program }: EditedFile, fn: FunctionNode, calls: readonly Place[]): boolean {
  const path = nodePath(program, { start: fn.range[0], end: fn.range[1] });
  const own = ownName(fn, path.at(-2));
  if (own === null || (!isPrivate(path.at(-2)) && path.some(({ type }) => type.startsWith('Export')))) return false;
  const starts = new Set(calls.map(({ start }) => start));
  let isOnly = true;
  walk(program, (node, ancestors) => {
    if ((node.type !== 'Identifier' && node.type !== 'PrivateIdentifier') || node.name !== own.name || node === own) return;
    const outer = ancestors.findLast((one) => one.type !== 'MemberExpression' && one.type !== 'ChainExpression');
    if (outer?.type !== 'CallExpression' || !starts.has(outer.range[0]) || outer.callee.range[1] !== node.range[1]) isOnly = false;
  });
  return isOnly;
}

/** What a function is called by: its own name, that of its variable, or that of a private method. */
function ownName(fn: FunctionNode, holder: TSESTree.Node | undefined): TSESTree.Identifier | TSESTree.PrivateIdentifier | null {
  if (fn.type === 'FunctionDeclaration') return fn.id;
  if (holder?.type === 'VariableDeclarator') return holder.id.type === 'Identifier' ? holder.id : null;
  if (!isPrivate(holder) || (holder?.type !== 'MethodDefinition' && holder?.type !== 'PropertyDefinition')) return null;
  return holder.key.type === 'Identifier' || holder.key.type === 'PrivateIdentifier' ? holder.key : null;
}

function isPrivate(holder: TSESTree.Node | undefined): boolean {
  if (holder?.type !== 'MethodDefinition' && holder?.type !== 'PropertyDefinition') return false;
  return holder.key.type === 'PrivateIdentifier' || holder.accessibility === 'private';
}
