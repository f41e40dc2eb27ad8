import { importBlock, importPlace, indentBefore } from './import-place.ts';
import { importSpecifier } from './import-specifier.ts';
import { moduleKind } from './module-kind.ts';
import { readStyle } from './read-style.ts';
import type { CodemodProject, ImportNeed } from './codemod.ts';
import type { Edit, EditedFile } from '../rules/editable.ts';
import type { Style } from './read-style.ts';

interface NewLine {
  readonly specifier: string;
  readonly line: string;
}

/**
 * The edits that give a file the names that it needs: into an import of the same module where there is one, else as new
 * lines among the imports, written as the file writes them. One need for each name is enough.
 */
export function importEdits(project: CodemodProject, file: EditedFile, needs: readonly ImportNeed[]): readonly Edit[] {
  const style = readStyle(file);
  const kind = moduleKind(project, file);
  const edits: Edit[] = [];
  const lines: NewLine[] = [];
  for (const [specifier, group] of groupBySource(project, file, needs)) {
    const rest = kind === 'import' ? group.filter((need) => {
      const edit = extendImport(project, file, need, specifier);
      if (edit !== null) edits.push(edit);
      return edit === null;
    }) : group;
    if (rest.length > 0) lines.push(...(kind === 'import' ? printImports(specifier, rest, style) : printRequires(specifier, rest, style)).map((line) => ({ specifier, line })));
  }
  return [...edits, ...insertLines(file, lines, style)];
}

function groupBySource(project: CodemodProject, file: EditedFile, needs: readonly ImportNeed[]): Map<string, ImportNeed[]> {
  const groups = new Map<string, ImportNeed[]>();
  const sorted = [...needs].sort((a, b) => (a.local < b.local ? -1 : a.local > b.local ? 1 : 0));
  for (const need of sorted) {
    const specifier = 'package' in need.from ? need.from.package : importSpecifier(project, file, need.from.file);
    const group = groups.get(specifier) ?? [];
    groups.set(specifier, group);
    if (!group.some(({ name, local }) => name === need.name && local === need.local)) group.push(need);
  }
  return groups;
}

/** Behind the last name of `import { a, b } from`; null where no such import of the module is there. */
function extendImport(project: CodemodProject, { file, program }: EditedFile, { name, local, from }: ImportNeed, specifier: string): Edit | null {
  if (name === 'default') return null;
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration' || statement.importKind === 'type') continue;
    const { value } = statement.source;
    const isSame = value === specifier || ('file' in from && project.resolve(value, file) === from.file);
    const last = statement.specifiers.at(-1);
    if (!isSame || last?.type !== 'ImportSpecifier') continue;
    return { place: { file, start: last.range[1], end: last.range[1] }, text: `, ${printName({ name, local })}` };
  }
  return null;
}

function printName({ name, local }: Pick<ImportNeed, 'name' | 'local'>, as = ' as '): string {
  return name === local ? name : `${name}${as}${local}`;
}

function printImports(specifier: string, needs: readonly ImportNeed[], { quote, semicolons }: Style): readonly string[] {
  const end = `from ${quote}${specifier}${quote}${semicolons ? ';' : ''}`;
  const byDefault = needs.find(({ name }) => name === 'default');
  const named = needs.filter(({ name }) => name !== 'default').map((need) => printName(need));
  const names = [...(byDefault === undefined ? [] : [byDefault.local]), ...(named.length === 0 ? [] : [`{ ${named.join(', ')} }`])];
  return [`import ${names.join(', ')} ${end}`];
}

function printRequires(specifier: string, needs: readonly ImportNeed[], { quote, semicolons }: Style): readonly string[] {
  const call = `require(${quote}${specifier}${quote})`;
  const end = semicolons ? ';' : '';
  const named = needs.filter(({ name }) => name !== 'default').map((need) => printName(need, ': '));
  return [
    ...needs.filter(({ name }) => name === 'default').map(({ local }) => `const ${local} = ${call}.default${end}`),
    ...(named.length === 0 ? [] : [`const { ${named.join(', ')} } = ${call}${end}`]),
  ];
}

/** Among the imports that stand together first, so that all that follows can use the names; before the first statement, but behind directives, where there is none. */
function insertLines({ file, text, program }: EditedFile, lines: readonly NewLine[], { newline }: Style): readonly Edit[] {
  if (lines.length === 0) return [];
  const block = importBlock(program.body, text);
  if (block.length > 0) return lines.map(({ specifier, line }) => {
    const { at, indent, isBefore } = importPlace(block, specifier, text);
    return { place: { file, start: at, end: at }, text: isBefore ? `${line}${newline}${indent}` : `${newline}${indent}${line}` };
  });
  const texts = lines.map(({ line }) => line);
  const directive = program.body.findLast((statement) => statement.type === 'ExpressionStatement' && 'directive' in statement && statement.directive !== undefined);
  if (directive !== undefined) return [{ place: { file, start: directive.range[1], end: directive.range[1] }, text: `${newline}${newline}${texts.join(newline)}` }];
  const first = program.body[0]?.range[0] ?? 0;
  const indent = indentBefore(text, first);
  return [{ place: { file, start: first, end: first }, text: `${texts.join(`${newline}${indent}`)}${newline}${newline}${indent}` }];
}
