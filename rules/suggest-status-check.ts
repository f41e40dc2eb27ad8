import { clientOf } from './client-of.ts';
import { nodePath } from './node-path.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { RequestSite } from '../requests/request-site.ts';
import type { Edit, Editable, EditedFile } from './editable.ts';

/**
 * The edit that throws behind `const response = await fetch(…)` when the status is no success; null where the response
 * is not kept in a variable by a statement of a file that may be changed. `errorOf` makes the expression that is thrown
 * of the response's name.
 */
export function suggestStatusCheck(target: Editable, site: RequestSite, errorOf: (response: string) => string = plainError): Edit | null {
  const { place } = site.response;
  const file = place === null ? null : target.fileOf(place.file);
  if (place === null || file === null || !hasOk(site)) return null;

  return checkBehind(file, nodePath(file.program, place), errorOf);
}

/**
 * The edit that throws behind `const response = await call` when the status is no success; null where the call, the last
 * of the nodes from the program on, stands otherwise.
 */
export function checkBehind(file: EditedFile, path: readonly TSESTree.Node[], errorOf: (response: string) => string): Edit | null {
  const declaration = declarationOf(path);
  const [declarator, ...others] = declaration?.declarations ?? [];
  if (declaration === null || declarator?.id.type !== 'Identifier' || others.length > 0) return null;

  const line = file.text.slice(file.text.lastIndexOf('\n', declaration.range[0]) + 1, declaration.range[0]);
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
  const [, end] = declaration.range;
  const semicolon = file.text[end - 1] === ';' ? ';' : '';
  const { name } = declarator.id;
  const at = end + (/^[^\S\n]*\/\/[^\r\n]*/.exec(file.text.slice(end))?.[0].length ?? 0);
  return { place: { file: file.file, start: at, end: at }, text: `${newline}${indent}if (!${name}.ok) throw ${errorOf(name)}${semicolon}` };
}

function plainError(response: string): string {
  return `new Error(\`The request failed with status \${${response}.status}.\`)`;
}

/** Whether every call of the client answers a response that says with `ok` whether the status is a success. */
export function hasOk(site: RequestSite): boolean {
  const client = clientOf(site);
  return client?.response === 'fetch' && Object.values(client.members ?? {}).every(({ response }) => response === undefined || response === 'fetch');
}

/** The declaration that is `const x = await call`, of the nodes from the program to the call. */
function declarationOf(path: readonly TSESTree.Node[]): TSESTree.VariableDeclaration | null {
  const [around, declaration, declarator, awaiting] = path.slice(-5);
  if (awaiting?.type !== 'AwaitExpression' || declarator?.type !== 'VariableDeclarator' || declaration?.type !== 'VariableDeclaration') return null;
  const isStatement = around?.type === 'BlockStatement' || around?.type === 'Program';
  return declaration.kind !== 'using' && isStatement ? declaration : null;
}
