import type { TSESTree } from '@typescript-eslint/types';

import type { Place } from './request-site.ts';
import type { SourceModule } from './source-module.ts';
import { walk } from './walk.ts';

/** A comment by which code says which API it sends to, and the code that it speaks of. */
export interface Declaration {
  /** The name of the API; false for `none`: surely none of those described. */
  readonly api: string | false;
  /** The comment. */
  readonly place: Place;
  /** The statement, member, property or call that the comment stands before, or behind on the same line: its offsets. */
  readonly start: number;
  readonly end: number;
  /** The local names, where the comment is about an import. */
  readonly imported: readonly string[];
}

/**
 * The declarations of a module, in source order: comments such as `marker: name`, with a reason behind `--` at will. Costs
 * one search of the text where there is none.
 */
export function readDeclarations({ file, text, program }: SourceModule, marker: string): readonly Declaration[] {
  if (!text.includes(`${marker}:`)) return [];
  const found = [...text.matchAll(commentOf(marker))];
  if (found.length === 0) return [];

  const nodes = collectNodes(program);
  return found.flatMap((match): Declaration[] => {
    const { index } = match;
    const end = index + match[0].length;
    // what looks like a comment inside a text is none
    if (nodes.some((node) => isText(node) && node.range[0] <= index && node.range[1] >= end)) return [];
    const target = targetOf(text, nodes, index, end);
    const name = match[1] ?? match[2] ?? '';
    return target === null ? [] : [{ api: name === 'none' ? false : name, place: { file, start: index, end }, start: target.range[0], end: target.range[1], imported: importedNames(target) }];
  });
}

/** The name that a comment without its marks says the API by; null when the comment declares none. */
export function declaredName(comment: string, marker: string): string | null {
  const match = new RegExp(`^[\\s*]*${escape(marker)}:[ \\t]*([^\\s*]+)[ \\t]*(?:--[^]*)?\\s*$`).exec(comment);
  return match?.[1] ?? null;
}

function commentOf(marker: string): RegExp {
  const name = `${escape(marker)}:[ \\t]*([^\\s*]+)`;
  return new RegExp(`/\\*[\\s*]*${name}[ \\t]*(?:--(?:(?!\\*/)[^])*)?\\s*\\*/|//[ \\t]*${name}[ \\t]*(?:--[^\\n]*)?(?=\\r?\\n|$)`, 'g');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function collectNodes(program: TSESTree.Program): readonly TSESTree.Node[] {
  const nodes: TSESTree.Node[] = [];
  walk(program, (node) => nodes.push(node));
  return nodes.filter((node) => node.type !== 'Program');
}

function isText(node: TSESTree.Node): boolean {
  return node.type === 'Literal' || node.type === 'TemplateElement' || node.type === 'JSXText';
}

/** What a comment is about: what follows it; what it stands behind on its line; the function or class whose body it opens. */
function targetOf(text: string, nodes: readonly TSESTree.Node[], start: number, end: number): TSESTree.Node | null {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trimEnd();
  const isLast = /^\s*(?:\n|$)/.test(text.slice(end));
  if (before !== '' && isLast) {
    const last = start - (text.slice(0, start).length - text.slice(0, start).trimEnd().length);
    if (before.endsWith('{') || before.endsWith('(')) return smallest(nodes.filter((node) => isUnit(node) && node.range[0] < start && node.range[1] > end));
    return outermost(nodes.filter((node) => isUnit(node) && node.range[1] >= last - 1 && node.range[1] <= start && /^[\s,;]*$/.test(text.slice(node.range[1], start))));
  }
  const next = end + (/^(?:\s|\/\/[^\n]*\n|\/\*[^]*?\*\/)*/.exec(text.slice(end))?.[0].length ?? 0);
  const target = outermost(nodes.filter((node) => node.range[0] === next));
  const call = target === null ? undefined : nodes.find((node) => (node.type === 'CallExpression' || node.type === 'NewExpression') && node.arguments.some((argument) => argument === target && !argument.type.includes('Function')));
  return call ?? target;
}

/** What stands on lines of its own. */
function isUnit({ type }: TSESTree.Node): boolean {
  return /Statement$|Declaration$|^(?:Property|PropertyDefinition|MethodDefinition|AccessorProperty|JSXAttribute)$/.test(type) && type !== 'BlockStatement';
}

function outermost(nodes: readonly TSESTree.Node[]): TSESTree.Node | null {
  return nodes.reduce<TSESTree.Node | null>((best, node) => (best === null || sizeOf(node) > sizeOf(best) ? node : best), null);
}

function smallest(nodes: readonly TSESTree.Node[]): TSESTree.Node | null {
  return nodes.reduce<TSESTree.Node | null>((best, node) => (best === null || sizeOf(node) < sizeOf(best) ? node : best), null);
}

function sizeOf({ range }: TSESTree.Node): number {
  return range[1] - range[0];
}

function importedNames(node: TSESTree.Node): readonly string[] {
  return node.type === 'ImportDeclaration' ? node.specifiers.map(({ local }) => local.name) : [];
}
