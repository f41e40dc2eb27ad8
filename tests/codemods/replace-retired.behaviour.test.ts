import { describe, expect, it } from 'vitest';
import { replaceRetired } from '../../codemods/replace-retired.ts';
import { mend } from './mend.ts';
import { startPlexServer } from './plex-server.ts';
import { runProgram } from './run-program.ts';
import { wireOf } from './wire-of.ts';
import type { PlexServerOptions } from './plex-server.ts';

const ENV = "const plexUrl = process.env.PLEX_URL; const headers = { Accept: 'application/json', 'X-Plex-Token': process.env.PLEX_TOKEN };";
const MARK = 'identifier=com.plexapp.plugins.library&key=7';

/** Each asks for the sections of a library, and then marks an item as watched. */
const PROGRAMS: Readonly<Record<string, string>> = {
  fetch: `
    ${ENV}
    const response = await fetch(\`\${plexUrl}/library/sections\`, { headers });
    if (!response.ok) throw new Error(String(response.status));
    console.log(JSON.stringify((await response.json()).MediaContainer.Directory));
    const marked = await fetch(\`\${plexUrl}/:/scrobble?${MARK}\`, { headers });
    if (!marked.ok) throw new Error(String(marked.status));`,
  axios: `
    import axios from 'axios';
    ${ENV}
    const plex = axios.create({ baseURL: plexUrl, headers });
    const { data } = await plex.get('/library/sections');
    console.log(JSON.stringify(data.MediaContainer.Directory));
    await plex.get('/:/scrobble', { params: { identifier: 'com.plexapp.plugins.library', key: 7 } });`,
  got: `
    import got from 'got';
    ${ENV}
    const { MediaContainer } = await got(\`\${plexUrl}/library/sections\`, { headers, retry: { limit: 0 } }).json();
    console.log(JSON.stringify(MediaContainer.Directory));
    await got.get(\`\${plexUrl}/:/scrobble?${MARK}\`, { headers, retry: { limit: 0 } });`,
  ofetch: `
    import { ofetch } from 'ofetch';
    ${ENV}
    const { MediaContainer } = await ofetch(\`\${plexUrl}/library/sections\`, { headers, retry: 0 });
    console.log(JSON.stringify(MediaContainer.Directory));
    await ofetch(\`\${plexUrl}/:/scrobble?${MARK}\`, { headers, retry: 0 });`,
};

describe('replace-retired', () => {
  it.each(Object.entries(PROGRAMS))('sends what is documented instead, and all else as before: %s', async (_, program) => {
    const server = await startPlexServer();
    const before = await runProgram({ 'main.mjs': program }, 'main.mjs', server.url);
    const mended = mend({ 'main.mjs': program }, replaceRetired);
    expect(mended.plans.filter(({ kind }) => kind === 'skip')).toEqual([]);
    const after = await runProgram(mended.files, 'main.mjs', server.url);

    expect([before, after]).toMatchObject([{ status: 0, stderr: '' }, { status: 0, stderr: '' }]);
    const sent = server.received.map(wireOf);
    expect(sent.map(({ method, path, status }) => `${method} ${path} ${String(status)}`)).toEqual([
      'GET /library/sections 200', 'GET /:/scrobble 200', 'GET /library/sections/all 200', 'PUT /:/scrobble 200',
    ]);
    const [list, mark, newList, newMark] = sent;
    expect(newList).toEqual({ ...list, path: '/library/sections/all' });
    // a method that may have a body says that it has none
    expect({ ...newMark, headers: withoutBody(newMark?.headers) }).toEqual({ ...mark, method: 'PUT' });
  });

  it('asks another host where the old one has been retired', async () => {
    const { hosts, expected } = await watchlist();
    expect(hosts).toEqual(expected);
  });
});

function withoutBody(headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-length' && name !== 'content-type'));
}

/** A program whose requests to the hosts of the cloud are led to servers on loopback, by host. */
async function watchlist(): Promise<{ hosts: readonly unknown[]; expected: readonly unknown[] }> {
  const options: PlexServerOptions = { description: 'plex-discover' };
  const server = await startPlexServer(options);
  const program = `
    const send = globalThis.fetch;
    const asked = [];
    globalThis.fetch = (url, init) => { const { host, pathname, search } = new URL(url); asked.push(host + pathname); return send(process.env.PLEX_URL + pathname + search, init); };
    await import('./list.mjs');
    console.log(asked.join(' '));`;
  const list = "await fetch('https://metadata.provider.plex.tv/library/sections/watchlist/all', { headers: { Accept: 'application/json', 'X-Plex-Token': process.env.PLEX_TOKEN } });";
  const files = { 'main.mjs': program, 'list.mjs': list };
  const before = await runProgram(files, 'main.mjs', server.url);
  const after = await runProgram(mend(files, replaceRetired).files, 'main.mjs', server.url);
  const path = '/library/sections/watchlist/all';
  return {
    hosts: [before.stdout.trim(), after.stdout.trim(), ...server.received.map(({ status }) => status)],
    expected: [`metadata.provider.plex.tv${path}`, `discover.provider.plex.tv${path}`, 200, 200],
  };
}
