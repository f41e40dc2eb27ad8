import { Linter, type Rule } from 'eslint';
import { describe, expect, it } from 'vitest';
import { createEslintParser } from '../../audit/eslint-parser.ts';
import { parseFile } from '../../modules/parse-file.ts';

/** Reports every call, with its place. */
const noCalls: Rule.RuleModule = {
  meta: { messages: { call: 'A call.' } },
  create: (context) => ({ CallExpression: (node) => context.report({ node, messageId: 'call' }) }),
};

const config: Linter.Config[] = [
  { files: ['**/*.*'], languageOptions: { parser: createEslintParser(parseFile) }, plugins: { 'plex-api': { rules: { calls: noCalls } } }, rules: { 'plex-api/calls': 'error' } },
];

function lint(text: string, filename: string) {
  return new Linter().verify(text, config, { filename });
}

describe('eslintParser', () => {
  it.each([
    ['a.ts', 'enum E { a }\nabstract class A<T> { constructor(private readonly x: T) {} @dec() m(): asserts this is A<T> { f<T>(this.x!) } }\n', 2],
    ['a.tsx', 'const a = <T,>(x: T) => <Row key={f(x)} />;', 1],
    ['a.js', 'const a = <Row key={f(1)} />;', 1],
    ['a.cjs', 'if (f(1)) return;', 1],
    ['a.js', '#!/usr/bin/env node\nf(1);', 1],
    ['a.mts', 'declare module "x" { export = y }\nf(1);', 1],
    ['a.vue', '<template><p>{{ f(2) }}</p></template>\n<script lang="ts">\nf(1 as number);\n</script>\n', 1],
  ])('lets rules run on %s: %j', (filename, text, calls) => {
    const messages = lint(text, filename);
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    expect(messages).toHaveLength(calls);
  });

  it('places nodes where the text has them, a byte order mark left out', () => {
    expect(lint('\uFEFFlet a;\r\n  a = "\u{1F600}" + f(\n1)', 'a.ts')).toMatchObject([{ line: 2, column: 14, endLine: 3, endColumn: 3 }]);
  });

  it('reports what does not parse, with its place', () => {
    expect(lint('let a;\nlet = = 1;', 'a.ts')).toMatchObject([{ fatal: true, line: 2 }]);
  });

  it('honours disable comments, and gives their reason', () => {
    const linter = new Linter() as Linter & { getSuppressedMessages: () => Linter.SuppressedLintMessage[] };
    const text = '// eslint-disable-next-line plex-api/calls -- an old server\nf(1);\nf(2); /* eslint-disable-line */\nf(3);';
    expect(linter.verify(text, config, { filename: 'a.ts' })).toMatchObject([{ line: 4 }]);
    expect(linter.getSuppressedMessages().map(({ suppressions }) => suppressions[0]?.justification)).toEqual(['an old server', '']);
  });

  it('takes a comment that configures our rules, and none that configures another', () => {
    expect(lint('/* eslint plex-api/calls: "off" */\nf(1);', 'a.ts')).toEqual([]);
    expect(lint('/* eslint semi: "error", other/rule: 2 */\n/* global a:bad */\nf(1)', 'a.ts')).toMatchObject([{ ruleId: 'plex-api/calls' }]);
  });
});
