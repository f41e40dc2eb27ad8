import { parseArgs } from 'node:util';
import { nearestName } from '../spec/nearest-name.ts';
import { FORMAT_NAMES, isFormat } from './report/formats.ts';
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
  /** Run the rules with the audited project's own ESLint and configuration, which executes its code. */
  readonly useConfig: boolean;
  /** The line to explain instead of a report, with the file as it was given. */
  readonly explain: { readonly file: string; readonly line: number } | null;
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
  'use-config': { type: 'boolean' },
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
  if (typeof values.settings === 'string' && values['use-config'] === true) return { kind: 'mistake', of: 'audit', message: BOTH };
  const output = typeof values.output === 'string' ? values.output : null;
  const explain = typeof values.explain === 'string' ? readLine(values.explain) : null;
  if (typeof explain === 'string') return { kind: 'mistake', of: 'audit', message: explain };
  if (explain !== null && format !== 'text' && format !== 'json') return { kind: 'mistake', of: 'audit', message: `--explain prints text or json, not ${format}.` };
  const reports = readReports((values.report ?? []).map(String), output);
  if (typeof reports === 'string') return { kind: 'mistake', of: 'audit', message: reports };
  if (explain !== null && reports.length > 0) return { kind: 'mistake', of: 'audit', message: '--explain explains a line instead of making a report: leave --report out.' };
  return {
    kind: 'audit',
    arguments: {
      paths: positionals,
      format,
      output,
      reports,
      descriptions: (values.description ?? []).filter((value) => typeof value === 'string'),
      settings: typeof values.settings === 'string' ? values.settings : null,
      useConfig: values['use-config'] === true,
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

const BOTH = '--settings and --use-config exclude each other: with the second, the settings are those of the project\'s configuration.';

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
