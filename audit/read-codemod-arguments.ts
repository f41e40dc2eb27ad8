import { parseArgs } from 'node:util';
import { codemods } from '../codemods/index.ts';
import { readOptions } from '../codemods/read-options.ts';
import { nearestName } from '../spec/nearest-name.ts';
import type { Codemod } from '../codemods/codemod.ts';
import type { ChosenCodemod } from '../codemods/run-codemods.ts';

/** What `plex-lint codemod` was asked to do. */
export interface CodemodArguments {
  /** At least one, in the order given. */
  readonly chosen: readonly ChosenCodemod[];
  readonly paths: readonly string[];
  readonly write: boolean;
  readonly check: boolean;
  readonly force: boolean;
  readonly interactive: boolean;
  readonly install: boolean;
  /** Heed the ignores and settings of the project's ESLint configuration, which executes it. */
  readonly useConfig: boolean;
  /** The file that the report as JSON goes to. */
  readonly report: string | null;
  /** Built-in names and files; empty: the default set. */
  readonly descriptions: readonly string[];
  /** A JSON file with what `settings['plex-api']` has in a configuration. */
  readonly settings: string | null;
  /** Threads that read the files at most; null: as many as are worth it. */
  readonly workers: number | null;
}

export type CodemodCommand =
  | { readonly kind: 'run'; readonly arguments: CodemodArguments }
  | { readonly kind: 'help'; readonly of: readonly Codemod[] }
  | { readonly kind: 'mistake'; readonly message: string };

const OPTIONS = {
  write: { type: 'boolean', short: 'w' },
  check: { type: 'boolean' },
  force: { type: 'boolean' },
  interactive: { type: 'boolean', short: 'i' },
  install: { type: 'boolean' },
  'use-config': { type: 'boolean' },
  report: { type: 'string', short: 'r' },
  description: { type: 'string', short: 'd', multiple: true },
  settings: { type: 'string', short: 's' },
  workers: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What a value of the option is, for the message that asks for it. */
const VALUES: Readonly<Record<string, string>> = {
  report: 'a file name',
  description: 'the name of a built-in description, or an OpenAPI file',
  settings: 'a JSON file',
  workers: 'a number; 0 reads all files in one thread',
};

/** Reads the command line behind `codemod`. Never throws: a mistake is a command of its own. */
export function readCodemodArguments(args: readonly string[], known: readonly Codemod[] = codemods): CodemodCommand {
  const own = known.flatMap(({ options }) => Object.entries(options).map(([name, { type }]) => [name, { type: type === 'boolean' ? 'boolean' : 'string' }] as const));
  const { values, positionals, tokens } = parseArgs({ args: [...args], options: { ...Object.fromEntries(own), ...OPTIONS }, allowPositionals: true, strict: false, tokens: true });
  const { chosen, paths } = splitNames(positionals, known);
  if (values.help === true) return { kind: 'help', of: chosen };
  if (chosen.length === 0) return mistake(describeMissing(positionals[0], known));
  for (const token of tokens) {
    const message = token.kind === 'option' ? findMistake(token, chosen, known) : null;
    if (message !== null) return mistake(message);
  }
  const is = (name: string): boolean => values[name] === true;
  if (is('check') && (is('write') || is('interactive'))) return mistake('--check only looks, and excludes --write and --interactive.');
  if (is('install') && !is('write') && !is('interactive')) return mistake('--install installs what --write has added to package.json: give that too.');
  const workers = values.workers === undefined ? null : Number(values.workers);
  if (workers !== null && !(Number.isSafeInteger(workers) && workers >= 0)) return mistake(`--workers needs ${VALUES.workers ?? ''}, not "${String(values.workers)}".`);

  let read: readonly ChosenCodemod[];
  try {
    read = chosen.map((codemod) => ({ codemod, options: readOptions(codemod, values) }));
  } catch (error) {
    return mistake(error instanceof Error ? error.message : String(error));
  }
  return {
    kind: 'run',
    arguments: {
      chosen: read,
      paths,
      write: is('write') || is('interactive'),
      check: is('check'),
      force: is('force'),
      interactive: is('interactive'),
      install: is('install'),
      useConfig: is('use-config'),
      report: textOf(values.report),
      descriptions: (Array.isArray(values.description) ? values.description : []).filter((value) => typeof value === 'string'),
      settings: textOf(values.settings),
      workers,
    },
  };
}

/** The names come first; what follows them are paths, even if a codemod has the same name. */
function splitNames(positionals: readonly string[], known: readonly Codemod[]): { readonly chosen: readonly Codemod[]; readonly paths: readonly string[] } {
  const found = positionals.map((word) => known.find(({ name }) => name === word));
  const end = found.indexOf(undefined);
  const names = end < 0 ? found : found.slice(0, end);
  return { chosen: [...new Set(names)].filter((codemod) => codemod !== undefined), paths: end < 0 ? [] : positionals.slice(end) };
}

function describeMissing(word: string | undefined, known: readonly Codemod[]): string {
  const names = known.map(({ name }) => name);
  const all = `The codemods are: ${names.join(', ')}.`;
  if (word === undefined) return `Name a codemod. ${all}`;
  const near = nearestName(word, names);
  return `There is no codemod "${word}". ${near === null ? all : `Did you mean "${near}"?`}`;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function findMistake({ name, rawName, value }: OptionToken, chosen: readonly Codemod[], known: readonly Codemod[]): string | null {
  const own = chosen.find(({ options }) => Object.hasOwn(options, name))?.options[name];
  if (own === undefined && !isOption(name)) return describeUnknown({ name, rawName }, chosen, known);

  if (own?.type === 'boolean' && value !== undefined) return value === 'true' || value === 'false' ? null : `${rawName} takes no value but true and false.`;
  if (own === undefined && isOption(name) && OPTIONS[name].type === 'boolean') return value === undefined ? null : `${rawName} takes no value.`;
  if (own?.type === 'boolean') return null;
  return value === undefined || value === '' || value.startsWith('--') ? `${rawName} needs a value: ${own?.value ?? VALUES[name] ?? 'a text'}.` : null;
}

function describeUnknown({ name, rawName }: OptionToken, chosen: readonly Codemod[], known: readonly Codemod[]): string {
  const owners = known.filter(({ options }) => Object.hasOwn(options, name)).map((codemod) => codemod.name);
  const names = chosen.map((codemod) => codemod.name);
  if (owners.length > 0) return `${rawName} is an option of ${owners.join(' and ')}, not of ${names.join(' and ')}.`;
  const near = nearestName(name, [...Object.keys(OPTIONS), ...chosen.flatMap(({ options }) => Object.keys(options))]);
  return `There is no option ${rawName}. ${near === null ? `See plex-lint codemod ${names.join(' ')} --help.` : `Did you mean --${near}?`}`;
}

function isOption(name: string): name is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, name);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function mistake(message: string): CodemodCommand {
  return { kind: 'mistake', message };
}
