import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';
import { createProject, ESLINTS } from './project.ts';
import type { Project } from './project.ts';

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

interface EslintFile {
  readonly filePath: string;
  readonly messages: readonly { readonly line: number; readonly column: number; readonly ruleId: string | null; readonly severity: number; readonly message: string }[];
}

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code: string;
    readonly severity: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }[];
}

const PLUGIN = 'node_modules/eslint-plugin-plex-api';
/** Letters of two, three and four bytes before a finding, a mark at the start of the file, and Windows' line ends. */
const ODD = `\uFEFF/* ü € 😀 */ export const a = (plexUrl) => fetch(plexUrl + '/library/sectoins/all');\r\nexport const b = (plexUrl, ü) => fetch(\`\${plexUrl}/hubs\`, { headers: { 'X-😀': ü } }).then((r) => r.json());\r\n`;

let project: Project;

beforeAll(() => {
  buildOnce();
  project = createProject(
    {
      'package.json': '{ "type": "module" }',
      'eslint.config.js': `import plexApi from 'eslint-plugin-plex-api';
import parser from '@typescript-eslint/parser';
export default [plexApi.configs.all, { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parser } }, { linterOptions: { reportUnusedDisableDirectives: 'off' } }];
`,
      '.oxlintrc.json': JSON.stringify({ extends: [`./${PLUGIN}/oxlint/all.json`], categories: { correctness: 'off' } }),
      'examples/odd.js': ODD,
    },
    ['@typescript-eslint'],
  );
  cpSync('examples', path.join(project.folder, 'examples'), { recursive: true, filter: (file) => !/node_modules|eslint\.config|oxlintrc/.test(file) });
}, 120_000);

afterAll(() => {
  project.remove();
});

it('finds what ESLint finds in all examples, one by one', () => {
  const byEslint = eslintFindings();
  const byOxlint = oxlintFindings();
  expect(new Set(byEslint.map(({ file }) => file)).size).toBeGreaterThan(3);
  expect(new Set(byEslint.map(({ rule }) => rule)).size).toBeGreaterThan(6);
  expect(byOxlint).toEqual(byEslint);
}, 120_000);

it('takes the disable comments that ESLint takes, and the settings', () => {
  const shop = { openapi: '3.1.0', info: { title: 'Shop', version: '1' }, servers: [{ url: 'https://shop.example' }], paths: { '/stock/items': { get: { responses: { 200: { description: 'Well.' } } } } } };
  project.write('shop.json', JSON.stringify(shop));
  project.write('other/.oxlintrc.json', JSON.stringify({ extends: [`../${PLUGIN}/oxlint/recommended.json`], settings: { 'plex-api': { descriptions: ['./shop.json'] } } }));
  const request = `fetch('https://shop.example/stock/prices').then((response) => response.ok);\n`;
  project.write('other/a.js', `${request}// oxlint-disable-next-line plex-api/no-unknown-endpoint -- soon\n${request}// eslint-disable-next-line plex-api/no-unknown-endpoint -- soon\n${request}`);
  expect(oxlintFindings('other').map(({ line, rule }) => `${String(line)} ${rule}`)).toContain('1 no-unknown-endpoint');
  expect(oxlintFindings('other').filter(({ line, rule }) => line > 1 && rule === 'no-unknown-endpoint')).toEqual([]);
});

it('fixes what ESLint fixes', () => {
  const wrong = `export const a = (plexUrl) => fetch(plexUrl + '/library/sectoins/all', { headers: { Accept: 'application/json' } });\n`;
  project.write('fix-eslint/a.js', wrong);
  project.write('fix-oxlint/a.js', wrong);
  project.run(ESLINTS['10'], '--fix', 'fix-eslint');
  project.run('oxlint/bin/oxlint', '--fix', 'fix-oxlint');
  const read = (folder: string): string => readFileSync(path.join(project.folder, folder, 'a.js'), 'utf8');
  expect(read('fix-oxlint')).toBe(read('fix-eslint'));
});

describe('the presets for oxlint', () => {
  it('are as many as for ESLint', () => {
    expect(readdirSync('oxlint').sort()).toEqual(['all.json', 'errors.json', 'recommended.json', 'security.json', 'strict.json']);
  });
});

function eslintFindings(): readonly Finding[] {
  const { stdout, stderr } = project.run(ESLINTS['10'], '--format', 'json', 'examples');
  expect(stderr).toBe('');
  const files = JSON.parse(stdout) as readonly EslintFile[];
  return sort(
    files.flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, ruleId, severity, message }) => ({
        file: path.relative(project.folder, filePath),
        line,
        column,
        rule: ruleId?.replace('plex-api/', '') ?? 'none',
        severity: severity === 2 ? 'error' : 'warning',
        message,
      })),
    ),
  );
}

function oxlintFindings(folder = 'examples'): readonly Finding[] {
  const { stdout, stderr } = project.run('oxlint/bin/oxlint', '--format', 'json', folder);
  expect(stderr).toBe('');
  const { diagnostics } = JSON.parse(stdout) as OxlintReport;
  return sort(
    diagnostics.map(({ message, code, severity, filename, labels }) => {
      const { line = 0, column = 0 } = labels[0]?.span ?? {};
      return { file: filename, line, column: inCodeUnits(filename, line, column), rule: /\((.*)\)/.exec(code)?.[1] ?? code, severity, message };
    }),
  );
}

/** oxlint counts columns in bytes of UTF-8, a byte order mark included; ESLint counts UTF-16 code units without it. */
function inCodeUnits(file: string, line: number, column: number): number {
  const text = readFileSync(path.join(project.folder, file)).toString('latin1').split('\n')[line - 1] ?? '';
  const before = Buffer.from(text.slice(0, column - 1), 'latin1').toString('utf8');
  return before.replace('\uFEFF', '').length + 1;
}

function sort(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ file, line, column, rule, message }: Finding): string => [file, String(line).padStart(5), String(column).padStart(5), rule, message].join(' ');
  return [...findings].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
