import { describe, expect, it } from 'vitest';
import { addRetry } from '../../codemods/add-retry.ts';
import { mend } from './mend.ts';
import { startPlexServer } from './plex-server.ts';
import { runProgram } from './run-program.ts';
import { wireOf } from './wire-of.ts';
import type { Fault, PlexServer } from './plex-server.ts';
import type { Outcome } from './run-program.ts';

const TOKEN = "headers: { 'X-Plex-Token': process.env.PLEX_TOKEN }";

/** Each sends GET /hubs and prints the body; a failure ends it with status 1. Tries end after LIMIT milliseconds. */
const PROGRAMS: Readonly<Record<string, string>> = {
  fetch: `
    async function get(path) {
      const response = await fetch(\`\${process.env.PLEX_URL}\${path}\`, { ${TOKEN}, signal: AbortSignal.timeout(Number(process.env.LIMIT)) });
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }
    console.log(JSON.stringify(await get('/hubs')));`,
  'an instance of axios': `
    import axios from 'axios';
    const plex = axios.create({ baseURL: process.env.PLEX_URL, timeout: Number(process.env.LIMIT), ${TOKEN} });
    console.log(JSON.stringify((await plex.get('/hubs')).data));`,
  'the axios of the package': `
    import axios from 'axios';
    console.log(JSON.stringify((await axios.get(process.env.PLEX_URL + '/hubs', { timeout: Number(process.env.LIMIT), ${TOKEN} })).data));`,
  got: `
    import got from 'got';
    console.log(JSON.stringify(await got(process.env.PLEX_URL + '/hubs', { timeout: { request: Number(process.env.LIMIT) }, retry: { limit: 0 }, ${TOKEN} }).json()));`,
  ky: `
    import ky from 'ky';
    console.log(JSON.stringify(await ky.get(process.env.PLEX_URL + '/hubs', { timeout: Number(process.env.LIMIT), retry: 0, ${TOKEN} }).json()));`,
  ofetch: `
    import { ofetch } from 'ofetch';
    console.log(JSON.stringify(await ofetch(process.env.PLEX_URL + '/hubs', { timeout: Number(process.env.LIMIT), retry: 0, ${TOKEN} })));`,
};

/** Runs a program against a server that fails as told. */
function runBefore(program: string, ...faults: readonly Fault[]): Promise<Run> {
  return run({ 'main.mjs': program }, faults);
}

/** The same after the codemod. */
function runAfter(program: string, ...faults: readonly Fault[]): Promise<Run> {
  const { files, plans } = mend({ 'main.mjs': program }, addRetry, { 'min-delay': 40 });
  expect(plans.map(({ kind }) => kind)).toEqual(['change']);
  return run(files, faults);
}

interface Run extends Outcome {
  readonly server: PlexServer;
  readonly statuses: readonly number[];
}

async function run(files: Readonly<Record<string, string>>, faults: readonly Fault[]): Promise<Run> {
  const server = await startPlexServer();
  server.fail(...faults);
  // where nothing is waited for in vain, a machine that is busy must not count
  const outcome = await runProgram(files, 'main.mjs', server.url, { LIMIT: faults.includes('hang') ? '1000' : '20000' });
  return { ...outcome, server, statuses: server.received.map(({ status }) => status) };
}

describe.each(Object.entries(PROGRAMS))('add-retry with %s', (name, program) => {
  it('sends the same as before while nothing fails', async () => {
    const before = await runBefore(program);
    const after = await runAfter(program);
    expect(after).toMatchObject({ status: 0, stdout: before.stdout, stderr: before.stderr, statuses: [200] });
    expect(after.server.received.map(wireOf)).toEqual(before.server.received.map(wireOf));
  });

  it('gets through a server that starts, which ended it before', async () => {
    const faults = [{ status: 503 }, { status: 503 }];
    expect(await runBefore(program, ...faults)).toMatchObject({ status: 1, statuses: [503] });
    expect(await runAfter(program, ...faults)).toMatchObject({ status: 0, stderr: '', statuses: [503, 503, 200] });
  });

  it('gives up after three tries, with the failure that it gave up with before', async () => {
    const after = await runAfter(program, { status: 503 }, { status: 503 }, { status: 503 });
    expect(after).toMatchObject({ status: 1, statuses: [503, 503, 503] });
    expect(after.stderr).toContain('503');
  });

  it('waits as long as Retry-After says', async () => {
    const { server, ...after } = await runAfter(program, { status: 429, headers: { 'retry-after': '1' } });
    expect(after).toMatchObject({ status: 0, statuses: [429, 200] });
    const [first, second] = server.received;
    // timers may end a few milliseconds early
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950);
  });

  it('gets over a connection that is cut, and gives each try the whole time', async () => {
    expect(await runAfter(program, 'reset')).toMatchObject({ status: 0, statuses: [0, 200] });
    expect(await runAfter(program, 'hang', { status: 503 })).toMatchObject({ status: 0, statuses: [0, 503, 200] });
  });

  it('ends each try in time, those after the first too', async () => {
    expect(await runAfter(program, { status: 503 }, 'hang', 'hang')).toMatchObject({ status: 1, statuses: [503, 0, 0] });
  });

  it.each([401, 404])('does not repeat a %d', async (status) => {
    expect(await runAfter(program, { status })).toMatchObject({ status: 1, statuses: [status] });
  });

  // ky cannot be told by a value alone
  it.skipIf(name === 'ky')('repeats a 500 once', async () => {
    expect(await runAfter(program, { status: 500 }, { status: 500 })).toMatchObject({ status: 1, statuses: [500, 500] });
  });
});

it('works in CommonJS, with axios-retry and with a function of the project', async () => {
  const program = `
    const axios = require('axios');
    const headers = { 'X-Plex-Token': process.env.PLEX_TOKEN };
    const plex = axios.create({ baseURL: process.env.PLEX_URL, headers });
    (async () => {
      await plex.get('/hubs');
      await axios.get(process.env.PLEX_URL + '/identity', { headers });
      const response = await fetch(process.env.PLEX_URL + '/status/sessions', { headers });
      if (!response.ok) throw new Error(String(response.status));
    })();`;
  const { files } = mend({ 'main.cjs': program, 'package.json': '{}' }, addRetry, { 'min-delay': 40 });
  const server = await startPlexServer();
  server.fail({ status: 503 }, null, { status: 429, headers: { 'retry-after': '0' } }, null, 'reset');
  expect(await runProgram(files, 'main.cjs', server.url)).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(server.received.map(({ path, status }) => `${path} ${String(status)}`)).toEqual(['/hubs 503', '/hubs 200', '/identity 429', '/identity 200', '/status/sessions 0', '/status/sessions 200']);
});
