import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';
import { createProject, ESLINTS, findingsIn } from './project.ts';
import type { Project } from './project.ts';

const WRAPPER = `export async function ask(path) {
  const response = await fetch('https://shop.example' + path);
  if (!response.ok) throw new Error('No.');
  return response.json();
}
`;
const FILES = {
  'package.json': '{ "type": "module" }',
  'eslint.config.js': `import plexApi from 'eslint-plugin-plex-api';
export default [plexApi.configs.recommended, { settings: { 'plex-api': { descriptions: ['./shop.json'] } } }];
`,
  'shop.json': description('/stock/items', '/stock/prices'),
  'src/ask.js': WRAPPER,
  'src/items.js': `import { ask } from './ask.js';\nexport const items = () => ask('/stock/items');\n`,
  'src/prices.js': `import { ask } from './ask.js';\nexport const prices = () => ask('/stock/prices');\n`,
  'src/plain.js': 'export const one = 1;\n',
};
const UNKNOWN_PRICES = ['src/prices.js 2:34 no-unknown-endpoint'];

function description(...paths: readonly string[]): string {
  const get = { get: { responses: { 200: { description: 'Well.' } } } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: 'https://shop.example' }],
    paths: Object.fromEntries(paths.map((one) => [one, get])),
  });
}

beforeAll(() => {
  buildOnce();
}, 120_000);

describe.each([
  ['9.39', ['--cache-strategy', 'content', '--concurrency', '2']],
  ['10', []],
  ['10', ['--cache-strategy', 'content', '--concurrency', '2']],
] as const)('ESLint %s with --cache %j', (version, options) => {
  let project: Project;
  const lint = (): readonly string[] => {
    const ran = project.run(ESLINTS[version], 'src', '--cache', ...options, '--format', 'json');
    return findingsIn(project, ran);
  };

  beforeEach(() => {
    project = createProject(FILES);
  });
  afterEach(() => {
    project.remove();
  });

  it('never shows what was true before: a description changes, then a wrapper', () => {
    expect(lint()).toEqual([]);
    project.write('shop.json', description('/stock/items'));
    expect(lint()).toEqual(UNKNOWN_PRICES);
    project.write('src/ask.js', WRAPPER.replace('https://shop.example', 'https://elsewhere.example'));
    expect(lint()).toEqual([]);
    project.write('src/ask.js', WRAPPER);
    expect(lint()).toEqual(UNKNOWN_PRICES);
  });

  it('reuses results where nothing has changed but times, and nothing where the notes of the last run are gone', () => {
    lint();
    markCache();
    project.write('shop.json', FILES['shop.json']);
    project.write('package.json', FILES['package.json']);
    expect(isFromCache()).toBe(true);
    rmSync(path.join(project.folder, 'node_modules/.cache'), { recursive: true });
    expect(isFromCache()).toBe(false);
  });

  /** Writes a count into ESLint's cache that no run gives. */
  function markCache(): void {
    const file = path.join(project.folder, '.eslintcache');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"fixableErrorCount":0', '"fixableErrorCount":7'));
  }

  function isFromCache(): boolean {
    const { stdout } = project.run(ESLINTS[version], 'src', '--cache', ...options, '--format', 'json');
    const counts = (JSON.parse(stdout) as readonly { readonly fixableErrorCount: number }[]).map(({ fixableErrorCount }) => fixableErrorCount);
    expect(counts).toHaveLength(4);
    return counts.every((count) => count === 7);
  }
});

it('caches nothing where the notes cannot be written, and lints all the same', () => {
  const project = createProject({ ...FILES, 'node_modules/.cache': 'no folder' });
  for (const [text, found] of [[description('/stock/items'), UNKNOWN_PRICES], [description('/stock/items', '/stock/prices'), []]] as const) {
    project.write('shop.json', text);
    expect(findingsIn(project, project.run(ESLINTS['10'], 'src', '--cache', '--format', 'json'))).toEqual(found);
  }
  project.remove();
});
