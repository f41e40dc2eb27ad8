import { describe, expect, it } from 'vitest';
import { moveTokenToHeader } from '../../codemods/move-token-to-header.ts';
import { mend } from './mend.ts';
import { startPlexServer } from './plex-server.ts';
import { runProgram } from './run-program.ts';
import { wireOf } from './wire-of.ts';

const ENV = 'const plexUrl = process.env.PLEX_URL; const token = process.env.PLEX_TOKEN;';

/** Each asks for the hubs of the server, and for its sections. */
const PROGRAMS: Readonly<Record<string, string>> = {
  'fetch, in a template': `
    ${ENV}
    async function get(path) {
      const response = await fetch(\`\${plexUrl}\${path}\${path.includes('?') ? '&' : '?'}X-Plex-Token=\${token}\`, { headers: { Accept: 'application/json' } });
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }
    console.log(JSON.stringify([await get('/hubs?count=2'), await get('/library/sections/all')]));`,
  'fetch, in the parameters of a URL': `
    ${ENV}
    async function get(path, params) {
      const url = new URL(path, plexUrl);
      url.search = new URLSearchParams(params);
      url.searchParams.set('X-Plex-Token', token);
      const response = await fetch(url);
      if (!response.ok) throw new Error(String(response.status));
      return response.json();
    }
    console.log(JSON.stringify([await get('/hubs', { count: '2' }), await get('/library/sections/all', {})]));`,
  axios: `
    import axios from 'axios';
    ${ENV}
    const plex = axios.create({ baseURL: plexUrl, headers: { Accept: 'application/json' } });
    const hubs = await plex.get('/hubs', { params: { count: 2, 'X-Plex-Token': token } });
    const sections = await plex.get('/library/sections/all', { params: { 'X-Plex-Token': token } });
    console.log(JSON.stringify([hubs.data, sections.data]));`,
  got: `
    import got from 'got';
    ${ENV}
    const hubs = await got(plexUrl + '/hubs?X-Plex-Token=' + token + '&count=2', { retry: { limit: 0 } }).json();
    const sections = await got(\`\${plexUrl}/library/sections/all\`, { searchParams: { 'X-Plex-Token': token }, retry: { limit: 0 } }).json();
    console.log(JSON.stringify([hubs, sections]));`,
  ky: `
    import ky from 'ky';
    ${ENV}
    const hubs = await ky.get(\`\${plexUrl}/hubs?count=2&X-Plex-Token=\${encodeURIComponent(token)}\`).json();
    const sections = await ky(\`\${plexUrl}/library/sections/all\`, { searchParams: { 'X-Plex-Token': token } }).json();
    console.log(JSON.stringify([hubs, sections]));`,
  ofetch: `
    import { ofetch } from 'ofetch';
    ${ENV}
    const plex = ofetch.create({ baseURL: plexUrl, headers: { Accept: 'application/json' } });
    const hubs = await plex('/hubs', { query: { count: 2, 'X-Plex-Token': token } });
    const sections = await plex('/library/sections/all', { params: { 'X-Plex-Token': token } });
    console.log(JSON.stringify([hubs, sections]));`,
};

describe('move-token-to-header', () => {
  it.each(Object.entries(PROGRAMS))('sends the token as a header, and all else as before: %s', async (_, program) => {
    const server = await startPlexServer();
    const before = await runProgram({ 'main.mjs': program }, 'main.mjs', server.url, { PLEX_TOKEN: 'a-token_1' });
    const mended = mend({ 'main.mjs': program }, moveTokenToHeader);
    expect(mended.plans.filter(({ kind }) => kind === 'skip')).toEqual([]);
    const after = await runProgram(mended.files, 'main.mjs', server.url, { PLEX_TOKEN: 'a-token_1' });

    expect(before).toMatchObject({ status: 0, stderr: '' });
    expect(after).toEqual(before);
    const sent = server.received.map(wireOf);
    expect(sent).toHaveLength(4);
    expect(sent.every(({ status }) => status === 200)).toBe(true);
    const promised = sent.slice(0, 2).map(({ query: { 'X-Plex-Token': token = '', ...query }, headers, ...rest }) => ({ ...rest, query, headers: { ...headers, 'x-plex-token': token } }));
    expect(promised.map(({ headers }) => headers['x-plex-token'])).toEqual(['a-token_1', 'a-token_1']);
    expect(sent.slice(2)).toEqual(promised);
  });
});
