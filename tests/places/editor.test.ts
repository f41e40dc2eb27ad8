import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';
import { startLanguageServer } from '../../scripts/language-server.ts';
import { createProject } from './project.ts';
import type { Diagnostic, LanguageServer } from '../../scripts/language-server.ts';
import type { Project } from './project.ts';

const WRAPPER = `export async function ask(path) {
  const response = await fetch('https://shop.example' + path);
  if (!response.ok) throw new Error('No.');
  return response.json();
}
`;
const ITEMS = `import { ask } from './ask.js';\nexport const items = () => ask('/stock/items');\n`;

function description(...paths: readonly string[]): string {
  const get = { get: { responses: { 200: { description: 'Well.' } } } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: 'https://shop.example' }],
    paths: Object.fromEntries(paths.map((one) => [one, get])),
  });
}

let project: Project;
let server: LanguageServer;

beforeAll(async () => {
  buildOnce();
  project = createProject(
    {
      'package.json': '{ "type": "module" }',
      'eslint.config.js': `import plexApi from 'eslint-plugin-plex-api';
export default [plexApi.configs.recommended, { settings: { 'plex-api': { descriptions: ['./shop.json'] } } }];
`,
      'shop.json': description('/stock/items', '/stock/prices'),
      'src/ask.js': WRAPPER,
      'src/items.js': ITEMS,
      ...Object.fromEntries(MANY.map((i) => [`src/part${String(i)}.js`, `import { ask } from './ask.js';\nexport * from './part${String(i + 1)}.js';\nexport const part = () => ask('/stock/items');\n`])),
    },
    ['eslint'],
  );
  server = await startLanguageServer(project.folder);
}, 120_000);

/** So many files that a look at all of them has a cost. */
const MANY = Array.from({ length: 150 }, (_, i) => i);

afterAll(async () => {
  await server.stop();
  project.remove();
});

describe('the ESLint language server', () => {
  it('shows nothing for a file without a mistake', async () => {
    server.open('src/items.js', ITEMS);
    expect(await server.pull('src/items.js')).toEqual([]);
  });

  it('shows a mistake that is typed, where it is', async () => {
    server.change('src/items.js', ITEMS.replace('/stock/items', '/stock/itmes'));
    expect((await server.pull('src/items.js')).map(print)).toEqual(['1:32-44 no-unknown-endpoint']);
  });

  it('mends it with a quick fix', async () => {
    const [mistake] = await server.pull('src/items.js');
    if (mistake === undefined) throw new Error('There is no mistake.');
    expect(await server.fix('src/items.js', mistake, /\/stock\/items/)).toBe(ITEMS);
    server.change('src/items.js', ITEMS);
    expect(await server.pull('src/items.js')).toEqual([]);
  });

  it('shows at once what another description makes of the file', async () => {
    project.write('shop.json', description('/stock/prices'));
    expect((await server.pull('src/items.js')).map(print)).toEqual(['1:32-44 no-unknown-endpoint']);
    project.write('shop.json', description('/stock/items'));
    expect(await server.pull('src/items.js')).toEqual([]);
  });

  it('shows at once what another wrapper makes of the file', async () => {
    server.change('src/items.js', ITEMS.replace('/stock/items', '/stock/itmes'));
    expect(await server.pull('src/items.js')).toHaveLength(1);
    project.write('src/ask.js', WRAPPER.replace('shop.example', 'elsewhere.example'));
    expect(await server.pull('src/items.js')).toEqual([]);
    project.write('src/ask.js', WRAPPER);
    expect(await server.pull('src/items.js')).toHaveLength(1);
  });

  it('asks the editor to pull again when it is told of a change on the disk', async () => {
    project.write('src/ask.js', WRAPPER.replace('shop.example', 'elsewhere.example'));
    await server.changedOnDisk('src/ask.js');
    expect(await server.pull('src/items.js')).toEqual([]);
  });

  it('is fresh in a project of many files, without a pause after the change', async () => {
    const importer = `import { ask } from './ask.js';\nimport { part } from './part0.js';\nexport const mine = () => [ask('/stock/itmes'), part()];\n`;
    project.write('src/ask.js', WRAPPER);
    server.open('src/importer.js', importer);
    expect(await server.pull('src/importer.js')).toHaveLength(1);
    for (const host of ['elsewhere.example', 'shop.example', 'elsewhere.example', 'shop.example']) {
      project.write('src/ask.js', WRAPPER.replace('shop.example', host));
      expect(await server.pull('src/importer.js')).toHaveLength(host === 'shop.example' ? 1 : 0);
    }
  });
});

function print({ range: { start, end }, code }: Diagnostic): string {
  const to = end.line === start.line ? String(end.character) : `${String(end.line)}:${String(end.character)}`;
  return `${String(start.line)}:${String(start.character)}-${to} ${String(code).replace('plex-api/', '')}`;
}
