import { createRequire } from 'node:module';
import type * as Oxc from 'oxc-parser';
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceModule } from '../requests/source-module.ts';
import { extractScript, isComponentFile } from './extract-script.ts';
import { isNestedTooDeeply } from './is-nested-too-deeply.ts';
import { parseJson } from './parse-json.ts';
import { unsetOptionalKeys } from './unset-optional-keys.ts';

/** Why a file could not be parsed. Line and column are 1-based, in UTF-16 code units. */
export interface ParseError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** A comment with its text between the marks, and its range with them. */
export interface Comment {
  readonly type: 'Line' | 'Block';
  readonly value: string;
  readonly range: readonly [number, number];
}

export type ParsedFile = { readonly module: SourceModule } | { readonly error: ParseError };

type Language = 'jsx' | 'ts' | 'tsx' | 'dts';

/** The native parser takes longer to load than the rest of this folder: only who parses pays for it. */
const require = createRequire(import.meta.url);
let parser: typeof Oxc | null = null;
/** What the parser is made of: its trees are texts of JSON, and are not read unless somebody does. */
let binding: ParserBinding | null = null;

interface ParserBinding {
  readonly parseSync: (file: string, text: string, options: Oxc.ParserOptions) => { readonly errors: readonly unknown[]; readonly program: string };
}

/** Files above this many characters are bundles or data, and cost more than they could tell. */
const LARGEST = 5_000_000;
/** A table of paths is shorter: longer JSON is messages or other data. */
const LARGEST_JSON = 50_000;

/**
 * Parses the text of a JavaScript, TypeScript, JSON, Vue, Svelte or Astro file, by its file name. The tree is that of
 * typescript-estree, without `loc`, `parent`, tokens and comments; a byte order mark is no part of the text. Never throws.
 */
export function parseFile(file: string, source: string): ParsedFile {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  if (text.length > LARGEST) return failure(text, 0, `The file has more than ${String(LARGEST)} characters.`);
  if (isNestedTooDeeply(text)) return failure(text, 0, 'The file nests too deeply to be parsed.');

  if (file.endsWith('.json')) {
    if (text.length > LARGEST_JSON) return failure(text, 0, `The file has more than ${String(LARGEST_JSON)} characters of JSON.`);
    const program = parseJson(text, parseProgram);
    return program === null ? failure(text, 0, 'The file is not valid JSON.') : { module: { file, text, program } };
  }
  const script = isComponentFile(file) ? extractScript(file, text) : text;
  const parsed = parseProgram(script, languageOf(file), sourceTypeOf(file));
  return 'program' in parsed
    ? { module: { file, text: script, program: parsed.program } }
    : failure(text, parsed.offset, parsed.message);
}

/** Why a file does not parse, as `parseFile` says it; null when it does. Makes no tree: a tenth of the time. */
export function findSyntaxError(file: string, source: string): ParseError | null {
  const isParsable = isPlainScript(file) && source.length <= LARGEST && !isNestedTooDeeply(source);
  if (isParsable && isFaultless(source, languageOf(file), sourceTypeOf(file))) return null;

  const parsed = parseFile(file, source);
  return 'error' in parsed ? parsed.error : null;
}

/** Whether a text parses at first go. */
function isFaultless(text: string, lang: Language, sourceType: SourceType): boolean {
  binding ??= require('oxc-parser/src-js/bindings.js') as ParserBinding;
  const result = binding.parseSync('', text, { lang, sourceType, preserveParens: false });
  // The tree is in memory that the garbage collector does not see, about a hundred times the text, until somebody takes it:
  // over thousands of files, gigabytes. Here it is taken as a text, and dropped.
  return result.errors.length === 0 && result.program !== '';
}

/** The comments of a file that parses, in source order; makes no tree. */
export function readComments(file: string, source: string): readonly Comment[] {
  if (file.endsWith('.json')) return [];
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const script = isComponentFile(file) ? extractScript(file, text) : text;
  const { comments } = runParser(script, languageOf(file), sourceTypeOf(file));
  return comments.map(({ type, value, start, end }) => ({ type, value, range: [start, end] }));
}

export type ParseProgram = typeof parseProgram;

type ParsedProgram = { readonly program: TSESTree.Program } | { readonly offset: number; readonly message: string };

function parseProgram(text: string, lang: Language, sourceType: SourceType): ParsedProgram {
  const result = runParser(text, lang, sourceType);
  const error = result.errors[0];
  // The parser recovers from errors of meaning (a modifier seen twice) and leaves an empty body after any other.
  const program = result.program as unknown as TSESTree.Program;
  if (error === undefined || program.body.length > 0) {
    unsetOptionalKeys(program);
    // the program begins with the text, not with its first statement
    program.range = [0, program.range[1]];
    // The parser's `commonjs` is a script that may return; typescript-estree has no third kind.
    if (program.sourceType !== 'module') program.sourceType = 'script';
    return { program };
  }
  return { offset: error.labels[0]?.start ?? 0, message: error.message };
}

/** The tree of the result is made when it is asked for. */
function runParser(text: string, lang: Language, sourceType: SourceType): Oxc.ParseResult {
  parser ??= require('oxc-parser') as typeof Oxc;
  const options = { astType: 'ts', range: true, preserveParens: false, lang } as const;
  let result = parser.parseSync('', text, { ...options, sourceType });
  // Scripts may return at the top, or use what modules forbid; modules may await at the top. One of both will do.
  if (result.errors.length > 0) {
    const other = parser.parseSync('', text, { ...options, sourceType: sourceType === 'module' ? 'commonjs' : 'module' });
    if (other.errors.length === 0) result = other;
  }
  return result;
}

type SourceType = 'module' | 'commonjs';

function sourceTypeOf(file: string): SourceType {
  return file.endsWith('.cjs') ? 'commonjs' : 'module';
}

function isPlainScript(file: string): boolean {
  return !file.endsWith('.json') && !isComponentFile(file);
}

function languageOf(file: string): Language {
  if (/\.d\.[cm]?ts$/.test(file)) return 'dts';
  if (/\.[cm]?ts$/.test(file)) return 'ts';
  if (/\.[cm]?jsx?$/.test(file)) return 'jsx';
  return /\.(?:tsx|astro)$/.test(file) ? 'tsx' : 'ts';
}

function failure(text: string, offset: number, message: string): ParsedFile {
  const before = text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  return { error: { message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } };
}
