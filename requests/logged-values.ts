import type { TSESTree } from '@typescript-eslint/types';

import type { ProjectModule } from './project-module.ts';
import { placeOf } from './project-module.ts';
import type { Hole, Place, Text } from './request-site.ts';
import { currentFrame, recordOf } from './run.ts';
import type { Run, World } from './run.ts';
import { expandAlternatives } from './text.ts';
import { toParts } from './to-parts.ts';
import { isNullish, optionsOf } from './value.ts';
import type { Crossing, Part, Parts, Value } from './value.ts';

/** A value that a call of `console`, or of a logger, writes to the log. */
export interface LoggedValue {
  /** The property that holds it, of an object that is logged; null for the value itself. */
  readonly name: string | null;
  /** What it is, in each way that is known. */
  readonly texts: readonly Text[];
  /** The argument of the call. */
  readonly place: Place;
}

/** What one look at a function, which its first object's number tells from others, saw at an argument of a log call. */
interface Look { readonly root: Run['root']; readonly firstId: number; readonly values: { readonly name: string | null; readonly parts: Parts }[] }

/** What is logged at the arguments of a module's log calls, by argument. */
export type Logged = Map<TSESTree.Node, Look[]>;

const LOGGER = /^(?:console|winston|pino|LOG|LOGGER)$|(?:^l|[^A-Z]L|_l)og(?:ger|ging)?$/;
const LEVEL = /^(?:log|info|debug|warn|warning|error|trace|verbose|silly|fatal|notice|critical|alert|success|http|dir)$/;
const MAX_DEPTH = 2;

/** Notes what a call of something that is not read writes to a log, if it is one. Costs a look at two names. */
export function noteLogged(run: Run, args: readonly Value[], node: TSESTree.Node): void {
  if (args.length === 0 || node.type !== 'CallExpression' || !isLogCall(node)) return;
  const { module } = currentFrame(run);
  if (module !== run.module) return;
  const logged = run.world.logged.get(module) ?? new Map<TSESTree.Node, Look[]>();
  run.world.logged.set(module, logged);
  node.arguments.forEach((argument, i) => {
    const value = args[i];
    if (value === undefined || node.arguments.slice(0, i + 1).some(({ type }) => type === 'SpreadElement')) return;
    // a function is looked at again when more is known: the last look counts
    const others = (logged.get(argument) ?? []).filter((look) => look.firstId === run.firstId || look.root !== run.root);
    const values = valuesIn(run, value, null, 0);
    if (values !== null) logged.set(argument, [...others, { root: run.root, firstId: run.firstId, values: [...values] }]);
  });
}

function isLogCall({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier' || !LEVEL.test(callee.property.name)) return false;
  const { object } = callee;
  const name = object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' && (object.property.type === 'Identifier' || object.property.type === 'PrivateIdentifier') ? object.property.name : '';
  return LOGGER.test(name);
}

/** The texts in a value; null where a caller gave it, who is told of it where the call is. */
function valuesIn(run: Run, value: Value, name: string | null, depth: number): Look['values'] | null {
  const options = optionsOf(value);
  const [only] = options;
  if (only === undefined || options.some((option) => isNullish(option))) return [];
  if (options.length === 1) {
    if (only.k === 'hole' && only.part.json !== undefined) return depth > MAX_DEPTH ? [] : valuesIn(run, only.part.json, name, depth + 1);
    const record = recordOf(run, only);
    if (record !== null && record.flavor !== 'params') {
      if (record.info !== null || depth > MAX_DEPTH || (only.k === 'ref' && isGiven(run, only.crossed))) return [];
      return [...record.props.values()].filter(({ presence, getter }) => presence === 'always' && getter === undefined).flatMap((prop) => valuesIn(run, prop.value, prop.name, depth + 1) ?? []);
    }
  }
  // of `token && 'set'` and the like nothing is sure: a known word among unknown ones may be all that is shown
  if (options.length > 1 && options.some((option) => option.k === 'text' && option.parts.every(({ kind }) => kind === 'literal'))) return [];
  const ways = options.map((option) => expandAlternatives(toParts(run, option).flatMap((part) => written(run, part))));
  if (ways.some((way) => way === null)) return [];
  const texts = ways.flatMap((way) => way ?? []);
  if (texts.some((parts) => parts.some((part) => part.kind !== 'alt' && isGiven(run, part.crossed)))) return null;
  return texts.map((parts) => ({ name, parts }));
}

/** Whether a value came through a parameter that a call in sight has filled. */
function isGiven(run: Run, crossed: Crossing | null): boolean {
  for (let at = crossed; at !== null; at = at.before) {
    const { frame, index } = at;
    if (index === undefined && run.frames.some(({ node }) => node === frame)) return true;
  }
  return false;
}

/** A part as it reads in a log: of named values, `a=1&b=2`. */
function written(run: Run, part: Part): Parts {
  if (part.kind !== 'fields') return [part];
  return part.props.flatMap((prop, i): Parts => [
    { kind: 'literal', text: `${i === 0 ? '' : '&'}${prop.name}=`, place: null, crossed: null },
    ...toParts(run, prop.value).filter(({ kind }) => kind !== 'fields'),
  ]);
}

/** What the log calls of a module write, in source order. Of a call that writes now this, now that: each. */
export function loggedIn(world: World, module: ProjectModule): readonly LoggedValue[] {
  const logged = [...world.logged.get(module) ?? []].sort(([a], [b]) => a.range[0] - b.range[0]);
  return logged.flatMap(([node, looks]) => {
    const place = placeOf(module, node);
    const values = looks.flatMap((look) => look.values);
    const names = new Set(values.map(({ name }) => name));
    return [...names].map((name): LoggedValue => ({ name, place, texts: values.filter((value) => value.name === name).map(({ parts }) => textOf(parts)) }));
  });
}

function textOf(parts: Parts): Text {
  return parts.map((part) => {
    if (part.kind === 'literal') return { kind: 'literal', text: part.text, place: part.place };
    const hole: Hole = { kind: 'hole', reason: 'dynamic', words: [], place: null };
    if (part.kind !== 'hole' || part.edited === true) return hole;
    const { reason, words, place, at, type } = part;
    return { ...hole, reason, words, place, ...(at === undefined ? {} : { at }), ...(type === undefined ? {} : { type }) };
  });
}
