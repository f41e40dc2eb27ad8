import { spreadInto } from './object-literals.ts';
import { newRecord, recordOf } from './run.ts';
import type { Run } from './run.ts';
import type { Value } from './value.ts';

/**
 * `new Agent(options)` of a package: an object with its options, by which the requests are sent that are handed it. null
 * when nothing is known of the options, or it is no such class.
 */
export function makeAgent(run: Run, callee: Value, args: readonly Value[]): Value | null {
  const name = callee.k === 'package' ? callee.path.at(-1) : callee.k === 'hole' && callee.part.reason === 'dynamic' ? callee.part.words.at(-1) : undefined;
  if (name === undefined || !/(?:Agent|Pool)$/.test(name)) return null;
  const options = args.filter((arg) => recordOf(run, arg) !== null);
  if (options.length === 0) return null;
  const agent = newRecord(run, [], { open: 'an object of a package' });
  for (const option of options) spreadInto(run, agent.id, option);
  return agent;
}
