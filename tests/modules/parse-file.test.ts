import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../modules/parse-file.ts';

function moduleOf(file: string, text: string) {
  const parsed = parseFile(file, text);
  if ('error' in parsed) throw new Error(parsed.error.message);
  return parsed.module;
}

/** What the two parsers write differently, and no reader of ours looks at. */
const DIFFERENT = new Set(['TSEnumMember.computed', 'RestElement.value', 'TSDeclareFunction.body', 'TSModuleDeclaration.body']);

/** The tree without what the loader does not promise, and with plain objects. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (value instanceof RegExp || typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  const type = 'type' in value && typeof value.type === 'string' ? value.type : '';
  const left = ['loc', 'parent', 'tokens', 'comments', 'start', 'end', 'hashbang', 'phase'];
  const entries = Object.entries(value).filter(([key, child]) => !left.includes(key) && child !== undefined && !(DIFFERENT.has(`${type}.${key}`) && (child === null || typeof child === 'boolean')));
  return Object.fromEntries(entries.map(([key, child]) => [key, bare(child)]));
}

describe('parseFile', () => {
  it.each([
    ['a.js', 'const view = <a href="x">{b}</a>;'],
    ['a.cjs', 'return require("x");'],
    ['a.js', 'if (x) return;'],
    ['a.mjs', 'await x;'],
    ['a.ts', 'const x = <string>y; enum A { B = 1 } abstract class C<T> { constructor(private readonly a: T) { super(); } }'],
    ['a.tsx', 'const f = <T,>(x: T) => <b>{x as any}</b>;'],
    ['a.mts', 'export type { A } from "./a.mts"; import b, { type C } from "./c.mjs"; export * as d from "d";'],
    ['a.ts', 'const a = (b, (c)); (x as { y: 1 }).z!?.[`a${b}c`](); @D() class E { @F() g = 1n; accessor h = /x/u; }'],
    ['a.ts', 'a = 1;\r\n// é😀\r\nb = "😀" + c;\r\n'],
    ['a.d.ts', 'declare module "x" { export function f(a: string): void; }'],
  ])('gives the tree of typescript-estree for %s: %s', (file, text) => {
    const other = parse(text, { range: true, filePath: file.replace(/\.js$/, '.jsx'), ecmaFeatures: { jsx: /\.(?:js|tsx)$/.test(file) }, sourceType: file.endsWith('.cjs') || text.includes('return') ? 'script' : 'module' });
    expect(bare(moduleOf(file, text).program)).toEqual(bare(other));
  });

  it('gives the tree of typescript-estree for every file of this project', { timeout: 120_000 }, () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    let count = 0;
    for (const folder of ['modules', 'requests', 'rules', 'spec', 'audit', 'tests/modules']) {
      for (const name of readdirSync(join(root, folder))) {
        if (extname(name) !== '.ts') continue;
        const file = join(root, folder, name);
        const { program, text } = moduleOf(file, readFileSync(file, 'utf8'));
        expect(bare(program), file).toEqual(bare(parse(text, { range: true, filePath: file, sourceType: 'module' })));
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(20);
  });

  it('leaves a byte order mark out of text and ranges', () => {
    const module = moduleOf('a.ts', '\uFEFFconst a = 1;');
    expect(module.text).toBe('const a = 1;');
    expect(module.program.body[0]?.range).toEqual([0, 12]);
  });

  it.each([
    ['a.ts', '// one\r\n  const = 1;', 2, 9],
    ['a.js', 'let a: string;', 1, 6],
    ['a.json', '{ "a": }', 1, 1],
  ])('says where %s is broken', (file, text, line, column) => {
    expect(parseFile(file, text)).toEqual({ error: { message: expect.any(String) as string, line, column } });
  });

  it('takes no long JSON: messages and other data hold no paths', () => {
    expect(parseFile('a.json', JSON.stringify({ text: 'x'.repeat(60_000) }))).toMatchObject({ error: { message: 'The file has more than 50000 characters of JSON.' } });
  });

  it('reads JSON as a default export, at its own ranges', () => {
    const { program, text } = moduleOf('a.json', '{ "base": "/library" }');
    const [statement] = program.body;
    const value = statement?.type === 'ExportDefaultDeclaration' && statement.declaration.type === 'ObjectExpression' ? statement.declaration : null;
    const property = value?.properties[0];
    expect(property?.type === 'Property' ? text.slice(...property.value.range) : null).toBe('"/library"');
    expect(value?.range).toEqual([0, text.length]);
  });

  it.each([
    ['a.vue', '<template><p :a="b > c">é</p></template>\n<script setup lang="ts">\nconst url: string = "/x";\n</script>\n<style>a { b: c }</style>'],
    ['a.svelte', '<script context="module">\r\nexport const x = 1;\r\n</script>\r\n<script lang=\'ts\'>const url = "/x";</script>\r\n<p>{url}</p>'],
    ['a.astro', '---\nconst url = "/x";\n---\n<html><script>const other = url;</script></html>'],
  ])('finds the scripts of %s at their offsets', (file, source) => {
    const { program, text } = moduleOf(file, source);
    expect(text).toHaveLength(source.length);
    for (const { range } of program.body) expect(text.slice(...range)).toBe(source.slice(...range));
    const declared = program.body.flatMap((node) => (node.type === 'VariableDeclaration' ? node.declarations : []));
    expect(declared.map(({ init }) => (init === null ? '' : source.slice(...init.range)))).toContain('"/x"');
  });
});

describe('nesting that would end the process', () => {
  const many = 20_000;
  it.each([
    ['brackets', '('.repeat(many) + '1' + ')'.repeat(many)],
    ['arrays', '['.repeat(many)],
    ['blocks', '{'.repeat(many) + '}'.repeat(many)],
    ['conditionals', `x = ${'a ? b :\n '.repeat(many)} c`],
    ['else if', `${'if (a) { b; } else '.repeat(many)} c;`],
    ['callbacks', 'f(() => {'.repeat(many) + '})'.repeat(many)],
    ['arrows', `x = ${'a => '.repeat(many)} b`],
    ['negations', `x = ${'!'.repeat(many)} b`],
    ['sums', `x = ${'"a" +\n'.repeat(many)} "b"`],
    ['templates', 'x = ' + '`${'.repeat(many)],
    ['JSX', '<a>'.repeat(many) + '</a>'.repeat(many)],
    ['words', `x = ${'typeof '.repeat(many)} b`],
  ])('%s', (_, text) => {
    expect(parseFile('a.js', text)).toHaveProperty('error.message', 'The file nests too deeply to be parsed.');
  });

  it('reads thousands of commented lines: they nest nothing', () => {
    const text = `${'// old(); /* code */ && more\n'.repeat(60_000)}export const a = 1;\n`;
    expect(parseFile('a.js', text)).toHaveProperty('module');
  });

  it.each([
    ['a table', `export default [${'["a", 1, { b: "c" }],\n'.repeat(many)}];`],
    ['many statements without semicolons', 'const a = b ? c : d\nif (a) { b = !c } else { c = (a) => b }\n'.repeat(many)],
    ['a switch', `switch (a) {${'case 1: b = c ? d : e; break;'.repeat(many)}}`],
    ['markup', `const a = <ul>${'\n<li className="x"\n onClick={() => a(b)}>text (more)\n</li>'.repeat(500)}</ul>;`],
    ['a chain of 500 calls', `a${'\n.b(c => c + 1)'.repeat(500)}`],
  ])('%s is no such thing', (_, text) => {
    expect(parseFile('a.js', text)).toHaveProperty('module');
  });
});
