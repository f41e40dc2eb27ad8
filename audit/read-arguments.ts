import { parseArgs } from 'node:util';
import { nearestName } from '../spec/nearest-name.ts';

export const FORMATS = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type Format = (typeof FORMATS)[number];

/** What `plex-lint audit` was asked to do. */
export interface AuditArguments {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly output: string | null;
  /** Built-in names and files; empty: the default set. */
  readonly descriptions: readonly string[];
  /** A JSON file with what `settings['plex-api']` has in a configuration. */
  readonly settings: string | null;
  /** Run the rules with the audited project's own ESLint and configuration, which executes its code. */
  readonly useConfig: boolean;
  /** The line to explain instead of a report, with the file as it was given. */
  readonly explain: { readonly file: string; readonly line: number } | null;
}

export type Command =
  | { readonly kind: 'audit'; readonly arguments: AuditArguments }
  | { readonly kind: 'help'; readonly of: 'plex-lint' | 'audit' }
  | { readonly kind: 'version' }
  | { readonly kind: 'mistake'; readonly message: string; readonly of: 'plex-lint' | 'audit' };

const COMMANDS = ['audit'];

const OPTIONS = {
  format: { type: 'string', short: 'f' },
  output: { type: 'string', short: 'o' },
  description: { type: 'string', short: 'd', multiple: true },
  settings: { type: 'string', short: 's' },
  'use-config': { type: 'boolean' },
  explain: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** What a value of the option is, for the message that asks for it. */
const VALUES: Readonly<Record<string, string>> = {
  format: `one of ${FORMATS.join(', ')}`,
  output: 'a file name',
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
  const explain = typeof values.explain === 'string' ? readLine(values.explain) : null;
  if (typeof explain === 'string') return { kind: 'mistake', of: 'audit', message: explain };
  if (explain !== null && format !== 'text' && format !== 'json') return { kind: 'mistake', of: 'audit', message: `--explain prints text or json, not ${format}.` };
  return {
    kind: 'audit',
    arguments: {
      paths: positionals,
      format,
      output: typeof values.output === 'string' ? values.output : null,
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
  const near = nearestName(format, FORMATS);
  return `There is no format "${format}". ${near === null ? `The formats are: ${FORMATS.join(', ')}.` : `Did you mean ${near}?`}`;
}

function isOption(name: string): name is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, name);
}

function isFormat(format: unknown): format is Format {
  return FORMATS.some((known) => known === format);
}
