import { describe, expect, it } from 'vitest';
import { ClientModelError, readClientModels } from '../../requests/read-client-models.ts';
import { lineOf, linesIn, namesIn, requestsIn, siteIn } from './memory-loader.ts';

const toFile = (relative: string): string => `/app/${relative.replace(/^\.\//, '')}`;

/** A hand-made SDK: the engine could read it, and the declaration says more than its source. */
const SDK = "export class PlexSdk { constructor(options) { this.options = options; } query(path, params) { return transport.send(this.options, path, params); } }\nexport const sdk = new PlexSdk({});";

const WRITTEN = {
  name: 'plex-sdk', modules: ['./lib/sdk'], types: ['PlexSdk'], exports: ['sdk'], description: 'plex-media-server',
  members: { query: { method: 'GET', args: ['url', 'query'] }, remove: { method: 'DELETE', args: ['urlOrConfig'] } },
  config: { url: ['path'], headers: ['headers'], base: ['server'], timeout: ['timeout'] },
};
const clients = readClientModels([WRITTEN], toFile);

describe('a declared client', () => {
  it('is recognised where its class is imported from its file, although the source can be read', () => {
    const site = siteIn({
      'main.ts': "import { PlexSdk } from './lib/sdk';\nconst plex = new PlexSdk({ server: 'http://plex:32400', timeout: 1000 });\nexport const hubs = () => plex.query('/hubs', { count: 5 });",
      'lib/sdk.ts': SDK,
    }, 'main.ts', { clients });
    expect(lineOf(site)).toBe('GET /hubs?count');
    expect(site.client).toBe('plex-sdk');
    expect(site.base.host).toBe('plex:32400');
    expect(site.handling).toMatchObject({ status: 'thrown', timeout: true });
  });

  it('is found from another folder, by the file that the import means', () => {
    const files = { 'routes/main.ts': "import { sdk } from '../lib/sdk.js';\nexport const del = (id: string) => sdk.remove({ path: `/playlists/${id}`, headers: { A: '1' } });", 'lib/sdk.js': SDK };
    const site = siteIn(files, 'routes/main.ts', { clients });
    expect(lineOf(site)).toBe('DELETE /playlists/{}');
    expect(namesIn(site.headers)).toBe('A');
  });

  it('is found through a file that exports it again', () => {
    const files = { 'main.ts': "import { PlexSdk } from './index';\nexport const f = (plex: PlexSdk) => plex.query('/identity');", 'index.ts': "export * from './lib/sdk';\nexport { PlexSdk } from './lib/sdk';", 'lib/sdk.ts': SDK };
    expect(linesIn(files, 'main.ts', { clients })).toEqual(['GET /identity']);
  });

  it('is recognised by the type of a parameter, whatever is imported', () => {
    expect(linesIn("export class Service { constructor(private readonly plex: PlexSdk) {} hubs() { return this.plex.query('/hubs'); } }", 'main.ts', { clients })).toEqual(['GET /hubs']);
  });

  it('may be a base class', () => {
    const files = { 'main.ts': "import { PlexSdk } from './lib/sdk';\nexport class Mine extends PlexSdk { hubs() { return this.query('/hubs'); } }", 'lib/sdk.ts': SDK };
    expect(linesIn(files, 'main.ts', { clients })).toEqual(['GET /hubs']);
  });

  it('says which description it targets', () => {
    expect(siteIn("export const f = (plex: PlexSdk) => plex.query('/identity');", 'main.ts', { clients }).base.declared).toBe('plex-media-server');
  });

  it('is one object that its module makes', () => {
    const files = { 'main.ts': "import { plex } from './plex';\nexport const f = () => plex.query('/identity');", 'plex.ts': "import { PlexSdk } from './lib/sdk';\nexport const plex = new PlexSdk({ server: 'http://h' });", 'lib/sdk.ts': SDK };
    expect(siteIn(files, 'main.ts', { clients }).base.host).toBe('h');
  });

  it('leaves classes of the same file alone that it does not name', () => {
    const files = { 'main.ts': "import { Other } from './lib/sdk';\nexport const f = () => new Other().query('/identity');", 'lib/sdk.ts': `${SDK}\nexport class Other { query(path) { return 1; } }` };
    expect(requestsIn(files, 'main.ts', { clients })).toEqual([]);
  });
});

describe('a mistake in a declaration', () => {
  const read = (value: unknown): void => { readClientModels(value, toFile); };

  it.each([
    ['no list', {}, "settings['plex-api'].clients must be a list of client models, and is {}."],
    ['a key that is misspelt', [{ ...WRITTEN, member: {} }], "settings['plex-api'].clients[0] has no key 'member'. Did you mean 'members'?"],
    ['a key that is none', [{ ...WRITTEN, zoo: 1 }], "settings['plex-api'].clients[0] has no key 'zoo'. Its keys are 'name'"],
    ['a role that is misspelt', [{ ...WRITTEN, members: { get: { method: 'GET', args: ['ulr'] } } }], "settings['plex-api'].clients[0].members.get.args[0] is 'ulr'. Did you mean 'url'?"],
    ['a method in small letters', [{ ...WRITTEN, members: { get: { method: 'get', args: [] } } }], ".members.get.method must be an HTTP method in capitals such as 'GET', and is 'get'."],
    ['no arguments', [{ ...WRITTEN, members: { get: { method: 'GET' } } }], ".members.get has no 'args'. Write it as in { method: 'GET', args: ['url', 'config'] }."],
    ['a configuration key that is misspelt', [{ ...WRITTEN, config: { header: ['headers'] } }], ".config has no key 'header'. Did you mean 'headers'?"],
    ['a text where a list belongs', [{ ...WRITTEN, modules: './sdk' }], ".modules must be a list of texts such as ['a'], and is './sdk'."],
    ['no name', [{ modules: ['x'], call: { args: ['url'] } }], "settings['plex-api'].clients[0] has no 'name'."],
    ['nothing that the code calls it', [{ name: 'x', call: { args: ['url'] } }], "says nowhere what the client is called in code. Give 'modules', 'types', 'globals' or 'injected'."],
    ['nothing that sends', [{ name: 'x', modules: ['x'] }], 'has no function that sends a request.'],
    ['an unknown shape of the answer', [{ ...WRITTEN, response: 'Body' }], ".response is 'Body'. Did you mean 'body'?"],
    ['a factory that is no index', [{ ...WRITTEN, factories: { create: -1 } }], '.factories.create must be the index of the argument'],
  ])('is told: %s', (_, value, message) => {
    expect(() => { read(value); }).toThrow(ClientModelError);
    expect(() => { read(value); }).toThrow(message);
  });

  it('needs no setting', () => {
    expect(readClientModels(undefined, toFile)).toEqual([]);
  });
});
