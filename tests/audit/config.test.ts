import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { defineConfig } from '../../audit/define-config.ts';
import { readConfig } from '../../audit/read-config.ts';
import { FORMAT_NAMES } from '../../audit/report/formats.ts';
import { ask, useTemporaryFolder } from './temporary.ts';

const folder = useTemporaryFolder();

/** The message that reading a configuration of this text ends with. */
function mistakeOf(text: string, name = 'plex-lint.config.ts'): string {
  folder.write({ [name]: text });
  try {
    readConfig(join(folder.path(), name), folder.path());
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'none';
}

describe('readConfig', () => {
  it('reads what is written out, with constants of the file, casts and lists put together', () => {
    folder.write({ 'plex-lint.config.ts': `import { defineConfig, type PlexLintConfig } from 'eslint-plugin-plex-api/config';
const owner = \`media\`;
const team = { reason: 'An old server.', owner } as const;
const more = [{ operation: 'GET /hubs', rule: 'require-paging', ...team, until: '2027-01-31' }];
export default defineConfig({
  descriptions: ['plex-tv'],
  settings: { names: { jellyfin: 'none' } },
  outOfScope: { scopes: ['admin'], operations: ['/library/**'] },
  accepted: [{ fingerprint: '0123456789abcdef', ...team }, ...more],
  thresholds: { operations: 12.5, warnings: 3 },
  weights: { clients: 2 },
  reports: { json: 'out/audit.json' },
} satisfies PlexLintConfig);
` });
    expect(readConfig(join(folder.path(), 'plex-lint.config.ts'), folder.path())).toMatchObject({
      settings: { descriptions: ['plex-tv'], names: { jellyfin: 'none' } },
      outOfScope: { scopes: ['admin'], operations: ['/library/**'] },
      accepted: [
        { fingerprint: '0123456789abcdef', reason: 'An old server.', owner: 'media', line: 9, column: 14 },
        { operation: 'GET /hubs', rule: 'plex-api/require-paging', until: '2027-01-31', line: 4 },
      ],
      thresholds: { operations: 12.5, warnings: 3 },
      weights: { clients: 2 },
      reports: [{ format: 'json', file: join(folder.path(), 'out/audit.json') }],
    });
  });

  it.each([
    ['export default { acepted: [] };', "plex-lint.config.ts:1: The configuration has no key 'acepted'. Did you mean 'accepted'?"],
    ['export default {\n  thresholds: { operation: 3 } };', "plex-lint.config.ts:2: thresholds has no key 'operation'. Did you mean 'operations'?"],
    ['export default {\n  thresholds: { operations: 120 } };', 'plex-lint.config.ts:2: thresholds.operations must be a number from 0 to 100.'],
    ["export default { accepted: [{ fingerprint: '0123456789abcdef' }] };", "plex-lint.config.ts:1: accepted[0] gives no reason. Say why the deviation is accepted: reason: '…'."],
    ["export default { accepted: [{ reason: 'x', rule: 'a' }] };", 'plex-lint.config.ts:1: accepted[0] must have either a fingerprint, or an operation and a rule.'],
    ["export default { accepted: [{ reason: 'x', operation: 'GET /a', rule: 'a', until: '2027-02-31' }] };", 'plex-lint.config.ts:1: until of accepted[0] must be a day such as 2027-01-31, not "2027-02-31".'],
    ["import base from './base.js';\nexport default { ...base };", "plex-lint.config.ts:2: 'base' is no constant of this file, and nothing else is read or executed. Write its value here, or const base = … in this file."],
    ['export default {\n  descriptions: [process.env.API] };', 'plex-lint.config.ts:2: Nothing is executed here, so this cannot be known. Write a text, a number, true or false, a list, an object, or the name of a constant of this file.'],
    ['const a = 1;\nexport default { weights: { a: `${a}` } };', 'plex-lint.config.ts:2: A template with ${…} is known only to who executes it. Write the text out.'],
    ['const a = { b: a };\nexport default a;', "plex-lint.config.ts:1: 'a' holds itself. Write its value out."],
    ['module.exports = {};', 'plex-lint.config.ts:1: It exports nothing by default. Write export default defineConfig({ … }).'],
    ['export default () => ({});', 'plex-lint.config.ts:1: Nothing is executed here, so this cannot be known.'],
    ['export default {', 'plex-lint.config.ts:1: The configuration does not parse:'],
    ["export default { outOfScope: { operations: ['library'] } };", 'plex-lint.config.ts:1: An operation is written as GET /path, or /path for every method, not "library".'],
    ["export default { reports: { jsn: 'a' } };", "plex-lint.config.ts:1: reports has no key 'jsn'. Did you mean 'json'?"],
    ["export default { reports: { json: '../a.json' } };", 'plex-lint.config.ts:1: reports.json must lie in the folder of the configuration, or below, not at ../a.json.'],
  ])('says where it cannot use %s', (text, message) => {
    expect(mistakeOf(text)).toContain(message);
  });

  it('writes no report through a link that leads out of the folder', () => {
    symlinkSync('/', join(folder.path(), 'out'));
    expect(mistakeOf("export default { reports: { json: 'out/a.json' } };")).toContain('must lie in the folder of the configuration');
  });

  it('says of JSON where it cannot use it', () => {
    expect(mistakeOf('{\n  "settings": {},\n  "weigths": {}\n}', 'plex-lint.config.json')).toBe("plex-lint.config.json:3: The configuration has no key 'weigths'. Did you mean 'weights'?");
  });
});

describe('plex-lint audit with a configuration', () => {
  it('finds the nearest one upwards, whose paths start at its folder', async () => {
    folder.write({
      'plex-lint.config.json': JSON.stringify({ descriptions: ['./shop.json'], outOfScope: { tags: ['Admin'] } }),
      'shop.json': JSON.stringify({ openapi: '3.1.0', info: { title: 'Shop', version: '1' }, servers: [{ url: 'https://shop.example' }], paths: { '/items': { get: { responses: { 200: { description: 'x' } } }, post: { tags: ['Admin'], responses: { 200: { description: 'x' } } } } } }),
      'app/src/shop.js': "export const list = () => fetch('https://shop.example/items');\n",
    });
    const report = await folder.audit('app/src');
    expect(report.coverage).toMatchObject([{ description: 'shop', implemented: 1, total: 1, outOfScope: 1 }]);
    expect((await folder.audit('app/src', '--no-config')).coverage.map(({ description }) => description)).toContain('plex-tv');
  });

  it('does not look above the repository, and wants one in a folder', async () => {
    folder.write({ 'plex-lint.config.json': '{"nonsense":1}', 'app/.git/HEAD': '', 'app/a.js': ask('/identity') });
    expect((await folder.run(['audit', 'app'])).status).toBe(0);
    folder.write({ 'app/plex-lint.config.json': '{}', 'app/plex-lint.config.ts': 'export default {};' });
    expect(await folder.run(['audit', 'app'])).toMatchObject({ status: 2, stderr: `plex-lint: There are two configurations in ${join(folder.path(), 'app')}: plex-lint.config.ts and plex-lint.config.json. Keep one of them.\n` });
    expect(await folder.run(['audit', 'app', '--config', 'app/plex-lint.config.js'])).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no configuration app/plex-lint.config.js') as string });
    expect((await folder.run(['audit', 'app', '--config', 'app/plex-lint.config.ts'])).status).toBe(0);
  });

  it('executes nothing of it, and writes the reports that it names', async () => {
    folder.write({ 'plex-lint.config.mjs': "process.env.PLEX_LINT_TRAP = 'sprung';\nexport default { reports: { markdown: 'audit.md' } };\n", 'a.js': ask('/identity') });
    expect((await folder.run(['audit'])).status).toBe(0);
    expect(process.env).not.toHaveProperty('PLEX_LINT_TRAP');
    expect(readFileSync(join(folder.path(), 'audit.md'), 'utf8')).toContain('Plex API audit');
  });
});

describe('plex-lint.schema.json', () => {
  const [schema, settings] = ['audit/plex-lint.schema.json', 'rules/settings.schema.json'].map((file) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as object);
  const validate = new Ajv2020({ strict: true, strictRequired: false, schemas: [settings ?? {}] }).compile(schema ?? {});

  it('accepts what the types do', () => {
    const config = defineConfig({
      $schema: 'x', settings: { packages: ['@my/client'] }, outOfScope: { tags: ['a'], scopes: ['admin'], descriptions: ['plex-tv'], operations: ['GET /a'] },
      accepted: [{ fingerprint: '0123456789abcdef', reason: 'x', owner: 'y', until: '2027-01-31' }, { operation: 'GET /a', rule: 'b', reason: 'x' }],
      thresholds: { operations: 3, errors: 0, warnings: 1 }, weights: { a: 1 }, reports: { markdown: 'a.md' },
    });
    validate(config);
    expect(validate.errors).toBeNull();
  });

  it('knows every format', () => {
    expect(FORMAT_NAMES.filter((format) => !validate({ reports: { [format]: 'a' } }))).toEqual([]);
  });

  it.each([
    [{ acepted: [] }], [{ accepted: [{ fingerprint: '0123456789abcdef' }] }], [{ accepted: [{ fingerprint: '0123456789abcdef', rule: 'a', operation: 'b', reason: 'x' }] }],
    [{ settings: { name: {} } }], [{ reports: { pdf: 'x' } }], [{ thresholds: { operations: 101 } }],
  ])('refuses %j, as reading it does', (config) => {
    expect(validate(config)).toBe(false);
    // what settings may be is checked where they are read
    if (!('settings' in config)) expect(mistakeOf(JSON.stringify(config), 'plex-lint.config.json')).not.toBe('none');
  });
});
