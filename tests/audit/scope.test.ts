import { describe, expect, it } from 'vitest';
import { useTemporaryFolder } from './temporary.ts';

const folder = useTemporaryFolder();

const answers = { responses: { 200: { description: 'Well.' } } };
const roles = (...names: readonly string[]) => ({ ...answers, security: [{ key: names }] });
const SHOP = {
  openapi: '3.1.0', info: { title: 'Shop', version: '1' }, servers: [{ url: 'https://shop.example' }],
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' }, login: { type: 'oauth2', flows: {} } } },
  paths: {
    '/items': { get: answers, post: { ...answers, tags: ['Stock'] }, delete: { ...answers, tags: ['Stock', 'Danger'] } },
    '/prices': { get: roles('clerk', 'owner'), put: roles('owner'), patch: { ...answers, security: [{ login: ['read', 'owner'] }] } },
    '/reports/{id}': { get: { ...answers, security: [{ key: ['owner'] }, {}] } },
  },
};
const POST_OFFICE = { ...SHOP, info: { title: 'Post', version: '1' }, servers: [{ url: 'https://post.example' }, { url: 'https://eu.post.example' }], paths: { '/parcels': { get: answers } } };

/** What an audit with these options misses, and what it says is out of scope. */
async function missingWith(options: readonly string[], config: object = {}) {
  folder.write({
    'shop.json': JSON.stringify(SHOP), 'post.json': JSON.stringify(POST_OFFICE),
    'plex-lint.config.json': JSON.stringify({ descriptions: ['./shop.json', './post.json'], ...config }),
    'app.js': "export const list = () => fetch('https://shop.example/items');\n",
  });
  const { missing, outOfScope } = await folder.audit(...options);
  return { missing: missing.flatMap(({ operations }) => operations.map(({ operation }) => operation)), outOfScope: outOfScope.map(({ by, operations }) => `${by}: ${String(operations)}`) };
}

const ALL = ['POST /items', 'DELETE /items', 'GET /prices', 'PUT /prices', 'PATCH /prices', 'GET /reports/{id}', 'GET /parcels'];
const without = (...labels: readonly string[]): readonly string[] => ALL.filter((label) => !labels.includes(label));

