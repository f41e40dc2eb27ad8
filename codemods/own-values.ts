import { nodePath } from '../rules/node-path.ts';
import { literalText } from '../rules/sent-entry.ts';
import { exportedNames } from './exported-names.ts';
import { findHeaderMentions } from './header-mentions.ts';
import { portableValues } from './portable-value.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Entry, Place } from '../requests/request-site.ts';
import type { EditedFile } from '../rules/editable.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { CodemodProject } from './codemod.ts';
import type { HeaderMention } from './header-mentions.ts';
import type { PortableValue } from './portable-value.ts';

/** The value that a program sends already under a name. */
export type OwnValue =
  | { readonly kind: 'literal'; readonly text: string }
  /** A constant at the top of a module: `HEADERS['X-App']` is the name `HEADERS` with the rest `['X-App']`. */
  | { readonly kind: 'constant'; readonly file: string; readonly name: string; readonly rest: string; readonly isExported: boolean; readonly siblings: readonly string[] | null }
  /** Something else, sent here. */
  | { readonly kind: 'other'; readonly place: Place };

/** A place that sends a value, and the value as far as code elsewhere could write it. */
export interface OwnUse {
  /** null where it is not known which request sends it. */
  readonly request: AttributedRequest | null;
  readonly place: Place;
  /** Whether it is sent as a header, not in the query. */
  readonly isHeader: boolean;
  /** null: neither a text nor a constant. */
  readonly value: OwnValue | null;
  /** The ways to write the expression that gives the value. */
  readonly ways: readonly PortableValue[];
}

/** Where requests, or code that cannot be followed to one, send something under this name; what is made anew each time is left out. */
export function findOwnUses(project: CodemodProject, requests: readonly AttributedRequest[], header: string): readonly OwnUse[] {
  const known = requests.flatMap(({ site }) => [...site.headers.entries, ...site.query.entries].flatMap(({ entryPlace, place }) => entryPlace ?? place ?? []));
  return [...findSentUses(project, requests, header), ...findHeaderMentions(project, header, known).map((mention) => readMention(project, mention))];
}

function readMention(project: CodemodProject, { file, path, property }: HeaderMention): OwnUse {
  const node = path.at(-1);
  const [start, end] = node?.range ?? [0, 0];
  const constant = property === null ? null : constantAround(file, property);
  const text = node?.type === 'Literal' && typeof node.value === 'string' && property !== null ? node.value : '';
  const value = constant ?? (node === undefined || property === null ? null : constantIn(project, file, node)) ?? (text === '' ? null : { kind: 'literal' as const, text });
  return { request: null, place: { file: file.file, start, end }, isHeader: false, value, ways: portableValues(project, file, path).filter(({ parts }) => parts.some((part) => typeof part !== 'string')) };
}

function findSentUses(project: CodemodProject, requests: readonly AttributedRequest[], header: string): readonly OwnUse[] {
  return requests.flatMap((request) => {
    const { site } = request;
    return [...site.headers.entries, ...site.query.entries].flatMap((entry, i): readonly OwnUse[] => {
      if (entry.name.toLowerCase() !== header.toLowerCase() || isMadeAnew(entry)) return [];
      const place = entry.entryPlace ?? entry.place ?? site.instance ?? site.call;
      return [{ request, place, isHeader: i < site.headers.entries.length, value: readOwnValue(project, entry), ways: entry.presence === 'always' ? waysOf(project, entry) : [] }];
    });
  });
}

/** The one value that all of these send: `other` where several are sent, or it is neither a text nor a constant. null: nothing is sent. */
export function ownValueOf(uses: readonly OwnUse[]): OwnValue | null {
  const found = new Map(uses.map(({ value, place }): [string, OwnValue] => {
    const own = value ?? { kind: 'other', place };
    return [JSON.stringify(own), own];
  }));
  const [first, ...others] = found.values();
  const [use] = uses;
  if (first === undefined || others.length === 0) return first ?? null;
  const literals = new Set([first, ...others].map((value) => (value.kind === 'literal' ? value.text : null)));
  if (literals.size === 1 && first.kind === 'literal') return first;
  return use === undefined ? null : { kind: 'other', place: use.place };
}

/** The expression that is written for an entry; where it is only handed on there, what it comes from. */
function waysOf(project: CodemodProject, { entryPlace, values }: Entry): readonly PortableValue[] {
  if (values === null || values.some((text) => text.some((part) => part.kind === 'hole' && part.fresh === true))) return [];
  const written = entryPlace === null ? [] : waysAt(project, entryPlace);
  const [only, ...others] = values;
  const [hole, ...more] = only ?? [];
  const place = others.length === 0 && more.length === 0 && hole?.kind === 'hole' ? hole.place : null;
  // behind a function that hands it on there is what it makes sure of
  return [...written, ...(place === null ? [] : waysAt(project, place).filter(({ acts, mayBeMissing }) => !acts && !mayBeMissing))];
}

