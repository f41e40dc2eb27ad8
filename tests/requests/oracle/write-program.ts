import { Draft, inputScope } from './program.ts';
import type { Program, Spot } from './program.ts';
import { Tape } from './tape.ts';
import { fields } from './write-fields.ts';
import { path } from './write-path.ts';
import type { Parts } from './write-send.ts';
import { condition, inside, text } from './write-text.ts';
import { method, request } from './write-wrapper.ts';

/** Writes the program that the numbers choose. */
export function writeProgram(numbers: readonly number[]): Program {
  const tape = new Tape(numbers);
  const draft = new Draft(tape.pick(14));
  const spot: Spot = { tape, draft, module: draft.main, lines: [], scope: inputScope };
  flow(spot);
  draft.main.top.push(`export async function run(input) {\n  ${spot.lines.join('\n  ')}\n}`);
  return draft.finish();
}

/** One request, or a few: in branches, loops, after an early return. */
function flow(spot: Spot): void {
  const { tape, lines, draft } = spot;
  const block = (...more: readonly string[]): string => {
    const at = inside(spot, { ...spot.scope, words: [...more, ...spot.scope.words] });
    at.lines.push(`await ${whole(at)};`);
    return at.lines.join(' ');
  };
  switch (tape.pick(14)) {
    case 1: lines.push(`if (${condition(spot)}) { ${block()} } else { ${block()} }`); break;
    case 2: lines.push(`if (${condition(spot)}) return;`, block()); break;
    case 3: lines.push(`for (const item of ['one', 'two']) { ${block('item')} }`); break;
    case 4: lines.push(`for (const item of input.list) { ${block('item')} }`); break;
    case 5: lines.push(`switch (input.kind) { case 'a': ${block()} break; case 'b': { ${block()} } default: { ${block()} } }`); break;
    case 6: lines.push(`await Promise.all(input.list.map(async (item) => { ${block('item')} }));`); break;
    case 7: lines.push(`try { ${block()} } catch { ${block()} }`); break;
    case 8: {
      const name = draft.fresh('value');
      lines.push(`for (const [${name}, more] of Object.entries({ one: ${text(spot)}, two: ${text(spot)} })) { ${block(name, 'more')} }`);
      break;
    }
    case 9: lines.push(`let count = 0; while (count < 2) { count++; ${block()} }`); break;
    default: lines.push(block());
  }
}

function whole(spot: Spot): string {
  const { tape } = spot;
  const levels = [0, 0, 1, 1, 2, 3][tape.pick(6)] ?? 0;
  const parts: Parts = {
    path: path(spot),
    method: tape.chance(40) ? method(spot) : null,
    query: tape.chance(35) ? fields(spot, 'query') : null,
    headers: tape.chance(35) ? fields(spot, 'headers') : null,
  };
  return request(spot, parts, levels);
}
