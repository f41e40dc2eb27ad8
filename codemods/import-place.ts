import type { TSESTree } from '@typescript-eslint/types';

/** Where a new import goes. */
export interface ImportPlace {
  readonly at: number;
  /** The white space that imports there begin with. */
  readonly indent: string;
  /** In front of what stands there, else behind it. */
  readonly isBefore: boolean;
}

/** The imports or requires at the top of a module that stand together, with what they load for its effect alone. */
export function importBlock(body: readonly TSESTree.ProgramStatement[], text: string): readonly TSESTree.ProgramStatement[] {
  const start = body.findIndex(isImporting);
  const behind = body.findIndex((statement, i) => i > start && !isImporting(statement) && !isBareRequire(statement, text));
  return start < 0 ? [] : body.slice(start, behind < 0 ? undefined : behind);
}

/**
 * Where an import of `specifier` goes among others, of which there is one at least: in its place where those of its kind
 * stand in alphabetical order; that of a package behind the other packages where they come first; else behind all.
 */
export function importPlace(block: readonly TSESTree.ProgramStatement[], specifier: string, text: string): ImportPlace {
  // what sets something up, as `import 'dotenv/config'` does, may be meant for all that follows
  const ready = block.findLastIndex((statement) => isBare(statement) && !/\.(?:css|scss|sass|less|styl)$/.test(specifierOf(statement) ?? ''));
  const known = block.slice(ready + 1).map((statement) => ({ statement, name: specifierOf(statement) }));
  const same = known.filter(({ statement, name }) => name !== null && kindOf(name) === kindOf(specifier) && !isBare(statement));
  const [first] = same;
  if (first !== undefined && isSorted(same.map(({ name }) => name ?? ''))) {
    const before = same.findLast(({ name }) => compare(name ?? '', specifier) <= 0);
    if (before !== undefined) return behind(before.statement, text);
    if (isFree(first.statement, known, text)) return { at: first.statement.range[0], indent: indentBefore(text, first.statement.range[0]), isBefore: true };
  }
  const isPackage = kindOf(specifier) === 'package';
  const others = isPackage ? known.findIndex(({ name }) => name?.startsWith('.')) : -1;
  const packages = others > 0 && known.slice(others).every(({ name }) => name === null || kindOf(name) !== 'package') ? known.slice(0, others) : known;
  return behind(packages.at(-1)?.statement ?? block.at(-1), text);
}

function behind(statement: TSESTree.ProgramStatement | undefined, text: string): ImportPlace {
  const [start, end] = statement?.range ?? [0, 0];
  const comment = /^[^\S\r\n]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*\*\/[^\S\r\n]*(?=\r?\n|$))/.exec(text.slice(end))?.[0].length ?? 0;
  return { at: end + comment, indent: indentBefore(text, start), isBefore: false };
}

/** Whether nothing but white space stands between an import and the one before it: a comment there would be taken away from it. */
function isFree(statement: TSESTree.ProgramStatement, known: readonly { readonly statement: TSESTree.ProgramStatement }[], text: string): boolean {
  const before = known[known.findIndex((one) => one.statement === statement) - 1]?.statement.range[1];
  return before !== undefined && text.slice(before, statement.range[0]).trim() === '';
}

/** What sorts imports keeps these apart: packages, the platform's modules, aliases, and files by how far up they are. */
function kindOf(specifier: string): string {
  const up = /^(?:\.\.?\/)+|^\.\.?$/.exec(specifier)?.[0];
  if (up !== undefined) return up;
  if (specifier.startsWith('node:')) return 'node';
  return /^(?:[@~]\/|#|\/)/.test(specifier) ? 'alias' : 'package';
}

/** One alone shows no order. */
function isSorted(names: readonly string[]): boolean {
  return names.length > 1 && names.every((name, i) => i === 0 || compare(names[i - 1] ?? '', name) <= 0);
}

function compare(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}

function specifierOf(statement: TSESTree.ProgramStatement): string | null {
  if (statement.type === 'ImportDeclaration') return statement.source.value;
  const init = statement.type === 'VariableDeclaration' ? statement.declarations[0].init : undefined;
  const call = init?.type === 'MemberExpression' ? init.object : init;
  const argument = call?.type === 'CallExpression' ? call.arguments[0] : undefined;
  return argument?.type === 'Literal' && typeof argument.value === 'string' ? argument.value : null;
}

/** `import './style.css'` and `require('dotenv').config()` stand where they have to run. */
function isBare(statement: TSESTree.ProgramStatement): boolean {
  return statement.type === 'ExpressionStatement' || (statement.type === 'ImportDeclaration' && statement.specifiers.length === 0);
}

/** `require('dotenv').config();` among others. */
function isBareRequire({ type, range }: TSESTree.ProgramStatement, text: string): boolean {
  return type === 'ExpressionStatement' && text.startsWith('require(', range[0]);
}

function isImporting(statement: TSESTree.ProgramStatement): boolean {
  if (statement.type === 'ImportDeclaration' || statement.type === 'TSImportEqualsDeclaration') return true;
  return statement.type === 'VariableDeclaration' && statement.declarations.every(({ init }) => isRequire(init));
}

function isRequire(init: TSESTree.Expression | null): boolean {
  if (init?.type === 'MemberExpression') return isRequire(init.object);
  return init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require';
}

/** The white space that the line of an offset begins with, where there is nothing else before it. */
export function indentBefore(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[\t ]*$/.test(line) ? line : '';
}
