import type { Run } from './run.ts';
import type { Part, Value } from './value.ts';

/** Functions that answer something else each time, as `package.export` or as a global. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  'crypto.randomUUID', 'node:crypto.randomUUID', 'crypto.randomBytes', 'node:crypto.randomBytes', 'uuid.v1', 'uuid.v4', 'uuid.v6', 'uuid.v7', 'uuid/v4.default',
  'nanoid.nanoid', 'nanoid.default', 'ulid.ulid', '@paralleldrive/cuid2.createId',
]);

/**
 * Whether what is called answers something new each time that the function at hand runs. What runs once, as a module or a
 * constructor does, makes a value that is kept.
 */
export function isMadeAnew(run: Run, callee: Value): boolean {
  const name = callee.k === 'package' ? `${callee.name}.${callee.path.at(-1) ?? 'default'}`
    : callee.k === 'hole' && callee.part.reason === 'global' ? callee.part.words.slice(-2).join('.') : null;
  if (name === null || !FUNCTIONS.has(name) || run.shared) return false;
  if ([...run.world.making.values()].some((count) => count > 0)) return false;
  return !run.frames.some(({ fn }) => fn?.home?.node.body.body.some((member) => member.type === 'MethodDefinition' && member.kind === 'constructor' && member.value === fn.node) === true);
}

/** A value as it is once something keeps it: no longer made anew. */
export function keptValue(value: Value): Value {
  if (value.k === 'hole') return value.part.fresh === true ? { k: 'hole', part: { ...value.part, fresh: false } } : value;
  if (value.k === 'choice') return { k: 'choice', options: value.options.map(keptValue) };
  return value.k === 'text' ? { k: 'text', parts: value.parts.map(keptPart) } : value;
}

function keptPart(part: Part): Part {
  return part.kind === 'hole' && part.fresh === true ? { ...part, fresh: false } : part;
}
