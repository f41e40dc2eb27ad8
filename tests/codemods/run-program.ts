import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { onTestFinished } from 'vitest';

/** How a program ended. */
export interface Outcome {
  /** null: it was killed, because it took too long. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Longer than any program of a test waits, in milliseconds: it is then taken for hanging. */
const LONGEST = 60_000;

/**
 * Runs a program of several files (path to text), TypeScript compiled away, with this project's packages at hand and
 * `PLEX_URL` and `PLEX_TOKEN` in its environment. The files live as long as the test.
 */
export async function runProgram(files: Readonly<Record<string, string>>, entry: string, url: string, env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'program-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  if (!('package.json' in files)) writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, outputName(name));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, /\.[cm]?tsx?$/.test(name) ? compile(text, name) : text);
  }
  return new Promise((done) => {
    execFile(process.execPath, [join(folder, outputName(entry))], { env: { ...process.env, PLEX_URL: url, PLEX_TOKEN: 'token-of-the-test', ...env }, timeout: LONGEST }, (error, stdout, stderr) => {
      done({ status: error === null ? 0 : typeof error.code === 'number' ? error.code : null, stdout, stderr });
    });
  });
}

function compile(text: string, name: string): string {
  const { outputText } = ts.transpileModule(text, { fileName: name, compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, experimentalDecorators: true } });
  // files are named by the extension that runs
  return outputText.replace(/((?:from|import)\s*\(?\s*)(['"])(\.{1,2}\/[^'"]+)\2/g, (_, before: string, quote: string, specifier: string) => `${before}${quote}${outputName(specifier)}${quote}`);
}

function outputName(name: string): string {
  return name.replace(/\.([cm]?)tsx?$/, '.$1js');
}
