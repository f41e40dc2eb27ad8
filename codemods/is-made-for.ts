import path from 'node:path';
import { childrenOf } from '../rules/node-path.ts';
import { compareWords } from '../spec/compare-words.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Place } from '../requests/request-site.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { CodemodProject } from './codemod.ts';

/**
 * Whether what stands at a place serves the API of these requests and no other, so that something of this API may be put
 * there: they are written in the function around it, or its names, its folder, its address or its headers say so. A helper
 * for any request is not.
 */
export function isMadeFor(project: CodemodProject, place: Place, requests: readonly AttributedRequest[]): boolean {
  if (requests.every(({ site: { frame } }) => frame.file === place.file && frame.start <= place.start && place.end <= frame.end)) return true;
  const file = project.fileOf(place.file);
  const [first] = requests;
  if (file === null || first === undefined) return false;

  const { attribution } = first.description;
  const around = nodesAround(file.program, place.start);
  const words = [...path.relative(project.root, place.file).split(/[\\/]/), ...around.flatMap(namesOf)];
  const verdict = compareWords(words, attribution);
  if (verdict !== null && !verdict.contested) return true;
  return around.some((node) => node.type === 'ObjectExpression' && node.properties.some((property) => tellsApi(file.text, property, first)));
}

/** A header that only this API has, or an address that is its own. */
function tellsApi(text: string, property: TSESTree.ObjectLiteralElement, { description: { attribution, hosts } }: AttributedRequest): boolean {
  if (property.type !== 'Property' || property.computed) return false;
  const name = property.key.type === 'Identifier' ? property.key.name : textOf(property.key);
  if (attribution.names.some((pattern) => pattern.test(name))) return true;
  const written = text.slice(...property.value.range);
  if (!/^(?:base|url|prefix|host)/i.test(name)) return false;
  return hosts.some((host) => !host.includes('*') && written.includes(host)) || compareWords(written.split(/[^\w$]+/), attribution)?.contested === false;
}

function textOf(key: TSESTree.Node): string {
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : '';
}

function nodesAround(program: TSESTree.Program, offset: number): readonly TSESTree.Node[] {
  const nodes: TSESTree.Node[] = [program];
  for (let node: TSESTree.Node | undefined = program; node !== undefined;) {
    node = childrenOf(node).find(({ range }) => range[0] <= offset && offset <= range[1]);
    if (node !== undefined) nodes.push(node);
  }
  return nodes;
}

/** The names of classes, functions, methods and variables, and of what is extended. */
function namesOf(node: TSESTree.Node): readonly string[] {
  if (node.type === 'ClassDeclaration' || node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ClassExpression') return node.id === null ? [] : [node.id.name];
  if (node.type === 'VariableDeclarator') return node.id.type === 'Identifier' ? [node.id.name] : [];
  if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') return node.key.type === 'Identifier' ? [node.key.name] : [];
  return [];
}
