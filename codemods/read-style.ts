import type { EditedFile } from '../rules/editable.ts';

/** How a file is written, so that what is added looks the same. */
export interface Style {
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  /** One level: a tab or some spaces. */
  readonly indent: string;
  readonly newline: '\n' | '\r\n';
  /** Lists that go over lines end with a comma. */
  readonly trailingCommas: boolean;
}

/** Reads how a file is written; what it does not show is as most code has it: single quotes, semicolons, two spaces. */
export function readStyle({ text, program }: Pick<EditedFile, 'text' | 'program'>): Style {
  const ends = program.body.filter(({ type }) => ENDED.has(type)).map(({ range }) => text[range[1] - 1] === ';');
  const without = ends.filter((ended) => !ended).length;
  return {
    quote: readQuote(text),
    semicolons: without * 2 <= ends.length,
    indent: readIndent(text),
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    trailingCommas: count(text, /,[^\S\r\n]*\r?\n\s*[}\])]/g) > count(text, /[^\s,{[(;][^\S\r\n]*\r?\n\s*[\])]/g),
  };
}

/** Statements that end with a semicolon where semicolons are written. */
const ENDED: ReadonlySet<string> = new Set(['ImportDeclaration', 'ExpressionStatement', 'VariableDeclaration', 'ExportAllDeclaration', 'ReturnStatement', 'TSTypeAliasDeclaration']);

/** What imports are written with; where there are none, what texts are mostly written with. */
function readQuote(text: string): Style['quote'] {
  for (const [single, double] of [[/(?:from|import|require\()\s*'/g, /(?:from|import|require\()\s*"/g], [/'(?:[^'\\\n]|\\.)*'/g, /"(?:[^"\\\n]|\\.)*"/g]] as const) {
    const difference = count(text, single) - count(text, double);
    if (difference !== 0) return difference > 0 ? "'" : '"';
  }
  return "'";
}

function readIndent(text: string): string {
  const indents = [...text.matchAll(/[{([]\r?\n([\t ]+)\S/g)].map(([, space = '']) => space).filter((space) => space !== '');
  const [shortest] = indents.sort((a, b) => a.length - b.length);
  if (shortest === undefined) return '  ';
  return shortest.startsWith('\t') ? '\t' : ' '.repeat(Math.min(shortest.length, 8));
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
