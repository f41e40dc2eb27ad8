import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createModuleLoader } from '../../modules/create-module-loader.ts';
import { createLintJournal } from '../../modules/lint-journal.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plex-api-journal-'));
  mkdirSync(join(folder, 'node_modules'));
  write('src/main.js', `import { ask } from './ask';\n`);
  write('src/ask.ts', 'export const ask = 1;\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** A run that resolves and loads what src/main.js imports; the edition that it lints in. Each has a process of its own. */
async function run(): Promise<string> {
  const journal = createLintJournal(() => folder);
  const edition = journal.edition();
  const loader = createModuleLoader({ root: folder, journal });
  loader.load(join(folder, 'src/main.js'));
  const file = loader.resolve('./ask', join(folder, 'src/main.js'));
  if (file !== null) loader.load(file);
  loader.resolve('shared/ask', join(folder, 'src/main.js'));
  journal.noteFile(join(folder, 'shop.json'));
  await Promise.resolve();
  endRun();
  return edition;
}

/** What a later process would find: another run has settled the edition. */
function endRun(): void {
  const pointer = join(folder, 'node_modules/.cache/eslint-plugin-plex-api/edition');
  const [edition = ''] = readFileSync(pointer, 'utf8').split(' ');
  writeFileSync(pointer, `${edition} another`);
}

describe('the edition of what findings rest on', () => {
  it('is the same for the same files, although they were written anew or are looked at twice', async () => {
    const first = await run();
    expect(await run()).toBe(first);
    write('src/ask.ts', 'export const ask = 1;\n');
    utimesSync(join(folder, 'src/ask.ts'), 1, 1);
    expect(await run()).toBe(first);
    expect(await run()).toBe(first);
  });

  it.each([
    ['the text of an imported file', 'src/ask.ts', 'export const ask = 2;\n'],
    ['a file that the import now means', 'src/ask.tsx/index.ts', ''],
    ['a configuration that may lead the import elsewhere', 'tsconfig.base.json', '{}'],
    ['a description that was not there', 'shop.json', '{}'],
  ])('is another one after a change of %s', async (_, file, text) => {
    const first = await run();
    if (file.includes('/index')) rmSync(join(folder, 'src/ask.ts'));
    write(file, text);
    const second = await run();
    expect(second).not.toBe(first);
    expect(await run()).toBe(second);
  });

  it('never comes back, because what was cached in it may rest on more than is noted now', async () => {
    const first = await run();
    write('src/ask.ts', 'export const ask = 2;\n');
    const second = await run();
    write('src/ask.ts', 'export const ask = 1;\n');
    expect([first, second]).not.toContain(await run());
  });

  it('does not depend on the linted file, nor on files that are no part of resolution', async () => {
    const first = await run();
    write('src/main.js', `import { ask } from './ask'; // changed\n`);
    write('report.json', '{}');
    mkdirSync(join(folder, 'coverage'));
    expect(await run()).toBe(first);
  });

  it('is shared by the threads of a run, even when a file changes between them', async () => {
    const first = createLintJournal(() => folder).edition();
    write('src/ask.ts', 'export const ask = 3;\n');
    expect(createLintJournal(() => folder).edition()).toBe(first);
    await Promise.resolve();
  });

  it('is looked at again in a process that goes on', () => {
    const journal = createLintJournal(() => folder);
    const first = journal.edition();
    journal.noteFile(join(folder, 'src/ask.ts'));
    expect(journal.edition()).toBe(first);
    write('src/ask.ts', 'export const ask = 4;\n');
    expect(journal.edition()).not.toBe(first);
  });
});
