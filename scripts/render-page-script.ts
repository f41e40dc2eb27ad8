import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const ENTRY = 'audit/report/page/main.ts';

/**
 * The script of the audit's page, of all its files: types taken away, imports resolved by putting the files one behind the
 * other, imported ones first. Names of the files must differ; where two are alike, this says so.
 */
export function renderPageScript(): string {
  const order: string[] = [];
  visit(resolve(ENTRY), order);
  const owners = new Map<string, string>();
  const parts = order.map((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    for (const name of namesOf(source)) {
      const owner = owners.get(name);
      if (owner !== undefined) throw new Error(`${relative('.', file)} and ${relative('.', owner)} both declare ${name}: the page has one scope for all its files.`);
      owners.set(name, file);
    }
    return strip(source);
  });
  const script = `(() => {\n'use strict';\n${parts.join('')}})();\n`;
  // neither would end the element, nor begin another
  if (/<\/script|<!--/i.test(script)) throw new Error('The script of the page holds what would end its element.');
  return `// Written by npm run update-docs from ${dirname(ENTRY)}.\nexport const PAGE_SCRIPT = ${JSON.stringify(script)};\n`;
}

function visit(file: string, order: string[]): void {
  if (order.includes(file)) return;
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier) && statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) {
      visit(join(dirname(file), statement.moduleSpecifier.text), order);
    }
  }
  order.push(file);
}

function namesOf(source: ts.SourceFile): readonly string[] {
  return source.statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return statement.name?.text ?? [];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? name.text : []));
  });
}

/** The file as a part of a script: without types, comments, imports and exports. */
function strip(source: ts.SourceFile): string {
  const { outputText } = ts.transpileModule(source.text, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: true, verbatimModuleSyntax: true } });
  return outputText.replace(/^import .*;\n/gm, '').replace(/^export \{\};\n/gm, '').replace(/^export /gm, '');
}
