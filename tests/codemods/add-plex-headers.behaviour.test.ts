import { describe, expect, it } from 'vitest';
import { addPlexHeaders } from '../../codemods/add-plex-headers.ts';
import { mend } from './mend.ts';
import { startPlexServer } from './plex-server.ts';
import { runProgram } from './run-program.ts';
import { wireOf } from './wire-of.ts';
import type { Exchange } from './plex-server.ts';

const TOKEN = "'X-Plex-Token': process.env.PLEX_TOKEN";

/** Programs that send no identifier; each asks for JSON by itself, or is to. */
const PROGRAMS = {
  'fetch with an object': `
    const plexUrl = process.env.PLEX_URL;
    const response = await fetch(\`\${plexUrl}/hubs\`, { headers: { ${TOKEN}, Accept: 'application/json' } });
    if (!response.ok) throw new Error(String(response.status));
    console.log(JSON.stringify(await response.json()));`,
  'fetch with Headers': `
    const plexUrl = process.env.PLEX_URL;
    const headers = new Headers();
    headers.set('X-Plex-Token', process.env.PLEX_TOKEN);
    headers.set('Accept', 'application/json');
    const response = await fetch(\`\${plexUrl}/hubs\`, { headers });
    if (!response.ok) throw new Error(String(response.status));
    console.log(JSON.stringify(await response.json()));`,
  'a wrapper with other spellings': `
    const plexUrl = process.env.PLEX_URL;
    async function plexFetch(path, { headers } = {}) {
      const response = await fetch(plexUrl + path, { headers });
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }
    console.log(JSON.stringify(await plexFetch('/hubs', { headers: { ${TOKEN}, accept: 'application/json' } })));`,
  axios: `
    import axios from 'axios';
    const plex = axios.create({ baseURL: process.env.PLEX_URL });
    console.log(JSON.stringify((await plex.get('/hubs', { headers: { ${TOKEN} } })).data));`,
  got: `
    import got from 'got';
    const plex = got.extend({ prefixUrl: process.env.PLEX_URL, headers: { ${TOKEN} } });
    console.log(JSON.stringify(await plex.get('hubs').json()));`,
  ky: `
    import ky from 'ky';
    const plex = ky.create({ prefixUrl: process.env.PLEX_URL });
    console.log(JSON.stringify(await plex.get('hubs', { headers: { ${TOKEN} } }).json()));`,
  ofetch: `
    import { ofetch } from 'ofetch';
    const plexUrl = process.env.PLEX_URL;
    console.log(JSON.stringify(await ofetch(plexUrl + '/hubs', { headers: { ${TOKEN}, Accept: 'application/json' } })));`,
  'node:http': `
    import { get } from 'node:http';
    const plexUrl = process.env.PLEX_URL;
    get(\`\${plexUrl}/hubs\`, { headers: { ${TOKEN}, Accept: 'application/json' } }, async (response) => {
      if (response.statusCode !== 200) throw new Error(String(response.statusCode));
      let text = '';
      for await (const part of response) text += part;
      console.log(JSON.stringify(JSON.parse(text)));
    });`,
};

const MANIFEST = '{ "name": "shelf", "version": "1.0.0", "type": "module", "bin": "main.js" }\n';

describe.each(Object.entries(PROGRAMS))('add-plex-headers with %s', (_, program) => {
  it('sends the identifier besides, the same at each start, and else what was sent', async () => {
    const server = await startPlexServer();
    const files = { 'package.json': MANIFEST, 'main.js': program };
    const { files: mended } = mend(files, addPlexHeaders);
    expect(Object.keys(mended)).toContain('plex-headers.js');
    const before = await runProgram(files, 'main.js', server.url);
    const after = await runProgram(mended, 'main.js', server.url);
    const again = await runProgram(mended, 'main.js', server.url);
    expect(before).toMatchObject({ status: 0, stderr: '' });
    expect(after).toEqual(before);
    expect(again).toEqual(before);

    const [first, second, third] = server.received;
    expect(second?.headers['x-plex-client-identifier']).toMatch(/^[0-9a-f]{32}$/);
    expect(third?.headers).toEqual(second?.headers);
    expect(without(second, 'x-plex-client-identifier')).toEqual(without(first));
  });
});

describe('the identifier', () => {
  it('is the one of the environment where that has one', async () => {
    const server = await startPlexServer();
    const { files } = mend({ 'package.json': MANIFEST, 'main.js': PROGRAMS['fetch with an object'] }, addPlexHeaders);
    await runProgram(files, 'main.js', server.url, { PLEX_CLIENT_IDENTIFIER: 'the-shelf' });
    expect(server.received[0]?.headers['x-plex-client-identifier']).toBe('the-shelf');
  });
});

describe('the format', () => {
  it('is asked for where the answer is parsed as JSON, which is then what comes', async () => {
    const server = await startPlexServer();
    const program = `
      const plexUrl = process.env.PLEX_URL;
      const response = await fetch(\`\${plexUrl}/hubs\`, { headers: { ${TOKEN} } });
      if (!response.ok) throw new Error(String(response.status));
      console.log(JSON.stringify(await response.json()));`;
    const { files } = mend({ 'package.json': MANIFEST, 'main.js': program }, addPlexHeaders);
    expect(await runProgram(files, 'main.js', server.url)).toMatchObject({ status: 0 });
    expect(server.received[0]?.headers.accept).toBe('application/json');
  });
});

/** What came over the wire, but for one header. */
function without(exchange: Exchange | undefined, header = ''): unknown {
  if (exchange === undefined) return null;
  const { headers, ...rest } = wireOf(exchange);
  return { ...rest, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== header)) };
}