function waysAt(project: CodemodProject, place: Place): readonly PortableValue[] {
  const file = project.fileOf(place.file);
  const path = file === null ? [] : nodePath(file.program, place);
  const node = path.at(-1);
  if (file === null || node === undefined) return [];
  const value = node.type === 'Property' ? node.value : node.type === 'AssignmentExpression' ? node.right : null;
  if (value === null && node.type === 'CallExpression' && node.arguments.length === 2 && node.arguments[0]?.type === 'Literal') return portableValues(project, file, [...path, node.arguments[1] ?? node]);
  return portableValues(project, file, value === null ? path : [...path, value]);
}

/** Whether it is made in the entry itself: what is made elsewhere may be kept there. */
function isMadeAnew({ entryPlace, values }: Entry): boolean {
  return entryPlace !== null && values !== null && values.length > 0 && values.every((text) => text.some((part) =>
    part.kind === 'hole' && part.fresh === true && part.place !== null && part.place.file === entryPlace.file && entryPlace.start <= part.place.start && part.place.end <= entryPlace.end));
}

function readOwnValue(project: CodemodProject, { entryPlace, values }: Entry): OwnValue | null {
  const file = entryPlace === null ? null : project.fileOf(entryPlace.file);
  const path = file === null || entryPlace === null ? [] : nodePath(file.program, entryPlace);
  const property = path.at(-1);
  if (file !== null && property?.type === 'Property') {
    const constant = constantAround(file, path) ?? constantIn(project, file, property.value);
    if (constant !== null) return constant;
  }
  const texts = new Set((values ?? [[]]).map(literalText));
  const [only] = texts;
  return texts.size === 1 && typeof only === 'string' && only !== '' ? { kind: 'literal', text: only } : null;
}

/** `const HEADERS = { 'X-App': … }` at the top of a module, whose property this is. */
function constantAround(file: EditedFile, path: readonly TSESTree.Node[]): OwnValue | null {
  const nodes = path.filter(({ type }) => !/^TS\w+Expression$/.test(type) && type !== 'ExportNamedDeclaration');
  const [, declaration, declarator, object, property, ...deeper] = nodes;
  if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const' || declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return null;
  if (object?.type !== 'ObjectExpression' || property?.type !== 'Property' || deeper.length > 0) return null;
  const names = object.properties.map((one) => (one.type === 'Property' && !one.computed ? keyOf(one.key) : null));
  const key = keyOf(property.key);
  if (key === null) return null;
  return {
    kind: 'constant', file: file.file, name: declarator.id.name, rest: /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `['${key}']`,
    isExported: isExported(file, declarator.id.name), siblings: names.every((name) => name !== null) ? names : null,
  };
}

/** `CLIENT_ID`, `config.clientId`: a constant at the top of the module, or one that it imports, and what is read of it. */
function constantIn(project: CodemodProject, file: EditedFile, value: TSESTree.Node): OwnValue | null {
  if (value.type === 'MemberExpression') {
    const object = value.computed || value.optional || value.property.type !== 'Identifier' ? null : constantIn(project, file, value.object);
    return object?.kind === 'constant' && value.property.type === 'Identifier' ? { ...object, rest: `${object.rest}.${value.property.name}` } : null;
  }
  if (value.type !== 'Identifier') return null;
  for (const statement of file.program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type === 'VariableDeclaration' && declaration.kind === 'const' && declaration.declarations.some(({ id }) => id.type === 'Identifier' && id.name === value.name)) {
      return { kind: 'constant', file: file.file, name: value.name, rest: '', isExported: isExported(file, value.name), siblings: null };
    }
    const imported = statement.type === 'ImportDeclaration' ? statement.specifiers.find(({ local }) => local.name === value.name) : undefined;
    if (statement.type !== 'ImportDeclaration' || imported?.type !== 'ImportSpecifier' || imported.imported.type !== 'Identifier') continue;
    const from = project.resolve(statement.source.value, file.file);
    return from === null ? null : { kind: 'constant', file: from, name: imported.imported.name, rest: '', isExported: true, siblings: null };
  }
  return null;
}

function isExported({ program }: EditedFile, name: string): boolean {
  return exportedNames(program).has(name);
}

function keyOf(key: TSESTree.Node): string | null {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : null;
}
