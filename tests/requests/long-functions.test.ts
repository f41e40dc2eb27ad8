import { describe, expect, it } from 'vitest';
import { linesIn, namesIn, siteIn } from './memory-loader.ts';

/** Statements enough that a call of their function is not executed again. */
const LONG = 'tick();\n'.repeat(300);

describe('what a long function does to its caller is taken from one look at it', () => {
  it('fields of an instance are as they were, or as the method leaves them', () => {
    const site = siteIn(`
      class Api {
        headers: Record<string, string> = { Accept: 'application/json' };
        async login() { ${LONG} this.headers = { Accept: 'application/json', 'X-Plex-Token': await token() }; }
        get(path: string) { return fetch('http://plex:32400' + path, { headers: this.headers }); }
      }
      export async function sections() { const api = new Api(); await api.login(); return api.get('/library/sections'); }`);
    expect(namesIn(site.headers)).toBe('Accept&X-Plex-Token?');
  });

  it('an object that it is given may have more names afterwards', () => {
    const site = siteIn(`
      async function decorate(headers: Record<string, string>) { ${LONG} headers['X-Plex-Token'] = await token(); }
      export async function sections() {
        const headers = { Accept: 'application/json' };
        await decorate(headers);
        return fetch('http://plex:32400/library/sections', { headers });
      }`);
    expect(namesIn(site.headers)).toBe('Accept&…');
  });

  it('a function that it is given is called, when what that sends waits for its argument', () => {
    expect(linesIn(`
      async function each(get: (path: string) => unknown) { ${LONG} await get('/hubs'); }
      export const all = () => each((path) => fetch('http://plex:32400' + path));`)).toEqual(['GET /hubs']);
  });
});

it('a component of a file that leads to no client is called with a function that sends', () => {
  expect(linesIn({
    'row.tsx': 'export function Row({ load, dir }) { load?.(dir); return <ul>{dir}</ul>; }',
    'main.tsx': 'import { Row } from "./row"; export const Page = () => <><Row dir="/library" /><Row dir="/hubs" load={(path) => fetch("http://plex:32400" + path)} /></>;',
  })).toEqual(['GET /hubs']);
});
