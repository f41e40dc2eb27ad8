import { parseArgs } from 'node:util';
import { nearestName } from '../spec/nearest-name.ts';
import { FORMAT_NAMES, isFormat } from './report/formats.ts';
import { readScope, SCOPE_VALUE } from './read-scope.ts';
import type { OutOfScope } from './define-config.ts';
import type { Format } from './report/formats.ts';

/** What `plex-lint audit` was asked to do. */
export interface AuditArguments {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly output: string | null;
  /** Further files to write, each in a format of its own. */
  readonly reports: readonly WrittenReport[];
  /** Built-in names and files; empty: the default set. */
  readonly descriptions: readonly string[];
  /** A JSON file with what `settings['plex-api']` has in a configuration. */
  readonly settings: string | null;
  /** The configuration to read; null: the nearest one, false: none. */
  readonly config: string | null | false;
  /** The folder that files of the report are named from; null: the audited one. */
  readonly root: string | null;
  /** Fail for what the thresholds and the baseline do not allow, instead of for any finding. */
  readonly check: boolean;
  /** The report whose findings are known. */
  readonly baseline: string | null;
  /** The last report, to tell the trend. */
  readonly compare: string | null;
  /** The revision of git since which a file must have changed for its findings to be reported. */
  readonly changedSince: string | null;
  /** Put what `audit merge` needs into the JSON, and of a shard only its part. */
  readonly facts: boolean;
  readonly shard: Shard | null;
  /** What is not counted as missing, beside what the configuration says. */
  readonly scope: OutOfScope;
  /** The paths are JSON reports with facts, to be joined. */
  readonly merge: boolean;
  /** Run the rules with the audited project's own ESLint and configuration, which executes its code. */
  readonly useConfig: boolean;
  /** Use what the last audit read, as far as it holds; null: unless this is CI. */
  readonly cache: boolean | null;
  /** The folder of the cache; null: the user's. */
  readonly cacheLocation: string | null;
  /** The line to explain instead of a report, with the file as it was given. */
  readonly explain: { readonly file: string; readonly line: number } | null;
}

/** One part of so many; the first is 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** A file that the report goes to, and how. */
export interface WrittenReport {
  readonly format: Format;
  readonly file: string;
}

export type Command =
  | { readonly kind: 'audit'; readonly arguments: AuditArguments }
  | { readonly kind: 'help'; readonly of: 'plex-lint' | 'audit' }
  | { readonly kind: 'version' }
  | { readonly kind: 'mistake'; readonly message: string; readonly of: 'plex-lint' | 'audit' };

const COMMANDS = ['audit', 'codemod'];