describe('plex-lint audit --scope', () => {
  it.each([
    [[], ALL, []],
    [['no-tag=Stock'], without('POST /items', 'DELETE /items'), ['tag Stock: 2']],
    // one of two roles is enough at GET /prices, and none is needed at /reports; OAuth 2 wants all that it lists
    [['no-scope=owner'], without('PUT /prices', 'PATCH /prices'), ['scope owner: 2']],
    [['no-scope=owner', 'no-scope=clerk'], without('GET /prices', 'PUT /prices', 'PATCH /prices'), ['scope clerk: 1', 'scope owner: 2']],
    [['no-host=shop.example'], ['GET /parcels'], ['host shop.example: 6']],
    // there is another host of the same API
    [['no-host=post.example'], ALL, []],
    [['no-host=*.example'], [], ['host *.example: 7']],
    [['no-description=post'], without('GET /parcels'), ['description post: 1']],
    [['no-operation=DELETE /items', 'no-operation=/reports/**'], without('DELETE /items', 'GET /reports/{id}'), ['operation /reports/**: 1', 'operation DELETE /items: 1']],
  ])('%j leaves out what it names, and nothing else', async (scope, missing, outOfScope) => {
    expect(await missingWith(scope.flatMap((one) => ['--scope', one]))).toEqual({ missing, outOfScope });
  });

  it('leaves out what it names beside what the configuration does', async () => {
    const config = { outOfScope: { tags: ['Danger'], hosts: ['*.post.example', 'post.example'] } };
    expect((await missingWith([], config)).missing).toEqual(without('DELETE /items', 'GET /parcels'));
    expect((await missingWith(['--scope', 'no-tag=Stock'], config)).missing).toEqual(without('POST /items', 'DELETE /items', 'GET /parcels'));
    expect((await missingWith(['--scope', 'no-tag=Stock', '--no-config', '-d', 'shop.json', '-d', 'post.json'], config)).missing).toEqual(without('POST /items', 'DELETE /items'));
  });

  it('is said by every report for people, and may be given to the merge', async () => {
    await missingWith([]);
    await folder.run(['audit', '--facts', '--format', 'json', '-o', 'facts.json']);
    const said = async (format: string) => (await folder.run(['audit', 'merge', 'facts.json', '--scope', 'no-tag=Stock', '--scope', 'no-description=post', '--format', format])).stdout;
    expect(await said('text')).toContain('Out of scope: 3 operations (description post: 1, tag Stock: 2)\n');
    expect(await said('markdown')).toContain('| Out of scope | 3 operations (description post: 1, tag Stock: 2) |');
    expect(await said('html')).toContain('tag Stock <span class="note">2 operations</span>');
  });

  it('tells roles, of which one is enough, from scopes that are all needed', async () => {
    await missingWith([]);
    const { missing } = await folder.audit();
    const prices = missing.flatMap(({ operations }) => operations).filter(({ operation }) => operation.endsWith('/prices'));
    expect(prices.map(({ security }) => security)).toEqual([['key (clerk or owner)'], ['key (owner)'], ['login (read and owner)']]);
  });

  it('leaves no operation out of the 258 of the media server that a shared user can call', async () => {
    folder.write({ 'app.js': 'export const a = (plexUrl) => fetch(`${plexUrl}/identity`);\n' });
    const { outOfScope } = await folder.audit('-d', 'plex-media-server', '--scope', 'no-scope=admin');
    expect(outOfScope).toEqual([{ by: 'scope admin', operations: 96 }]);
  });

  it.each([
    ['no-tag=Stok', 'plex-lint: --scope no-tag=Stok leaves nothing out: the descriptions have no such name. Did you mean "Stock"?\n'],
    ['no-tag=Returns', 'plex-lint: --scope no-tag=Returns leaves nothing out: the descriptions have no such name. They have: Danger, Stock.\n'],
    ['no-scope=admin', 'plex-lint: --scope no-scope=admin leaves nothing out: the descriptions have no such name. They have: clerk, owner, read.\n'],
    ['no-host=shop.exmple', 'plex-lint: --scope no-host=shop.exmple leaves nothing out: the descriptions have no such name. Did you mean "shop.example"?\n'],
    ['no-description=plex-tv', 'plex-lint: --scope no-description=plex-tv leaves nothing out: the descriptions have no such name. They have: post, shop.\n'],
    ['no-operation=/itms', 'plex-lint: --scope no-operation=/itms leaves nothing out: no description has such an operation. Write the path as the description does; * stands for one segment, a last /** for any rest.\n'],
    ['no-operation=items', 'plex-lint: --scope no-operation is written as GET /path, or /path for every method, not "items".\n\nUsage: plex-lint audit [paths] [options]\n'],
    ['tags=Stock', 'plex-lint: --scope needs what to leave out: no-tag=, no-scope=, no-host=, no-description= or no-operation=, and its name, not "tags=Stock". Did you mean no-tag=Stock?\n\nUsage: plex-lint audit [paths] [options]\n'],
    ['admin', 'plex-lint: --scope needs what to leave out: no-tag=, no-scope=, no-host=, no-description= or no-operation=, and its name, not "admin".\n\nUsage: plex-lint audit [paths] [options]\n'],
    ['no-tag=', 'plex-lint: --scope needs what to leave out: no-tag=, no-scope=, no-host=, no-description= or no-operation=, and its name, not "no-tag=". Did you mean no-tag=…?\n\nUsage: plex-lint audit [paths] [options]\n'],
  ])('says what is wrong with %s', async (scope, stderr) => {
    await missingWith([]);
    expect(await folder.run(['audit', '--scope', scope])).toEqual({ status: 2, stdout: '', stderr });
  });
});
