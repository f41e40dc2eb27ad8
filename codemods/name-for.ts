import { moduleKind } from './module-kind.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { CodemodProject, ImportNeed } from './codemod.ts';
import type { EditedFile } from '../rules/editable.ts';

/** A name for edits to use, and the import that it needs; null where the file has it already. */
export interface UsableName {
  readonly local: string;
  readonly need: ImportNeed | null;
}

/**
 * The name under which a file can use what another module exports: the one that it imports it as, or `wanted`, with a
 * number behind it where the file has that word for something else.
 */
export function nameFor(project: CodemodProject, file: EditedFile, { name, from }: Pick<ImportNeed, 'name' | 'from'>, wanted: string = name): UsableName {
  const known = findImported(project, file, name, from);
  if (known !== null) return { local: known, need: null };
  let local = wanted;
  for (let i = 2; hasWord(file.text, local); i++) local = `${wanted}${String(i)}`;
  return { local, need: { file: file.file, name, local, from } };
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w$])${word.replaceAll('$', '\\$')}(?![\\w$])`).test(text);
}

/** What the file calls an export of a module that it imports as a value; null when it does not. */
function findImported(project: CodemodProject, { file, program, text }: EditedFile, name: string, from: ImportNeed['from']): string | null {
  const isMeant = (source: unknown): boolean => typeof source === 'string' && ('package' in from ? source === from.package : project.resolve(source, file) === from.file);
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration' && statement.importKind !== 'type' && isMeant(statement.source.value)) {
      const specifier = statement.specifiers.find((one) => importedName(one) === name);
      if (specifier !== undefined) return specifier.local.name;
    }
    if (statement.type !== 'VariableDeclaration' || moduleKind(project, { file, program, text }) === 'import') continue;
    for (const { id, init } of statement.declarations) {
      const required = readRequire(init);
      if (required === null || !isMeant(required.source)) continue;
      if (id.type === 'Identifier' && name === 'default' && required.member !== null) return id.name;
      if (id.type === 'ObjectPattern' && required.member === null) {
        const property = id.properties.find((one) => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === name);
        if (property?.type === 'Property' && property.value.type === 'Identifier') return property.value.name;
      }
    }
  }
  return null;
}

function importedName(specifier: TSESTree.ImportClause): string | null {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier' || specifier.importKind === 'type') return null;
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

/** `require('x')`, and `require('x').default` with `member`. */
function readRequire(init: TSESTree.Expression | null): { readonly source: unknown; readonly member: string | null } | null {
  if (init?.type === 'MemberExpression' && init.property.type === 'Identifier') {
    const inner = readRequire(init.object);
    return inner === null ? null : { ...inner, member: init.property.name };
  }
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require') return null;
  const [source] = init.arguments;
  return { source: source?.type === 'Literal' ? source.value : null, member: null };
}
