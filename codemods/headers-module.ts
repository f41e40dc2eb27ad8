import { prependProperties } from '../rules/add-property.ts';
import { printAppHeader, printAppHeaders } from './app-headers.ts';
import { exportedNames } from './exported-names.ts';
import { restyle } from './restyle.ts';
import { shareExports } from './share-exports.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { EditedFile } from '../rules/editable.ts';
import type { AppHeader, AppValues } from './app-headers.ts';
import type { CodemodProject, ImportNeed } from './codemod.ts';
import type { Sharing } from './share-exports.ts';
import type { SharedModule } from './shared-module.ts';

/** The object of headers that a shared module exports, or is to export. */
export interface HeadersObject {
  readonly name: string;
  /** The headers that it has already; others may be there that cannot be told when `open`. */
  readonly names: readonly string[];
  readonly open: boolean;
  readonly literal: TSESTree.ObjectExpression | null;
}

/** The exported object that has one of the headers, or the name; one with nothing in it where there is none yet. */
export function findHeadersObject({ existing }: SharedModule, name: string, wanted: readonly string[]): HeadersObject {
  const objects = existing === null ? [] : exportedObjects(existing);
  const lower = wanted.map((one) => one.toLowerCase());
  return objects.find(({ names }) => names.some((one) => lower.includes(one.toLowerCase()))) ?? objects.find((object) => object.name === name) ?? { name, names: [], open: false, literal: null };
}

/** Makes a shared module export an object with these headers. null where its file may not be changed. */
export function shareHeaders(project: CodemodProject, module: SharedModule, object: HeadersObject, headers: readonly AppHeader[], values: AppValues): Sharing | null {
  const printed = headers.filter(({ name }) => !object.names.some((known) => known.toLowerCase() === name.toLowerCase())).map((header) => printAppHeader(header, values, module));
  if (printed.length === 0) return { edits: [], files: [], imports: [] };
  const { existing, style, file } = module;
  if (object.literal === null || existing === null) return shareExports(project, module, [printAppHeaders(object.name, printed)]);

  const [start, end] = object.literal.range;
  const added = prependProperties(project, { file, start, end }, printed.map(({ property }) => restyle(property, style)));
  if (added === null) return null;
  const helpers = printed.flatMap((header) => header.helpers);
  const at = existing.text.replace(/\s+$/, '').length;
  const behind = { place: { file, start: at, end: existing.text.length }, text: restyle(`${helpers.map((helper) => `\n\n${helper}`).join('')}\n`, style) };
  return {
    edits: helpers.length === 0 ? [added] : [added, behind],
    files: [],
    imports: printed.flatMap(({ uses }) => uses.map((use): ImportNeed => ({ file, name: use.name, local: use.local, from: { package: use.package } }))),
  };
}

function exportedObjects({ program }: EditedFile): readonly HeadersObject[] {
  const exported = exportedNames(program);
  return program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ id, init }): readonly HeadersObject[] => {
      const literal = init === null ? null : literalIn(init);
      if (id.type !== 'Identifier' || literal === null || !exported.has(id.name)) return [];
      const names = literal.properties.flatMap((property) => (property.type === 'Property' && !property.computed ? [nameOf(property.key)] : []));
      return [{ name: id.name, names, open: names.length < literal.properties.length, literal }];
    });
  });
}

function literalIn(node: TSESTree.Expression): TSESTree.ObjectExpression | null {
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') return literalIn(node.expression);
  return node.type === 'ObjectExpression' ? node : null;
}

function nameOf(key: TSESTree.Node): string {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : '';
}
