import { readFileSync } from 'node:fs';
import tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../rules/index.ts';
import { PRESETS } from '../../rules/preset-entry.ts';
import { renderReadme, renderRulePage, RULE_NAMES } from '../../scripts/render-docs.ts';
import { renderOxlintPreset } from '../../scripts/render-oxlint-preset.ts';

const HEADINGS = ['What and why', 'Incorrect', 'Correct', 'Options', 'When not to use it', 'Related'];

describe.each(RULE_NAMES)('docs/rules/%s.md', (name) => {
  const page = readFileSync(`docs/rules/${name}.md`, 'utf8');

  it('is up to date (npm run update-docs)', () => {
    expect(page).toBe(renderRulePage(name, page));
  });

  it('has the headings of every page, each with text below', () => {
    const sections = page.split(/^## /m).slice(1);
    expect(sections.map((section) => section.split('\n')[0])).toEqual(HEADINGS);
    for (const section of sections) expect(section.split('\n').slice(1).join('').trim()).not.toBe('');
  });

  it('shows incorrect code that the rule reports', () => {
    for (const request of statementsOf(page, 'Incorrect')) expect(lint(name, request), request).not.toEqual([]);
  });

  it('shows correct code that it does not', () => {
    for (const request of statementsOf(page, 'Correct')) expect(lint(name, request), request).toEqual([]);
  });
});

it('README.md is up to date (npm run update-docs)', async () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readme).toBe(await renderReadme(readme));
});

it.each(PRESETS)('oxlint/%s.json is up to date (npm run update-docs)', (preset) => {
  expect(readFileSync(`oxlint/${preset}.json`, 'utf8')).toBe(renderOxlintPreset(preset));
});

/** The examples of a section: separated by empty lines. */
function statementsOf(page: string, heading: string): readonly string[] {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const blocks = [...section.matchAll(/```(?:js|ts)\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
  expect(blocks.length).toBeGreaterThan(0);
  return blocks.flatMap((block) => block.split(/\n\n+/));
}

/** The messages of one rule; a syntax error counts. */
function lint(rule: string, code: string): readonly string[] {
  const messages = new Linter().verify(
    `import { clientId, headers, id, plexUrl, ratingKey, token } from './plex.js';\n${code}`,
    [{ files: ['**/*.ts'], languageOptions: { parser: tsParser }, linterOptions: { reportUnusedDisableDirectives: 'off' }, plugins: { 'plex-api': plugin }, rules: { [`plex-api/${rule}`]: 'error' } }],
    { filename: 'example.ts' },
  );
  return messages.map(({ message }) => message);
}
