import { describe, expect, it } from 'vitest';
import { siteIn } from './memory-loader.ts';
import type { Base } from '../../requests/request-site.ts';

const baseOf = (code: string): Base => siteIn(code, 'main.ts').base;

describe('what is known of the host', () => {
  it.each([
    ['a literal host', "export const a = () => fetch('https://plex.tv/api/v2/user');", 'plex.tv', 'https'],
    ['a host with a port', "export const a = () => fetch('http://192.168.1.2:32400/hubs');", '192.168.1.2:32400', 'http'],
    ['capitals', "export const a = () => fetch('HTTPS://Plex.TV/api/v2/user');", 'plex.tv', 'https'],
    ['a part of the host', 'export const a = (id: string) => fetch(`https://${id}.provider.plex.tv/hubs`);', '*.provider.plex.tv', 'https'],
    ['a constant in another place', "const HOST = 'discover.provider.plex.tv';\nexport const a = () => fetch(`https://${HOST}/library/search`);", 'discover.provider.plex.tv', 'https'],
    ['the base of a client', "import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://clients.plex.tv/api/v2' });\nexport const a = () => api.get('/resources');", 'clients.plex.tv', 'https'],
    ['a base of the call that overrides it', "import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://plex.tv' });\nexport const a = () => api.get('/watchlist', { baseURL: 'https://discover.provider.plex.tv' });", 'discover.provider.plex.tv', 'https'],
    ['an unknown base', 'export const a = () => fetch(`${settings.plex.url}/hubs`);', null, null],
    ['credentials before the host', "export const a = () => fetch('https://user:pass@plex.example/hubs');", 'plex.example', 'https'],
    ['one scheme or the other', "export const a = (s: { ssl: boolean }) => fetch(`${s.ssl ? 'https' : 'http'}://plex.example/hubs`);", 'plex.example', null],
    ['a socket', "export const a = () => new WebSocket('wss://plex.example/:/websockets/notifications');", 'plex.example', 'wss'],
  ])('%s', (_, code, host, scheme) => {
    expect(baseOf(code)).toMatchObject({ host, scheme });
  });
});

describe('the words that may tell the API', () => {
  it('are those of the base', () => {
    expect(baseOf('export const a = () => fetch(`${settings.plex.ip}:${settings.plex.port}/hubs`);').words).toEqual(expect.arrayContaining(['settings', 'plex', 'ip']));
  });

  it('are the names of the class, the instance and the wrappers', () => {
    const { words } = baseOf("class PlexApi { get(path: string) { return fetch(this.url + path); } }\nconst plexClient = new PlexApi();\nexport const hubs = () => plexClient.get('/hubs');");
    expect(words).toEqual(expect.arrayContaining(['plexClient', 'PlexApi']));
  });

  it('are those of the environment', () => {
    expect(baseOf('export const a = () => fetch(`${process.env.PLEX_URL}/hubs`);').words).toContain('PLEX_URL');
  });

  it('are the client made for one product', () => {
    expect(baseOf("import PlexAPI from 'plex-api';\nconst client = new PlexAPI({ hostname: '1.2.3.4' });\nexport const a = () => client.query('/hubs');")).toMatchObject({ host: '1.2.3.4', declared: null });
    expect(baseOf("import PlexAPI from 'plex-api';\nconst client = new PlexAPI({ hostname: '1.2.3.4' });\nexport const a = () => client.query('/hubs');").words).toContain('plex');
  });
});

it('takes a path alone for a path', () => {
  const site = siteIn("export const a = () => fetch('/api/users');", 'main.ts');
  expect(site.base).toMatchObject({ host: null, text: [] });
});
