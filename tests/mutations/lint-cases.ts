import { Linter } from 'eslint';
import { setModuleLoader } from '../../rules/engine.ts';
import plugin from '../../rules/index.ts';
import { memoryLoader } from '../requests/memory-loader.ts';
import { readMarks } from './marked-text.ts';
import { CONFIG_FILE, CONFIG_IMPORT, writeCase } from './write-case.ts';
import { wrapperFiles } from './write-wrapper.ts';
import type { Call } from './call.ts';
import type { Range } from './marked-text.ts';

/** A finding in a case: which rule, where, and what it says. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  /** Offset within the text of the case. */
  readonly at: number;
}

/** A case with its text, the places in it, and what was found. */
export interface LintedCase {
  readonly text: string;
  readonly marks: ReadonlyMap<string, Range>;
  readonly findings: readonly Finding[];
}

interface Written {
  readonly text: string;
  readonly marks: ReadonlyMap<string, Range>;
  readonly imports: readonly string[];
  readonly files: readonly (readonly [string, string])[];
}

/** How many cases one file has. A case that shares a wrapper's mistake with others needs a file of its own. */
const BATCH = 40;

/** Lints calls with every rule of the plugin at once, each in a function of its own, many in a file. */
export function lintCases(calls: readonly Call[], isAlone: (call: Call) => boolean): readonly LintedCase[] {
  const written = calls.map((call, i): Written => {
    const { marked, imports } = writeCase(call, `case${i}`);
    return { ...readMarks(marked), imports, files: call.shape === 'plain' ? [] : wrapperFiles(call) };
  });
  const batches = makeBatches(calls, written, isAlone);
  const files: Record<string, string> = Object.fromEntries([CONFIG_FILE, ...written.flatMap((each) => each.files)]);
  setModuleLoader(memoryLoader(files));
  const linter = new Linter({ cwd: '/app' });
  const results: LintedCase[] = [];
  for (const [number, indexes] of batches.entries()) {
    const cases = indexes.flatMap((i) => written[i] ?? []);
    const found = lintFile(linter, `cases-${number}.js`, cases);
    for (const [position, i] of indexes.entries()) results[i] = found[position] ?? { text: '', marks: new Map(), findings: [] };
  }
  return results;
}

/** Cases that import the same are put together. */
function makeBatches(calls: readonly Call[], written: readonly Written[], isAlone: (call: Call) => boolean): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [i, call] of calls.entries()) {
    // Where a file speaks of a header, it may do so for every loop in it.
    const key = isAlone(call) ? String(i) : `${written[i]?.imports.join() ?? ''} ${String(call.flow.retry === 'own-time')}`;
    groups.set(key, [...(groups.get(key) ?? []), i]);
  }
  return [...groups.values()].flatMap((group) => Array.from({ length: Math.ceil(group.length / BATCH) }, (_, part) => group.slice(part * BATCH, (part + 1) * BATCH)));
}

const { all, strict } = plugin.configs;
/** The rules of all presets, as strict as `strict`; and lists that are only advised to be read in pages, too. */
const RULES: Linter.RulesRecord = { ...all.rules, ...strict.rules, 'plex-api/require-paging': ['error', { lists: 'advised' }] };
const CONFIG: Linter.Config[] = [{ plugins: { 'plex-api': plugin }, rules: RULES, files: ['**/*.js'], languageOptions: { ecmaVersion: 2024, sourceType: 'module' } }];

function lintFile(linter: Linter, name: string, cases: readonly Written[]): readonly LintedCase[] {
  let text = `${[...new Set([CONFIG_IMPORT, ...cases.flatMap(({ imports }) => imports)])].join('\n')}\n\n`;
  const starts = cases.map((each) => {
    const start = text.length;
    text += `${each.text}\n`;
    return start;
  });
  const lines = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) lines.push(i + 1);

  const messages = linter.verify(text, CONFIG, { filename: `/app/${name}` }).map(({ ruleId, message, line, column, fatal }) => {
    if (fatal === true || ruleId === null) throw new Error(`${message} (line ${line})\n${text.split('\n')[line - 1] ?? ''}`);
    return { rule: ruleId.replace('plex-api/', ''), message, offset: (lines[line - 1] ?? 0) + column - 1 };
  });
  return cases.map((each, i) => {
    const start = starts[i] ?? 0;
    const end = starts[i + 1] ?? text.length;
    const findings = messages.filter(({ offset }) => (offset >= start || (i === 0 && offset < start)) && offset < end);
    return { text: each.text, marks: each.marks, findings: findings.map(({ rule, message, offset }) => ({ rule, message, at: offset - start })) };
  });
}
