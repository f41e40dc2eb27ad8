import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import tsParser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../rules/index.ts';

const FOLDER = fileURLToPath(new URL('../../examples/other-api/', import.meta.url));
const CONFIG = readFileSync(`${FOLDER}eslint.config.js`, 'utf8');

describe('examples/other-api', () => {
  let results: readonly ESLint.LintResult[];
  let eslint: ESLint;

  beforeAll(async () => {
    // the configuration of the example, with the plugin's sources in the place of its build
    eslint = new ESLint({
      cwd: FOLDER,
      overrideConfigFile: true,
      overrideConfig: [plugin.configs.all, { settings: { 'plex-api': { descriptions: ['./warehouse.yaml'] } } }, { files: ['**/*.ts'], languageOptions: { parser: tsParser } }],
    });
    results = await eslint.lintFiles(['src']);
  });

  it('has the findings that its comments expect, each on the line below, and no other', () => {
    expect(CONFIG).toContain("descriptions: ['./warehouse.yaml']");
    expect(CONFIG).toContain('plexApi.configs.all');
    const found = results.flatMap(({ filePath, messages }) => messages.map(({ ruleId, line }) => `${filePath.slice(FOLDER.length)}:${String(line)} ${ruleId ?? 'error'}`));
    expect(found.sort()).toEqual(results.flatMap(({ filePath }) => expectedIn(filePath)).sort());
  });

  it('speaks of its own API only', () => {
    const texts = results.flatMap(({ messages }) => messages.flatMap(({ message, suggestions }) => [message, ...(suggestions ?? []).map(({ desc }) => desc)]));
    expect(texts.length).toBeGreaterThanOrEqual(10);
    expect(texts.filter((text) => /plex/i.test(text))).toEqual([]);
  });

  it('is shown rules of which only the name and the address name the plugin', () => {
    for (const [rule, { docs }] of Object.entries(eslint.getRulesMetaForResults([...results]))) {
      expect(docs?.description, rule).not.toMatch(/plex/i);
      expect(docs?.url?.replace('eslint-plugin-plex-api', ''), rule).not.toMatch(/plex/i);
    }
  });
});

/** What the comments of a file expect, one entry for each rule. */
function expectedIn(file: string): readonly string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    const [, rules] = /\/\/ expect: (.+)$/.exec(line) ?? [];
    return (rules ?? '').split(', ').filter((rule) => rule !== '').map((rule) => `${file.slice(FOLDER.length)}:${String(i + 2)} plex-api/${rule}`);
  });
}
