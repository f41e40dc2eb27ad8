import { describe, expect, it } from 'vitest';
import { lineOf, namesIn, siteIn } from './memory-loader.ts';

describe('declared types', () => {
  it('say which names an object has, and that nothing else is read from it by name', () => {
    const files = {
      'main.ts': "import { send, type Options } from './send';\nexport const sections = (options: Options) => send({ ...options, endpoint: 'library/sections' });",
      'send.ts': "export type Options = { serverURL: string; params?: { type?: number } };\nexport const send = (options: Options & { endpoint: string; headers?: { [key: string]: string } }) => fetch(`${options.serverURL}/${options.endpoint}?${new URLSearchParams(options.params)}`, { headers: { Accept: 'application/json', ...options.headers } });",
    };
    const site = siteIn(files, 'main.ts');
    expect(lineOf(site)).toBe('GET /library/sections?type?&…');
    expect(namesIn(site.headers)).toBe('Accept');
  });

  it('leave open what an object holds whose type is not wholly known', () => {
    const files = {
      'main.ts': "import type { Base } from 'elsewhere';\ninterface Options extends Base { url: string }\nexport const hubs = (options: Options) => fetch(`${options.url}/hubs`, { headers: { Accept: 'application/json', ...options.headers } });",
    };
    expect(namesIn(siteIn(files, 'main.ts').headers)).toBe('Accept&…');
  });

  it('are found behind a namespace', () => {
    const files = {
      'main.ts': "import * as types from './types';\nexport const hubs = (url: string, params: types.Params) => fetch(`${url}/hubs?${new URLSearchParams(params)}`);",
      'types.ts': "export * from './params';",
      'params.ts': 'export interface Params { count: number; onlyTransient?: boolean }',
    };
    expect(lineOf(siteIn(files, 'main.ts'))).toBe('GET /hubs?count&onlyTransient?&…');
  });

  it('do not hide what methods assign to a field', () => {
    const site = siteIn("interface PlexHeaders extends Record<string, string> { Accept: string }\nexport class Plex { private headers?: PlexHeaders; init() { this.headers = { Accept: 'application/json', 'X-Plex-Product': 'Me' }; } hubs(url: string) { if (!this.headers) throw new Error('no'); return fetch(url + '/hubs', { headers: this.headers }); } }");
    expect(namesIn(site.headers)).toBe('Accept&X-Plex-Product');
    expect(site.headers.entries[0]?.values).not.toBeNull();
  });

  it('name the keys that a loop copies', () => {
    const names = Array.from({ length: 20 }, (_, i) => `name${String(i)}?: string`).join('; ');
    const program = `interface Params { ${names} }\nexport function hubs(url: string, params: Params) { const copy: Record<string, unknown> = {}; for (const key in params) { const value = params[key]; if (value !== undefined) copy[key] = value; } return fetch(\`\${url}/hubs?\${new URLSearchParams(copy)}\`); }`;
    expect(lineOf(siteIn(program))).toBe(`GET /hubs?${names.replaceAll('?: string', '?').replaceAll('; ', '&')}&…`);
  });
});
