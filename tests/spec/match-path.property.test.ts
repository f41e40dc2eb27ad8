import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../spec/description.ts';
import { matchPath } from '../../spec/match-path.ts';
import { parametersOf } from '../../spec/parameters-of.ts';
import { readDescriptions } from '../../spec/read-descriptions.ts';
import { resolveSchema } from '../../spec/resolve-ref.ts';

const operations = readDescriptions(undefined, '/').flatMap((description) => description.operations);
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

/** A legal value of a path parameter. */
function valueOf(operation: Operation, name: string): fc.Arbitrary<string> {
  const parameter = parametersOf(operation, 'path').find((candidate) => candidate.name === name);
  const written = parameter?.schema ?? null;
  const schema = written === null ? null : resolveSchema(operation.description.document, written);
  if (schema?.enum !== undefined) return fc.constantFrom(...schema.enum.map(String));
  const number = fc.nat().map(String);
  if (schema?.type === 'integer') return number;
  if (schema?.type === 'array') return fc.array(number, { minLength: 1, maxLength: 4 }).map((numbers) => numbers.join(','));
  return fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}$/);
}

/** The path of an operation with legal values in the place of its parameters. */
function pathOf(operation: Operation): fc.Arbitrary<string> {
  const parts = operation.path.split(/(\{[^}]*\}|\*)/);
  return fc.tuple(...parts.map((part) => {
    if (part === '*') return fc.constantFrom('mpd', 'm3u8', 'mkv');
    return part.startsWith('{') ? valueOf(operation, part.slice(1, -1)) : fc.constant(part);
  })).map((texts) => texts.join(''));
}

/** From the left: 0 where the template has known text, 1 where it mixes, 2 where a parameter stands. */
function ranksOf(operation: Operation): readonly number[] {
  return operation.path.split('/').map((segment) => (/^\{[^}]*\}$/.test(segment) ? 2 : /[{*]/.test(segment) ? 1 : 0));
}

function isAsLiteral(answer: Operation, own: Operation): boolean {
  const [left, right] = [ranksOf(answer), ranksOf(own)];
  const index = left.findIndex((rank, at) => rank !== right[at]);
  return index === -1 || (left[index] ?? 0) < (right[index] ?? 0);
}

describe(`every operation, its parameters filled with legal values (seed ${seed})`, () => {
  const cases = fc.constantFrom(...operations).chain((operation) => pathOf(operation).map((path) => ({ operation, path })));

  it('is answered with itself or a more literal one', () => {
    fc.assert(fc.property(cases, ({ operation, path }) => {
      const { certain } = matchPath(operation.description, [path], operation.method);
      expect(certain, `${operation.method} ${path}`).not.toBeNull();
      if (certain !== null && certain !== operation) expect(isAsLiteral(certain, operation), `${certain.label} for ${operation.label}`).toBe(true);
    }), { seed, numRuns: 2000 });
  });

  it('is among the candidates when any of its segments is a hole', () => {
    const holes = fc.tuple(cases, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }));
    fc.assert(fc.property(holes, ([{ operation, path }, mask]) => {
      // a mere word where an identifier belongs speaks against the known text that a hole may stand for
      const templates = operation.path.split('/');
      fc.pre(!path.split('/').some((text, index) => /^[A-Za-z]+$/.test(text) && templates[index]?.startsWith('{') === true));
      const pattern = path.split('/').filter((text) => text !== '').flatMap((text, index) => ['/', mask[index] === true ? { hole: true, spans: 'segment' } as const : text]);
      expect(matchPath(operation.description, pattern, operation.method).candidates).toContain(operation);
    }), { seed, numRuns: 2000 });
  });

  it('is certain with holes for its free parameters only when nothing else is as literal', () => {
    for (const operation of operations) {
      const pattern = operation.path.split(/(\{[^}]*\})/).filter((part) => part !== '').map((part) => (part.startsWith('{') ? { hole: true, spans: 'segment' } as const : part.replace('*', 'mpd')));
      const { certain } = matchPath(operation.description, pattern, operation.method);
      if (certain !== null && certain !== operation) expect(isAsLiteral(certain, operation), `${certain.label} for ${operation.label}`).toBe(true);
    }
  });
});
