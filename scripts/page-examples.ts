import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from '../audit/run-command.ts';

/** A project that a page shows in one code block, and what the page says is found in it. */
export interface PageExample {
  /** By path, in the order of the page. */
  readonly files: Readonly<Record<string, string>>;
  /** The lines of the text block below. */
  readonly found: readonly string[];
  /** The block of settings above, if one stands between this example and the one before it. */
  readonly settings: string | null;
}

/** The examples of a page: code blocks that name files (`// src/plex.ts`), each with a block of text below. */
export function readPageExamples(page: string): readonly PageExample[] {
  const examples: PageExample[] = [];
  let settings: string | null = null;
  for (const [, language = '', code = '', , found = ''] of page.matchAll(/```(json|tsx?)\n([^]*?)```(\s*```text\n([^]*?)```)?/g)) {
    if (language === 'json') settings = code;
    else {
      examples.push({ files: splitFiles(code), found: found.trimEnd().split('\n'), settings });
      settings = null;
    }
  }
  return examples;
}

function splitFiles(code: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const part of code.split(/^\/\/ (?=[\w/-]+\.tsx?$)/m).slice(1)) {
    const [name = '', ...lines] = part.split('\n');
    files[name] = lines.join('\n');
  }
  return files;
}

/** What `plex-lint audit` with these arguments prints in a folder that has these files, and nothing else. */
export async function auditFiles({ files, settings }: Pick<PageExample, 'files' | 'settings'>, ...args: readonly string[]): Promise<string> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'plex-api-page-')));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    if (settings !== null) writeFileSync(path.join(folder, 'settings.json'), settings);
    let stdout = '';
    let stderr = '';
    const given = settings === null ? [] : ['--settings', 'settings.json'];
    await runCommand(['audit', ...args, ...given], { cwd: folder, env: {}, stdout: { write: (text) => (stdout += text) }, stderr: { write: (text) => (stderr += text) } });
    if (stderr !== '') throw new Error(stderr);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
