import { afterEach, beforeEach, expect, it } from 'vitest';
import { Linter } from 'eslint';
import { createModuleLoader } from '../../modules/create-module-loader.ts';
import { setModuleLoader } from '../../rules/engine.ts';
import plugin from '../../rules/index.ts';
import type { Linter as Config } from 'eslint';

/** The engine asks its loader for the generation once for each file that it analyses. */
let analyses = 0;
let parsed: string[] = [];

beforeEach(() => {
  analyses = 0;
  parsed = [];
  const loader = createModuleLoader();
  setModuleLoader({
    ...loader,
    load(file) {
      parsed.push(file);
      return loader.load(file);
    },
    generation: () => {
      analyses += 1;
      return loader.generation();
    },
  });
});

afterEach(() => {
  setModuleLoader(createModuleLoader());
});

it('analyses a file once for all rules', () => {
  expect(lint('await fetch(`${plexUrl}/no/such/path`);')).not.toEqual([]);
  expect(analyses).toBe(1);
});

it('neither analyses a file without a clue, nor parses what it imports', () => {
  expect(lint('import { base } from "./make-site.ts"; await fetch(`${base}/search`);')).toEqual([]);
  expect(analyses).toBe(0);
  expect(parsed).toEqual([]);
});

it('analyses a file anew when its text has changed', () => {
  const linter = new Linter();
  expect(lint('await fetch(`${plexUrl}/no/such/path`);', {}, linter)).not.toEqual([]);
  expect(lint('await fetch(`${plexUrl}/identity`);', {}, linter)).toEqual([]);
  expect(analyses).toBe(2);
});

it('judges by the descriptions of the settings, whatever the API', () => {
  const settings = { 'plex-api': { descriptions: ['tests/rules/fixtures/other-api.yaml'] } };
  const messages = (code: string, more: Config.Config) => lintMessages(code, more).map(({ message }) => message);

  const unknown = 'await fetch(`https://api.other.example/thing/${id}`);';
  expect(messages(unknown, { settings })).toEqual(['Other API has no /thing/{}. Did you mean /things/{thingId}?']);
  expect(messages(unknown, {})).toEqual([]);

  const word = "await fetch('https://api.other.example/things/first');";
  expect(messages(word, { settings })).toEqual(["GET /things/{thingId} takes an integer as 'thingId', not 'first'."]);

  const keyless = 'await fetch(`https://api.other.example/things/${id}?X-Other-Key=${key}`);';
  expect(messages(keyless, { settings })).toEqual([
    'GET /things/{thingId} carries X-Other-Key in its URL, and URLs are logged. Send it as a header.',
  ]);
});

it('stops with one line when a setting is wrong', () => {
  const settings = { 'plex-api': { description: [] } };
  expect(() => lint('const a = 1;', { settings })).toThrow("settings['plex-api'] has no key 'description'. Did you mean 'descriptions'?");
});

it('points into the linted file, whatever the parser counts before the text', () => {
  const [message] = lintMessages('\uFEFF\n  await fetch(`${plexUrl}/no/such/path`);');
  expect(message).toMatchObject({ line: 2, column: 26 });
});

function lint(code: string, more: Config.Config = {}, linter = new Linter()): readonly (string | null)[] {
  return lintMessages(code, more, linter).map(({ ruleId }) => ruleId);
}

function lintMessages(code: string, more: Config.Config = {}, linter = new Linter()): readonly Config.LintMessage[] {
  return linter.verify(code, [plugin.configs.recommended, { languageOptions: { sourceType: 'module' }, rules: { 'plex-api/require-headers': 'off' }, ...more }]);
}
