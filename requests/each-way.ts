import { joinValues } from './join.ts';
import { inFork } from './run.ts';
import type { Run } from './run.ts';
import { joinInto } from './state.ts';
import type { Value } from './value.ts';

/** Does an action for each of several ways that the program may take, each on a fork of the state, and goes on with what they leave together. */
export function doEachWay<Way>(run: Run, ways: readonly Way[], action: (way: Way) => void): void {
  joinInto(run.state, run.state, ways.map((way) => inFork(run, () => { action(way); })));
}

/** Like `doEachWay`; answers what the ways answer, joined. */
export function tryEachWay<Way>(run: Run, ways: readonly Way[], action: (way: Way) => Value): Value {
  const results: Value[] = [];
  doEachWay(run, ways, (way) => { results.push(action(way)); });
  return joinValues(results);
}
