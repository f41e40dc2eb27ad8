import { describe, expect, it } from 'vitest';
import { addTimeout } from '../../codemods/add-timeout.ts';
import { mend } from './mend.ts';
import { startPlexServer } from './plex-server.ts';
import { runProgram } from './run-program.ts';
import { wireOf } from './wire-of.ts';

const PROGRAMS = {
  fetch: `
    async function get(path) {
      const response = await fetch(\`\${process.env.PLEX_URL}\${path}\`, { headers: { Accept: 'application/json', 'X-Plex-Token': process.env.PLEX_TOKEN } });
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }
    console.log(JSON.stringify(await get('/hubs')));`,
  axios: `
    import axios from 'axios';
    const plex = axios.create({ baseURL: process.env.PLEX_URL, headers: { 'X-Plex-Token': process.env.PLEX_TOKEN } });
    console.log(JSON.stringify((await plex.get('/hubs')).data));`,
  got: `
    import got from 'got';
    const plex = got.extend({ prefixUrl: process.env.PLEX_URL, headers: { 'X-Plex-Token': process.env.PLEX_TOKEN }, retry: { limit: 0 } });
    console.log(JSON.stringify(await plex.get('hubs').json()));`,
  ofetch: `
    import { ofetch } from 'ofetch';
    console.log(JSON.stringify(await ofetch(process.env.PLEX_URL + '/hubs', { headers: { 'X-Plex-Token': process.env.PLEX_TOKEN }, retry: 0 })));`,
};

describe.each(Object.entries(PROGRAMS))('add-timeout with %s', (client, program) => {
  it('sends the same as before while the server answers', async () => {
    const server = await startPlexServer();
    const files = { 'main.mjs': program };
    const before = await runProgram(files, 'main.mjs', server.url);
    const mended = mend(files, addTimeout).files;
    expect(mended).not.toEqual(files);
    const after = await runProgram(mended, 'main.mjs', server.url);
    expect(before).toMatchObject({ status: 0, stderr: '' });
    expect(after).toEqual(before);
    const [first, second, ...others] = server.received.map(wireOf);
    expect(first?.status).toBe(200);
    expect(second).toEqual(first);
    expect(others).toEqual([]);
  });

  it('gives up when the server does not answer', async () => {
    const server = await startPlexServer();
    server.fail('hang');
    const { status, stderr } = await runProgram(mend({ 'main.mjs': program }, addTimeout, { timeout: 300 }).files, 'main.mjs', server.url);
    expect({ client, status }).toEqual({ client, status: 1 });
    expect(stderr).toMatch(/time|abort/i);
  });
});
