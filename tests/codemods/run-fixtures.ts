import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createModuleLoader } from '../../modules/create-module-loader.ts';
import { parseFile } from '../../modules/parse-file.ts';
import { setModuleLoader } from '../../rules/engine.ts';
import { inFolder, readFolder, runFolder, writeTexts } from './run-folder.ts';
import { lintFolder, strictRules } from './lint-folder.ts';
import type { Codemod } from '../../codemods/codemod.ts';
import type { LintFinding } from './lint-folder.ts';
import type { FolderRun, FolderTexts } from './run-folder.ts';

/** What `case.json` of a case may say. */
interface Case {
  /** Options of the codemod, by name as on the command line. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** What `settings['plex-api']` has. */
  readonly settings?: unknown;
  /** A part of the reason of each request group that is left, in order. Default: none is left. */
  readonly skips?: readonly string[];
  /** True where no rule reports what is changed, so that no finding goes. */
  readonly unreported?: boolean;
}

const SOURCE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;
/** With UPDATE_FIXTURES=1 the expected files are written. Read them before you commit them. */
const isUpdating = process.env.UPDATE_FIXTURES === '1';

/**
 * Makes a test of each folder `tests/codemods/<name>/<case>`: `input` becomes `expected`, byte for byte; a second run
 * changes nothing; all of it parses; the findings that asked for the change are gone but for what is reported as skipped,
 * and no other comes. A case whose name begins with `unsupported-` has no `expected`: its input stays as it is, and
 * `case.json` names the reason.
 */
export function runFixtures(codemod: Codemod): void {
  const folder = fileURLToPath(new URL(`./${codemod.name}/`, import.meta.url));
  const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  afterAll(() => setModuleLoader(createModuleLoader()));

  it('has cases to run', () => {
    expect(cases.filter((name) => !name.startsWith('unsupported-')).length).toBeGreaterThan(0);
  });

  describe.each(cases)(`${codemod.name} %s`, (name) => {
    const isUnsupported = name.startsWith('unsupported-');
    const said = readCase(join(folder, name, 'case.json'));
    const { options, settings, skips = [], unreported = false } = said;
    const input = readFolder(join(folder, name, 'input'));
    // one after the other: the engine knows one project at a time
    let run: Promise<FolderRun> | null = null;
    const first = (): Promise<FolderRun> => (run ??= runFolder(input, codemod, options, settings));

    it(isUnsupported ? 'stays as it is, and says why' : 'becomes what is expected', async () => {
      const { texts, outcomes, failed } = await first();
      const expectedFolder = join(folder, name, 'expected');
      if (isUpdating && !isUnsupported) {
        rmSync(expectedFolder, { recursive: true, force: true });
        writeTexts(expectedFolder, texts);
      }
      const expected = isUnsupported && !existsSync(expectedFolder) ? input : readFolder(expectedFolder);
      expect(Object.fromEntries(texts)).toEqual(Object.fromEntries(expected));
      expect(failed).toEqual([]);
      expect(outcomes.filter(({ status }) => status === 'failed')).toEqual([]);
      const reasons = outcomes.filter(({ status }) => status === 'skipped').map(({ message }) => message);
      expect(reasons).toEqual(skips.map((part) => expect.stringContaining(part) as string));
      if (isUnsupported) expect({ texts: Object.fromEntries(texts), skips: skips.length > 0 }).toEqual({ texts: Object.fromEntries(input), skips: true });
      else expect(changedFiles(input, texts)).not.toEqual([]);
    });

    it('is not changed by a second run', async () => {
      const { texts } = await first();
      const second = await runFolder(texts, codemod, options, settings);
      expect(Object.fromEntries(second.texts)).toEqual(Object.fromEntries(texts));
      expect(second.outcomes.filter(({ status }) => status !== 'skipped')).toEqual([]);
    });

    it('parses', async () => {
      const { texts } = await first();
      for (const file of changedFiles(input, texts)) expect(problemOf(file, texts.get(file) ?? '')).toBeNull();
    });

    it('has no finding left that is not reported as skipped, and no new one', async () => {
      const result = await first();
      const rules = [...new Set([...codemod.rules, ...strictRules()])];
      const before = await lint(input, rules, settings);
      const after = await lint(result.texts, rules, settings);
      const isMeant = ({ rule }: LintFinding): boolean => rule !== null && codemod.rules.includes(rule);
      if (!isUnsupported && !unreported) {
        expect(before.filter(isMeant)).not.toEqual([]);
        expect(after.filter(isMeant).length).toBeLessThan(before.filter(isMeant).length);
      }
      expect(unexplained(after.filter(isMeant), result)).toEqual([]);
      expect(newFindings(before, after)).toEqual([]);
    });
  });
}

function readCase(file: string): Case {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Case : {};
}

function changedFiles(before: FolderTexts, after: FolderTexts): readonly string[] {
  return [...after.keys()].filter((file) => after.get(file) !== before.get(file));
}

function problemOf(file: string, text: string): string | null {
  const parsed = parseFile(`/${file}`, text);
  return 'error' in parsed ? `${file}:${String(parsed.error.line)} ${parsed.error.message}` : null;
}

function lint(texts: FolderTexts, rules: readonly string[], settings: unknown): Promise<readonly LintFinding[]> {
  return inFolder(texts, (root) => lintFolder(root, [...texts.keys()].filter((file) => SOURCE.test(file)), rules, settings));
}

/** The findings of files in which fewer requests are skipped than are reported. */
function unexplained(findings: readonly LintFinding[], { outcomes }: FolderRun): readonly LintFinding[] {
  const skipped = outcomes.filter(({ status }) => status === 'skipped').flatMap(({ place, requests }) => [...(place === null ? [] : [place]), ...requests]);
  return findings.filter(({ file }) => {
    const lines = new Set(skipped.filter((place) => place.file.replaceAll('\\', '/').endsWith(`/${file}`)).map(({ lineAfter }) => lineAfter));
    return findings.filter((other) => other.file === file).length > lines.size;
  });
}

/** The findings of a rule that reports more than it did. */
function newFindings(before: readonly LintFinding[], after: readonly LintFinding[]): readonly LintFinding[] {
  const count = (findings: readonly LintFinding[], rule: string | null): number => findings.filter((one) => one.rule === rule).length;
  return after.filter(({ rule }) => count(after, rule) > count(before, rule));
}
