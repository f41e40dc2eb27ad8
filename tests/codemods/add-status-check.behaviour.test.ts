import { describe, expect, it } from 'vitest';
import { addStatusCheck } from '../../codemods/add-status-check.ts';
import { mend } from './mend.ts';
import { startPlexServer } from './plex-server.ts';
import { runProgram } from './run-program.ts';
import { wireOf } from './wire-of.ts';
import type { Fault } from './plex-server.ts';

const OPTIONS = "{ headers: { Accept: 'application/json', 'X-Plex-Token': process.env.PLEX_TOKEN } }";
const URL_OF_HUBS = "process.env.PLEX_URL + '/hubs?X-Plex-Token=' + process.env.PLEX_TOKEN";

const PROGRAMS = {
  'a response in a variable': `
    export async function hubs() {
      const response = await fetch(${URL_OF_HUBS}, ${OPTIONS});
      return (await response.json()).MediaContainer.Hub.length;
    }
    console.log(await hubs());`,
  'an awaited response': `
    console.log((await (await fetch(${URL_OF_HUBS}, ${OPTIONS})).json()).MediaContainer.Hub.length);`,
  'a chain': `
    await fetch(${URL_OF_HUBS}, ${OPTIONS})
      .then((response) => response.json())
      .then((body) => console.log(body.MediaContainer.Hub.length));`,
  'a wrapper': `
    function send(path) {
      return fetch(process.env.PLEX_URL + path + '?X-Plex-Token=' + process.env.PLEX_TOKEN, ${OPTIONS});
    }
    console.log((await (await send('/hubs')).json()).MediaContainer.Hub.length);`,
};

const FAULTS: readonly (readonly [string, Fault, number])[] = [
  ['a page that says 401', { status: 401, headers: { 'content-type': 'text/html' }, body: '<h1>401 Unauthorized</h1>' }, 401],
  ['JSON with status 503', { status: 503, body: '{"MediaContainer":{"size":0}}' }, 503],
  ['an error page of a proxy', 'html', 502],
];

describe.each(Object.entries(PROGRAMS))('add-status-check with %s', (_, program) => {
  const files = { 'main.mjs': program };

  it('sends and prints the same as before on the good path', async () => {
    const server = await startPlexServer();
    const mended = mend(files, addStatusCheck).files;
    expect(mended['main.mjs']).not.toEqual(program);
    const before = await runProgram(files, 'main.mjs', server.url);
    const after = await runProgram(mended, 'main.mjs', server.url);
    expect(before).toMatchObject({ status: 0, stdout: '3\n', stderr: '' });
    expect(after).toEqual(before);
    const [first, second, ...others] = server.received.map(wireOf);
    expect(second).toEqual(first);
    expect(others).toEqual([]);
  });

  it.each(FAULTS)('names status, method and path of %s, and no token', async (__, fault, status) => {
    const server = await startPlexServer();
    server.fail(fault);
    const { status: exit, stdout, stderr } = await runProgram(mend(files, addStatusCheck).files, 'main.mjs', server.url);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toContain(`StatusError: GET /hubs was answered with status ${String(status)}.`);
    expect(stderr.slice(stderr.indexOf('StatusError: '))).not.toContain('token-of-the-test');
    expect(server.received).toHaveLength(1);
  });
});

describe('what the error carries', () => {
  it('the parts of the request, for callers that tell failures apart', async () => {
    const server = await startPlexServer();
    server.fail({ status: 404 });
    const program = `
      export async function remove(id) {
        const response = await fetch(process.env.PLEX_URL + '/playlists/' + id + '?X-Plex-Token=secret#top', { method: 'DELETE' });
        return await response.text();
      }
      await remove(7).catch((error) => console.log(JSON.stringify({ ...error, isError: error instanceof Error })));`;
    const { stdout } = await runProgram(mend({ 'main.mjs': program }, addStatusCheck).files, 'main.mjs', server.url);
    expect(JSON.parse(stdout)).toEqual({ name: 'StatusError', status: 404, method: 'DELETE', path: '/playlists/7', isError: true });
  });
});
