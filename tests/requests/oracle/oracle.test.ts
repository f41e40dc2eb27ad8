import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { RequestSite } from '../../../requests/request-site.ts';
import { judge, printRequest } from './compare.ts';
import type { Silence } from './compare.ts';
import { inputs } from './inputs.ts';
import { predict } from './predict.ts';
import type { Program } from './program.ts';
import { runProgram } from './run-program.ts';
import type { WireRequest } from './wire.ts';
import { writeProgram } from './write-program.ts';

/** Another seed, or more programs, look further: `ORACLE_SEED=7 ORACLE_RUNS=20000 npx vitest run tests/requests/oracle`. */
const RUNS = Number(process.env.ORACLE_RUNS ?? 2000);
const SEED = Number(process.env.ORACLE_SEED ?? 20_261_122);

/** How many of a hundred requests the engine may be silent about. */
const CEILINGS: Readonly<Record<keyof Silence, number>> = { path: 3, method: 1, query: 3, headers: 3 };

const tapes = fc.array(fc.nat({ max: 9999 }), { minLength: 150, maxLength: 150 });

describe('the oracle', () => {
  it('hears from the engine what programs really send', async () => {
    const tally = { programs: 0, requests: 0, path: 0, method: 0, query: 0, headers: 0 };
    await fc.assert(fc.asyncProperty(tapes, async (numbers) => {
      const program = writeProgram(numbers);
      const silences = judgeAll(program, await runProgram(program, inputs), predict(program));
      tally.programs++;
      tally.requests += silences.length;
      for (const silence of silences) for (const key of ['path', 'method', 'query', 'headers'] as const) if (silence[key]) tally[key]++;
    }), { numRuns: RUNS, seed: SEED });

    const shares = (['path', 'method', 'query', 'headers'] as const).map((key) => [key, (100 * tally[key]) / tally.requests] as const);
    process.stdout.write(`oracle: ${tally.programs} programs (seed ${SEED}), ${tally.requests} different requests; not known: ${shares.map(([key, share]) => `${key} ${share.toFixed(2)} %`).join(', ')}\n`);
    expect(tally.programs).toBeGreaterThanOrEqual(RUNS);
    expect(tally.requests).toBeGreaterThan(RUNS);
    for (const [key, share] of shares) expect(share, `share of requests whose ${key} the engine does not know`).toBeLessThan(CEILINGS[key]);
  }, 240_000);

  it('runs programs that send through several modules, classes and clients', async () => {
    const texts = fc.sample(tapes, { numRuns: 300, seed: SEED }).map((numbers) => print(writeProgram(numbers)));
    for (const feature of ['// lib.ts', '// deep.ts', '// index.ts', 'axios.create(', 'got.extend(', 'fetch(', 'class ', ' extends ', 'super(', 'new URLSearchParams(', 'new Headers(', 'enum ', 'delete ', 'switch (', '...args', 'Object.assign(', '??=', 'static ']) {
      expect(texts.filter((text) => text.includes(feature)).length, `programs with ${feature}`).toBeGreaterThan(2);
    }
    await expect(runProgram({ files: new Map([['main.ts', `export async function run(input) { await fetch('http://h/' + input.key); }`]]) }, inputs.slice(0, 1))).resolves.toMatchObject([{ method: 'GET', url: 'http://h/zeta' }]);
  });
});

const known: Program = {
  files: new Map([
    ['lib.ts', `export async function send(path, query, method = 'GET') {\n  return fetch(\`http://plex.example/api\${path}?\${new URLSearchParams(query)}\`, { method, headers: { Accept: 'application/json' } });\n}\n`],
    ['main.ts', `import { send } from './lib.ts';\nexport async function run(input) {\n  const query = { type: '1' };\n  if (input.flag) query.sort = 'title';\n  await send(\`/library/\${input.key}\`, query);\n}\n`],
  ]),
};

/** Each of these is a lie of an engine: the oracle has to hear it. */
const lies: Readonly<Record<string, (site: RequestSite) => RequestSite>> = {
  'a wrong method': (site) => ({ ...site, method: 'POST' }),
  'a wrong piece of path': (site) => ({ ...site, path: site.path?.map((part) => (part.kind === 'literal' ? { ...part, text: part.text.replace('library', 'hubs') } : part)) ?? null }),
  'a hole that is not there': (site) => ({ ...site, path: site.path?.map((part) => (part.kind === 'hole' ? { kind: 'literal' as const, text: 'zeta', place: null } : part)) ?? null }),
  'always for what is sent now and then': (site) => ({ ...site, query: { ...site.query, entries: site.query.entries.map((entry) => ({ ...entry, presence: 'always' as const })) } }),
  'a query name too few': (site) => ({ ...site, query: { ...site.query, entries: site.query.entries.slice(1) } }),
  'a wrong value': (site) => ({ ...site, headers: { ...site.headers, entries: site.headers.entries.map((entry) => ({ ...entry, values: [[{ kind: 'literal' as const, text: 'text/xml', place: null }]] })) } }),
  'a header too many': (site) => ({ ...site, headers: { ...site.headers, entries: [...site.headers.entries, { name: 'X-Plex-Token', presence: 'always' as const, values: null, place: null, entryPlace: null, written: 'object' as const }] } }),
};

describe('an engine that lies', () => {
  it('is believed as long as it tells the truth', async () => {
    expect(() => judgeAll(known, [], predict(known))).not.toThrow();
    expect(judgeAll(known, await runProgram(known, inputs), predict(known))).toContainEqual({ path: false, method: false, query: false, headers: false });
  });

  it.each(Object.entries(lies))('is caught with %s', async (_, lie) => {
    const sent = await runProgram(known, inputs);
    expect(() => judgeAll(known, sent, predict(known).filter((site) => site.path !== null).map(lie))).toThrow(/^main\.ts|sent fetch GET http:\/\/plex\.example\/api\/library/m);
  });

  it('is caught when it finds nothing', async () => {
    const sent = await runProgram(known, inputs);
    expect(() => judgeAll(known, sent, [])).toThrow('no site');
  });
});

/** Throws, with the program, at the first request that no site says; else what the engine does not say of each. */
function judgeAll(program: Program, sent: readonly WireRequest[], sites: readonly RequestSite[]): readonly Silence[] {
  // most inputs make no difference to most programs
  const different = new Map(sent.map((request) => [printRequest(request), request]));
  return [...different.values()].map((request) => {
    const verdict = judge(request, sites);
    if ('problem' in verdict) throw new Error(`${verdict.problem}\n${print(program)}`);
    return verdict.silence;
  });
}

function print({ files }: Program): string {
  return [...files].map(([name, text]) => `// ${name}\n${text}`).join('');
}
