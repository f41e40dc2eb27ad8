import { parseFile } from '../modules/parse-file.ts';
import { nearest } from './module-kind.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Change, CodemodProject } from './codemod.ts';

/** A package that changes need. */
export interface AddedPackage {
  readonly name: string;
  readonly range: string;
  /** The package.json that names it now; null: there is none that can be read. */
  readonly file: string | null;
}

export interface AddedPackages {
  /** The new text of each package.json that did not name what is needed. */
  readonly texts: ReadonlyMap<string, string>;
  readonly added: readonly AddedPackage[];
}

/** Names the packages that changes need in the package.json nearest to the files that import them, once each. */
export function addPackages(project: CodemodProject, changes: readonly Change[]): AddedPackages {
  const texts = new Map<string, string>();
  const added: AddedPackage[] = [];
  for (const change of changes) {
    for (const [name, range] of Object.entries(change.packages)) {
      for (const file of filesThatNeed(name, change)) {
        const found = nearest(project, file, 'package.json');
        const text = found === null ? null : texts.get(found.file) ?? found.text.replace(/^\uFEFF/, '');
        const next = found === null || text === null ? null : addDependency(found.file, text, name, range);
        const known = found === null || next === null ? null : found.file;
        if (next === text && next !== null) continue;
        if (known !== null && next !== null) texts.set(known, next);
        if (!added.some((other) => other.name === name && other.file === known)) added.push({ name, range, file: known });
      }
    }
  }
  return { texts, added };
}

/** The files that import the package; where the change imports nothing, those that it edits or adds. */
function filesThatNeed(name: string, { edits, imports, files, place }: Change): readonly string[] {
  const importing = imports.filter(({ from }) => 'package' in from && (from.package === name || from.package.startsWith(`${name}/`)));
  const all = importing.length > 0 ? importing.map(({ file }) => file) : [...edits.map((edit) => edit.place.file), ...files.map(({ file }) => file)];
  return [...new Set(all.length > 0 ? all : [place.file])];
}

const FIELDS: readonly string[] = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/**
 * The text of a package.json with a dependency more, in its place by the alphabet and indented as the others are. The text
 * as it is where any field names the package; null where it is no object of JSON.
 */
export function addDependency(file: string, text: string, name: string, range: string): string | null {
  const root = readObject(file, text);
  if (root === null) return null;
  const fields = FIELDS.flatMap((field) => findProperty(root, field) ?? []);
  if (fields.some(({ value }) => value.type === 'ObjectExpression' && findProperty(value, name) !== null)) return text;

  const entry = `${JSON.stringify(name)}: ${JSON.stringify(range)}`;
  const own = findProperty(root, 'dependencies');
  if (own === null) return addField(text, root, entry);
  return own.value.type === 'ObjectExpression' ? addEntry(text, own.value, name, entry, spaceBefore(text, own)) : null;
}

function addEntry(text: string, object: TSESTree.ObjectExpression, name: string, entry: string, space: string): string {
  const [start, end] = object.range;
  const last = object.properties.at(-1);
  if (last === undefined) return `${text.slice(0, start)}{${deeper(space)}${entry}${space}}${text.slice(end)}`;
  const next = object.properties.find((property) => (keyOf(property) ?? '').localeCompare(name, 'en') > 0);
  if (next !== undefined) return `${text.slice(0, next.range[0])}${entry},${spaceBefore(text, next) || ' '}${text.slice(next.range[0])}`;
  return `${text.slice(0, last.range[1])},${spaceBefore(text, last)}${entry}${text.slice(last.range[1])}`;
}

/** Before the development dependencies, where npm has it; else at the end. */
function addField(text: string, root: TSESTree.ObjectExpression, entry: string): string {
  const next = findProperty(root, 'devDependencies');
  const neighbour = next ?? root.properties.at(-1);
  const space = neighbour === undefined ? '\n  ' : spaceBefore(text, neighbour);
  const field = `"dependencies": {${deeper(space)}${entry}${space}}`;
  if (neighbour === undefined) return `${text.slice(0, root.range[0])}{${space}${field}\n}${text.slice(root.range[1])}`;
  const [start, end] = neighbour.range;
  return next === null ? `${text.slice(0, end)},${space}${field}${text.slice(end)}` : `${text.slice(0, start)}${field},${space || ' '}${text.slice(start)}`;
}

/** The white space in front of a property: a line end and its indentation, or what there is on one line. */
function spaceBefore(text: string, { range }: TSESTree.ObjectLiteralElement): string {
  return /\s*$/.exec(text.slice(0, range[0]))?.[0] ?? '';
}

/** One level more than properties of the outermost object have. */
function deeper(space: string): string {
  const [, lineEnd, indent = ''] = /^(\r?\n)(.*)$/s.exec(space) ?? [];
  return lineEnd === undefined ? space : `${lineEnd}${indent}${indent}`;
}

function readObject(file: string, text: string): TSESTree.ObjectExpression | null {
  const parsed = parseFile(file, text);
  const statement = 'module' in parsed ? parsed.module.program.body[0] : undefined;
  return statement?.type === 'ExportDefaultDeclaration' && statement.declaration.type === 'ObjectExpression' ? statement.declaration : null;
}

function findProperty({ properties }: TSESTree.ObjectExpression, name: string): TSESTree.Property | null {
  const found = properties.find((property) => keyOf(property) === name);
  return found?.type === 'Property' ? found : null;
}

function keyOf(property: TSESTree.ObjectLiteralElement): string | null {
  return property.type === 'Property' && property.key.type === 'Literal' && typeof property.key.value === 'string' ? property.key.value : null;
}
