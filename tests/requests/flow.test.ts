import { describe, expect, it } from 'vitest';
import { linesIn, requestsIn, siteIn } from './memory-loader.ts';

describe('what a variable holds where the request is sent', () => {
  it('is its last value in statement order', () => {
    expect(linesIn("export async function send() { var url = base + '/hubs'; await fetch(url); url = base + '/playlists'; await fetch(url); }", 'main.js')).toEqual(['GET /hubs', 'GET /playlists']);
  });

  it('is one of several after branches', () => {
    expect(linesIn("export async function send(kind) { let path = '/library/all'; if (kind === 'tag') { path = '/library/tags'; } else if (kind === 'x') { path = '/library/onDeck'; } await fetch(base + path); }", 'main.js').toSorted()).toEqual(['GET /library/all', 'GET /library/onDeck', 'GET /library/tags']);
  });

  it('follows a switch', () => {
    expect(linesIn("export async function send(kind) { let path; switch (kind) { case 'a': path = '/hubs'; break; case 'b': path = '/playlists'; break; default: return; } await fetch(base + path); }", 'main.js')).toEqual(['GET /hubs', 'GET /playlists']);
  });

  it('decides a predicate on a known text', () => {
    expect(linesIn("const rooted = (path) => (path.startsWith('/') ? path : '/' + path);\nexport const a = () => fetch(base + rooted('hubs'));\nexport const b = () => fetch(base + rooted('/playlists'));", 'main.js')).toEqual(['GET /hubs', 'GET /playlists']);
  });

  it('is assigned by a function of the module', () => {
    const site = siteIn("let base;\nexport function init() { base = 'http://plex:32400'; }\nexport const hubs = () => fetch(base + '/hubs');", 'main.js');
    expect(site.base.host).toBe('plex:32400');
  });
});

describe('lists and loops', () => {
  it('tries each candidate of an array', () => {
    expect(linesIn("export async function send() { for (const path of ['/hubs', '/playlists']) { const response = await fetch(base + path); if (response.ok) return response.json(); } }", 'main.js')).toEqual(['GET /hubs', 'GET /playlists']);
  });

  it('crosses bases with paths', () => {
    const files = "const BASES = ['http://a', 'http://b'];\nexport async function send() { for (const one of BASES) for (const path of ['/hubs', '/identity']) await fetch(one + path); }";
    expect(new Set(linesIn(files, 'main.js'))).toEqual(new Set(['GET /hubs', 'GET /identity']));
  });

  it('sends for each item at once', () => {
    expect(linesIn('export const send = (ids: string[]) => Promise.all(ids.map((id) => fetch(`${base}/library/metadata/${id}`)));')).toEqual(['GET /library/metadata/{}']);
  });

  it('calls a wrapper for each item of a known list', () => {
    expect(linesIn("const get = (path) => fetch(base + path);\nexport const send = () => Promise.all(['/hubs', '/identity'].map((path) => get(path)));", 'main.js')).toEqual(['GET /hubs', 'GET /identity']);
  });

  it('follows a generator and its consumer', () => {
    expect(linesIn("async function* pages(path) { for (let start = 0; ; start += 50) { yield await fetch(`${base}${path}?X-Plex-Container-Start=${start}`); } }\nexport async function send() { for await (const page of pages('/library/all')) use(await page.json()); }", 'main.js')).toEqual(['GET /library/all?X-Plex-Container-Start']);
  });

  it('follows a generator of paths', () => {
    expect(linesIn("function* paths() { yield '/hubs'; yield '/identity'; }\nexport async function send() { for (const path of paths()) await fetch(base + path); }", 'main.js')).toEqual(['GET /hubs', 'GET /identity']);
  });
});

describe('promises and shuffled lists', () => {
  it('follows what a promise is resolved with at once', () => {
    expect(linesIn("export async function send(id) { const list = await new Promise((resolve) => { resolve([{ dir: `/library/sections/${id}/all` }]); }); for (const one of list) await fetch(base + one.dir); }", 'main.js')).toEqual(['GET /library/sections/{}/all']);
  });

  it('takes any of a list for what is spliced out of it at an unknown place', () => {
    const shuffle = 'function shuffle(list) { const from = [...list]; const to = []; while (from.length) to.push(from.splice(Math.floor(Math.random() * from.length), 1)[0]); return to; }';
    expect(linesIn(`${shuffle}\nexport async function send() { for (const path of shuffle([...['/hubs'], ...['/identity', '/playlists']])) await fetch(base + path); }`, 'main.js')).toEqual(['GET /hubs', 'GET /identity', 'GET /playlists']);
  });
});

describe('components', () => {
  it('takes an element for a call with its props', () => {
    expect(linesIn('function Row({ dir }) { useEffect(() => { fetch(plexUrl + dir); }, [dir]); return null; }\nexport const Home = () => <div><Row dir="/library/onDeck" /><Row dir="/hubs" /></div>;', 'main.jsx')).toEqual(['GET /library/onDeck', 'GET /hubs']);
  });

  it('takes a state setter for an assignment', () => {
    const lines = linesIn("import { useState, useEffect } from 'react';\nexport function Browser() { const [path, setPath] = useState('/hubs'); useEffect(() => { fetch(plexUrl + path); }, [path]); return <button onClick={() => setPath('/playlists')} />; }", 'main.jsx');
    expect(new Set(lines)).toEqual(new Set(['GET /hubs', 'GET /playlists']));
  });

  const row = 'function Row({ dir, params }) { useEffect(() => { fetch(`${plexUrl}${dir}?${new URLSearchParams({ ...params })}`); }, [dir]); return null; }';

  it('finds what is put into a state that hangs on another one', () => {
    const shelf = "const [shelves, setShelves] = useState([]);\n useEffect(() => { load().then((data) => setLibrary(data)); }, []);\n useEffect(() => { setShelves([]); if (!library) return; setShelves([{ dir: `/library/sections/${library.id}/newest` }]); }, [library]);";
    expect(linesIn(`import { useState, useEffect } from 'react';\n${row}\nexport function Page() { const [library, setLibrary] = useState(null);\n ${shelf}\n if (!library) return null; return <>{shelves.map((shelf) => <Row dir={shelf.dir} params={shelf.params} />)}</>; }`, 'main.jsx')).toEqual(['GET /library/sections/{}/newest']);
  });

  it('takes a field that an object in a state does not have for undefined, and not for unknown', () => {
    const [site] = requestsIn(`import { useState, useEffect } from 'react';\n${row}\nexport function Page() { const [shelves, setShelves] = useState([]); useEffect(() => { setShelves([{ dir: '/hubs' }]); }, []); return <>{shelves.map((shelf) => <Row dir={shelf.dir} params={shelf.params} />)}</>; }`, 'main.jsx');
    expect(site?.query).toMatchObject({ entries: [], open: false });
  });
});
