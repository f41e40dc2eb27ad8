import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'plex-api-new-rule-'));

beforeAll(() => {
  buildOnce();
  for (const name of ['rules', 'tests/rules', 'docs/rules']) mkdirSync(path.join(folder, name), { recursive: true });
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('writes the rule, its test and its page, and does not overwrite them', () => {
  const first = newRule('no-foo-bar', 'Disallow foo in bar');
  expect(first).toMatchObject({ status: 0, stderr: '' });
  expect(first.stdout).toContain('rules/no-foo-bar.ts, tests/rules/no-foo-bar.test.ts, docs/rules/no-foo-bar.md');
  expect(readFileSync(path.join(folder, 'rules/no-foo-bar.ts'), 'utf8')).toContain('export const noFooBar = defineRule<[], MessageId>({');

  const second = newRule('no-foo-bar', 'Disallow foo in bar');
  expect(second).toMatchObject({ status: 2, stdout: '', stderr: 'new-rule: rules/no-foo-bar.ts exists already.\n' });
});

it('says what is wrong with its arguments', () => {
  expect(newRule('NoFooBar', 'Disallow foo')).toMatchObject({ status: 2 });
  expect(newRule('NoFooBar', 'Disallow foo').stderr).toContain('npm run new-rule -- no-foo-bar "Disallow foo in bar"');
  expect(newRule('no-foo', 'no foo.').stderr).toContain('The description comes second.');
});

function newRule(...args: readonly string[]) {
  return spawnSync(process.execPath, [path.resolve('dist/scripts/new-rule.js'), ...args], { cwd: folder, encoding: 'utf8' });
}