const OPTIONS = {
  format: { type: 'string', short: 'f' },
  output: { type: 'string', short: 'o' },
  report: { type: 'string', short: 'r', multiple: true },
  description: { type: 'string', short: 'd', multiple: true },
  settings: { type: 'string', short: 's' },
  config: { type: 'string', short: 'c' },
  'no-config': { type: 'boolean' },
  root: { type: 'string' },
  check: { type: 'boolean' },
  baseline: { type: 'string' },
  compare: { type: 'string' },
  'changed-since': { type: 'string' },
  facts: { type: 'boolean' },
  shard: { type: 'string' },
  scope: { type: 'string', multiple: true },
  'use-config': { type: 'boolean' },
  cache: { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  'cache-location': { type: 'string' },
  explain: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** What a value of the option is, for the message that asks for it. */
const VALUES: Readonly<Record<string, string>> = {
  format: `one of ${FORMAT_NAMES.join(', ')}`,
  output: 'a file name',
  report: 'a format and a file, such as json=audit.json',
  description: 'the name of a built-in description, or an OpenAPI file',
  settings: 'a JSON file',
  config: 'a configuration, such as plex-lint.config.ts',
  root: 'a folder',
  'cache-location': 'a folder',
  baseline: 'a report that --format json has written',
  compare: 'a report that --format json has written',
  'changed-since': 'a revision of git, such as origin/main',
  shard: 'which part of how many, such as 3/8',
  scope: SCOPE_VALUE,
  explain: 'a file and a line, such as src/plex.ts:12',
};

/** Reads the command line behind the program's name. Never throws: a mistake is a command of its own. */
export function readArguments(args: readonly string[]): Command {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') return { kind: 'help', of: 'plex-lint' };
  if (first === '--version' || first === '-v') return { kind: 'version' };
  if (first === 'audit') return readAudit(rest);

  const near = nearestName(first, COMMANDS);
  const known = near === null ? `The commands are: ${COMMANDS.join(', ')}.` : `Did you mean "${near}"?`;
  return { kind: 'mistake', of: 'plex-lint', message: `There is no command "${first}". ${known}` };
}

function readAudit(args: readonly string[]): Command {
  const { values, positionals, tokens } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    const message = token.kind === 'option' ? findMistake(token) : null;
    if (message !== null) return { kind: 'mistake', of: 'audit', message };
  }
  if (values.help === true) return { kind: 'help', of: 'audit' };
  if (values.version === true) return { kind: 'version' };

  const format = values.format ?? 'text';
  if (!isFormat(format)) return { kind: 'mistake', of: 'audit', message: describeFormat(String(format)) };
  const text = (name: keyof typeof OPTIONS): string | null => (typeof values[name] === 'string' ? values[name] : null);
  const output = text('output');
  const line = text('explain');
  const explain = line === null ? null : readLine(line);
  if (typeof explain === 'string') return { kind: 'mistake', of: 'audit', message: explain };
  const part = text('shard');
  const shard = part === null ? null : readShard(part);
  if (typeof shard === 'string') return { kind: 'mistake', of: 'audit', message: shard };
  const reports = readReports((values.report ?? []).map(String), output);
  if (typeof reports === 'string') return { kind: 'mistake', of: 'audit', message: reports };
  const scope = readScope((values.scope ?? []).map(String));
  if (typeof scope === 'string') return { kind: 'mistake', of: 'audit', message: scope };
  const merge = positionals[0] === 'merge';
  const message = findContradiction(values, [format, ...reports.map((report) => report.format)], merge ? positionals.slice(1) : null);
  if (message !== null) return { kind: 'mistake', of: 'audit', message };
  return {
    kind: 'audit',
    arguments: {
      paths: merge ? positionals.slice(1) : positionals,
      format,
      output,
      reports,
      descriptions: (values.description ?? []).filter((value) => typeof value === 'string'),
      settings: text('settings'),
      config: values['no-config'] === true ? false : text('config'),
      root: text('root'),
      check: values.check === true,
      baseline: text('baseline'),
      compare: text('compare'),
      changedSince: text('changed-since'),
      facts: values.facts === true || shard !== null,
      shard,
      scope,
      merge,
      useConfig: values['use-config'] === true,
      cache: values['no-cache'] === true ? false : values.cache === true ? true : null,
      cacheLocation: text('cache-location'),
      explain,
    },
  };
}

/** The file and line of `src/plex.ts:12`, or of `src/plex.ts:12:5`; a text says what is wrong with it. */
function readLine(value: string): AuditArguments['explain'] | string {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(value) ?? [];
  return file === undefined || line === undefined || Number(line) === 0 ? `--explain needs a file and a line, such as src/plex.ts:12, not "${value}".` : { file, line: Number(line) };
}

/** What `--report` asks for, given several times; a text says what is wrong with it. */
function readReports(values: readonly string[], output: string | null): readonly WrittenReport[] | string {
  const reports: WrittenReport[] = [];
  for (const value of values) {
    const [, format = value, file = ''] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
    if (!isFormat(format)) return describeFormat(format);
    if (file === '') return `--report needs a format and a file, such as ${format}=audit.${format}, not "${value}".`;
    if (file === output || reports.some((other) => other.file === file)) return `Two reports cannot both be written to ${file}.`;
    reports.push({ format, file });
  }
  return reports;
}

type Given = Readonly<Record<string, unknown>>;

/** Options that exclude each other: when the first is given, why the second cannot be. */
const EXCLUDED: readonly (readonly [string, readonly string[], string])[] = [
  ['use-config', ['settings'], "with the first, the settings are those of the project's ESLint configuration"],
  ['use-config', ['cache', 'cache-location'], 'what the configuration does when it is executed cannot be known beforehand'],
  ['no-cache', ['cache', 'cache-location'], 'use a cache, or none'],
  ['no-config', ['config'], 'name the configuration, or none'],
  ['explain', ['report', 'shard', 'facts', 'check', 'baseline', 'compare', 'changed-since', 'scope'], 'a line is explained instead of making a report'],
  ['shard', ['check', 'baseline', 'compare', 'changed-since', 'scope'], 'a shard does not see everything: give the second to plex-lint audit merge'],
  ['changed-since', ['compare'], 'the trend needs the findings of all files; --baseline tells which are new'],
];

/** What cannot be meant: options that exclude each other, or that do not go with the formats or with what is merged. */
function findContradiction(given: Given, formats: readonly Format[], merged: readonly string[] | null): string | null {
  for (const [first, others, reason] of EXCLUDED) {
    const other = given[first] === undefined ? undefined : others.find((name) => given[name] !== undefined);
    if (other !== undefined) return `--${first} and --${other} exclude each other: ${reason}.`;
  }
  const [format = 'text'] = formats;
  if (given.explain !== undefined && format !== 'text' && format !== 'json') return `--explain prints text or json, not ${format}.`;
  if (merged === null) {
    const part = ['shard', 'facts'].find((name) => given[name] !== undefined);
    return part === undefined || formats.includes('json') ? null : `--${part} is for plex-lint audit merge, which reads JSON: give --format json or --report json=facts.json as well.`;
  }
  if (merged.length === 0) return 'plex-lint audit merge needs the JSON reports to join. (A folder of that name is ./merge.)';
  const other = ['explain', 'shard', 'facts', 'use-config', 'changed-since', 'cache', 'no-cache', 'cache-location'].find((name) => given[name] !== undefined);
  return other === undefined ? null : `plex-lint audit merge reads reports, not code: give --${other} to the audits that make them.`;
}

function readShard(value: string): Shard | string {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(value)?.map(Number) ?? [];
  const isPart = index !== undefined && count !== undefined && index >= 1 && index <= count;
  return isPart ? { index, count } : `--shard needs which part of how many, such as 3/8, not "${value}".`;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function findMistake({ name, rawName, value }: OptionToken): string | null {
  const option = isOption(name) ? OPTIONS[name] : null;
  if (option === null) {
    const near = nearestName(name, Object.keys(OPTIONS));
    return `There is no option ${rawName}. ${near === null ? 'See plex-lint audit --help.' : `Did you mean --${near}?`}`;
  }
  if (option.type === 'boolean') return value === undefined ? null : `${rawName} takes no value.`;
  return value === undefined || value === '' || value.startsWith('--') ? `${rawName} needs a value: ${VALUES[name] ?? 'a text'}.` : null;
}

function describeFormat(format: string): string {
  const near = nearestName(format, FORMAT_NAMES);
  return `There is no format "${format}". ${near === null ? `The formats are: ${FORMAT_NAMES.join(', ')}.` : `Did you mean ${near}?`}`;
}

function isOption(name: string): name is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, name);
}
