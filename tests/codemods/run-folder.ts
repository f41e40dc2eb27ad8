import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { collectHere } from '../../codemods/collect-here.ts';
import { isFlowFile } from '../../codemods/is-flow-file.ts';
import { readOptions } from '../../codemods/read-options.ts';
import { runCodemods } from '../../codemods/run-codemods.ts';
import { findSourceFiles } from '../../modules/find-source-files.ts';
import type { Codemod } from '../../codemods/codemod.ts';
import type { CodemodOutcome } from '../../codemods/codemod-outcome.ts';
import type { CodemodRun } from '../../codemods/run-codemods.ts';

/** The text of each file by its path, relative to a folder and with slashes. */
export type FolderTexts = ReadonlyMap<string, string>;

export interface FolderRun {
  /** Every file, changed or not. */
  readonly texts: FolderTexts;
  readonly outcomes: readonly CodemodOutcome[];
  readonly failed: CodemodRun['failed'];
}

/** The texts of all files in a folder. */
export function readFolder(folder: string): FolderTexts {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(files.map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')]));
}

/** Writes texts into a folder of their own, far from any package.json, for as long as `action` runs. */
export async function inFolder<Result>(texts: FolderTexts, action: (root: string) => Result | Promise<Result>): Promise<Result> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'codemods-')));
  try {
    writeTexts(root, texts);
    return await action(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export function writeTexts(root: string, texts: FolderTexts): void {
  for (const [name, text] of texts) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

/** Runs one codemod over files as `plex-lint codemod` does, in memory. */
export function runFolder(texts: FolderTexts, codemod: Codemod, options: Readonly<Record<string, unknown>> = {}, settings?: unknown): Promise<FolderRun> {
  return inFolder(texts, async (root) => {
    const read = (file: string): string | null => texts.get(relative(root, file).split(sep).join('/')) ?? null;
    const { files } = findSourceFiles([root], { root });
    const run = await runCodemods({
      root, files, read,
      settings: { common: settings, byFile: new Map() },
      isAsked: (file) => files.includes(file),
      whyLeft: (file, text) => (isFlowFile(file, text) ? 'Flow' : null),
      collect: (input, names, sources) => Promise.resolve(collectHere(names, sources, (file) => input.overlay.get(file) ?? read(file))),
    }, [{ codemod, options: readOptions(codemod, options) }]);
    const after = new Map(texts);
    for (const [file, text] of run.texts) {
      const name = relative(root, file).split(sep).join('/');
      after.set(name, `${texts.get(name)?.startsWith('\uFEFF') === true ? '\uFEFF' : ''}${text}`);
    }
    return { texts: after, outcomes: run.outcomes, failed: run.failed };
  });
}
