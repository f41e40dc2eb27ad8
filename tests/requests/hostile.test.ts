import { describe, expect, it } from 'vitest';

import { createEngine } from '../../requests/create-engine.ts';
import type { RequestSite } from '../../requests/request-site.ts';
import { parseFile } from '../../modules/parse-file.ts';

/** What the engine says of all files; throws only if the engine does. A file that the parser turns away is no file. */
function requestsIn(files: Readonly<Record<string, string>>): readonly RequestSite[] {
  const modules = new Map(Object.entries(files).map(([name, text]) => [`/hostile/${name}`, parseFile(`/hostile/${name}`, text)]));
  const load = (file: string) => {
    const parsed = modules.get(file);
    return parsed !== undefined && 'module' in parsed ? parsed.module : null;
  };
  const engine = createEngine({ load, text: (file) => load(file)?.text ?? null, resolve: (specifier) => (specifier.startsWith('./') ? `/hostile/${specifier.slice(2)}` : null), generation: () => 0 });
  return [...modules.keys()].flatMap((file) => {
    const module = load(file);
    return module === null ? [] : engine.requestsOf(module);
  });
}

function paths(sites: readonly RequestSite[]): readonly (string | null)[] {
  return sites.map(({ path }) => path?.map((part) => (part.kind === 'literal' ? part.text : '{}')).join('') ?? null);
}

const times = (count: number, write: (i: number) => string, separator = '\n'): string => Array.from({ length: count }, (_, i) => write(i)).join(separator);

const FIND_ME = `export async function findMe() { await fetch('http://plex.example/library/sections'); }\n`;

describe('hostile programs end, and what stands beside them is found', { timeout: 120_000 }, () => {
  it('mutual recursion', () => {
    const sites = requestsIn({ 'a.ts': `
      function even(path, n) { return n === 0 ? fetch('http://h' + path) : odd(path + '/e', n - 1); }
      function odd(path, n) { return n === 0 ? fetch('http://h' + path) : even(path + '/o', n - 1); }
      export function start(n) { return even('/library', n); }
      function loopA() { return loopB(); } function loopB() { return loopA(); }
      fetch('http://h/' + loopA());
      ${FIND_ME}` });
    expect(paths(sites)).toContain('/library');
    expect(paths(sites)).toContain('/library/sections');
    expect(sites.find(({ path }) => path === null)?.pathReason ?? '').not.toBe('');
  });

  it('wrappers, 50 deep', () => {
    const deep = requestsIn({ 'a.ts': `${times(50, (i) => `function w${i}(path) { return ${i === 0 ? `fetch('http://h' + path)` : `w${i - 1}(path)`}; }`)}\nexport function start() { return w49('/library'); }\n${FIND_ME}` });
    expect(paths(deep)).toContain('/library/sections');
    // past the bound the path is silence with a reason, or found; it is never another path
    expect(paths(deep).filter((path) => path !== null && path !== '/library' && path !== '/library/sections')).toEqual([]);
    for (const site of deep.filter(({ path }) => path === null)) expect(site.pathReason).toMatch(/\.$/);
    const near = requestsIn({ 'a.ts': `${times(10, (i) => `function w${i}(path) { return ${i === 0 ? `fetch('http://h' + path)` : `w${i - 1}(path)`}; }`)}\nexport function start() { return w9('/library'); }` });
    expect(paths(near)).toContain('/library');
  });

  it('10,000 branches: nested, in a row, in a switch, in a chain', () => {
    const nested = (depth: number): string => times(depth, (i) => `if (x === ${i}) { path = '/p${i}'; } else {`) + '}'.repeat(depth);
    for (const text of [
      `export function f(x) { let path = '/start'; ${nested(10_000)} return fetch('http://h' + path); }`,
      `export function f(x) { let path = '/start'; ${nested(400)} return fetch('http://h' + path); }`,
      `export function f(x) { let path = '/start'; ${times(10_000, (i) => `if (x === ${i}) path = '/p${i}';`)} return fetch('http://h' + path); }`,
      `export function f(x) { let path = '/start'; switch (x) { ${times(10_000, (i) => `case ${i}: path = '/p${i}'; break;`)} } return fetch('http://h' + path); }`,
      `export function f(x) { return fetch('http://h' + (${times(10_000, (i) => `x.a${i}`, ' || ')})); }`,
      `export function f(x) { return fetch('http://h' + (${times(10_000, (i) => `x === ${i} ? '/p${i}'`, ' : ')} : '/end')); }`,
      `export function f(x) { ${times(10_000, (i) => `if (x === ${i}) return fetch('http://h/p${i}');`)} }`,
    ]) {
      const sites = requestsIn({ 'a.ts': text, 'b.ts': FIND_ME });
      expect(paths(sites)).toContain('/library/sections');
      for (const site of sites.filter(({ path }) => path === null)) expect(site.pathReason).toMatch(/\.$/);
      // alternatives past the bound are given up, never cut to the first few
      if (sites.length > 1 && !text.includes('return fetch(\'http://h/p0')) expect(paths(sites)).toContain(null);
    }
  });

  it('a file of 1 MB', () => {
    const functions = times(9000, (i) => `export function f${i}(id) { const query = { type: ${i}, id }; return send('/items/${i}', query); }`);
    const text = `const send = (path, params) => axios.get('http://h' + path, { params });\nimport axios from 'axios';\n${functions}\n${'// padding;\n'.repeat(25_000)}${FIND_ME}`;
    expect(text.length).toBeGreaterThan(1_000_000);
    const found = paths(requestsIn({ 'a.ts': text }));
    expect(found).toContain('/library/sections');
    expect(found).toContain('/items/8999');
    expect(found.length).toBeGreaterThan(9000);
  });

  it('cyclic imports, re-exports and classes', () => {
    const sites = requestsIn({
      'a.ts': `import { b } from './b.ts'; export const a = b + '/a'; export class A extends B {} import { B } from './b.ts'; export * from './b.ts'; ${FIND_ME}`,
      'b.ts': `import { a, A } from './a.ts'; export const b = a + '/b'; export class B extends A { get() { return fetch('http://h/library/' + a); } } export * from './a.ts'; export { c as d } from './b.ts'; export { d as c } from './b.ts';`,
      'c.ts': `import { b, c } from './b.ts'; class C extends C {} class D extends E {} class E extends D { run() { return this.run() + super.run(); } } fetch('http://h/items/' + b); fetch(c); new D().run(); new C();`,
    });
    expect(paths(sites)).toEqual(expect.arrayContaining(['/library/sections', '/library/{}']));
    expect(paths(sites).some((path) => path?.startsWith('/items/'))).toBe(true);
  });

  it('objects that hold themselves', () => {
    const sites = requestsIn({ 'a.ts': `
      const self = { path: '/library' }; self.self = self; self.list = [self, self];
      const list = []; list.push(list); const map = new Map(); map.set('me', map);
      export function f(x) {
        const options = { headers: { Accept: 'a' }, ...self }; options.options = options; options.headers.headers = options.headers;
        Object.assign(options, options, self); for (const key in options) options[key] = options; while (x) { self.self = { self }; x = self.self; }
        const text = String(list) + JSON.stringify(self) + \`\${map}\${[self]}\`;
        return fetch('http://h' + self.self.self.self.path + '/' + text, options);
      }
      ${FIND_ME}` });
    expect(paths(sites)).toContain('/library/sections');
    expect(sites.length).toBeGreaterThan(1);
  });

  it('very long texts', () => {
    for (const text of [
      `export const f = () => fetch('http://h/' + ${times(10_000, (i) => `'p${i}'`, ' + ')});`,
      `export const f = (x) => fetch('http://h/library/' + ${times(10_000, () => 'x', ' + ')});`,
      `export const f = (x) => fetch(\`http://h/library/${times(10_000, (i) => `\${x.a${i}}`, '/')}\`);`,
      `export function f(x) { let path = '/library'; ${times(10_000, (i) => `path += '/' + x.a${i};`)} return fetch('http://h' + path); }`,
      `export function f(x) { let path = '/library'; ${times(60, () => 'path = path + path;')} return fetch('http://h' + path); }`,
      `export function f(x) { let path = '/library'; ${times(60, (i) => `path += x.a${i} ? '/a' : '/b';`)} return fetch('http://h' + path); }`,
      `export const f = () => fetch('http://h/' + 'x'.repeat(1e9).padStart(1e9).replaceAll('x', 'yy'));`,
      `export const f = () => fetch('http://h/library' + '${'%'.repeat(10_000)}' + decodeURIComponent('%'));`,
    ]) {
      const sites = requestsIn({ 'a.ts': text, 'b.ts': FIND_ME });
      expect(paths(sites)).toContain('/library/sections');
      for (const site of sites.filter(({ path }) => path === null)) expect(site.pathReason).toMatch(/\.$/);
    }
  });

  it('getters, toString and defaults that call themselves', () => {
    const sites = requestsIn({ 'a.ts': `
      const o = { get it() { return this.it + '/x'; }, get a() { return this.b; }, get b() { return this.a; }, toString() { return String(this); } };
      class G { get path() { return this.path; } set path(v) { this.path = v; } static get s() { return G.s; } field = new G(); constructor() { this.other = new G(); this.path = '/x'; } }
      function d(x = d()) { return x; }
      const make = () => make; const y = (f) => f(f);
      export function f() { y(y); make()()()(); fetch('http://h/items/' + o.it + o.a + o + new G().path + G.s + d()); }
      ${FIND_ME}` });
    expect(paths(sites)).toContain('/library/sections');
    expect(paths(sites).some((path) => path?.startsWith('/items/') === true || path === null)).toBe(true);
  });

  it('nesting that overflows a stack', () => {
    for (const text of [
      `export const f = () => ${'('.repeat(3000)}fetch('http://h/items')${')'.repeat(3000)};`,
      `export const f = () => ${'['.repeat(3000)}fetch('http://h/items')${']'.repeat(3000)};`,
      `export const f = () => { ${'{'.repeat(3000)} fetch('http://h/items'); ${'}'.repeat(3000)} };`,
      `export const f = ${'() => '.repeat(3000)} fetch('http://h/items');`,
      `export const f = () => x${'.a()'.repeat(10_000)}.then(() => fetch('http://h/items'));`,
      `export const f = () => ${'!'.repeat(10_000)}fetch('http://h/items');`,
      `class A0 {}\n${times(3000, (i) => `class A${i + 1} extends A${i} {}`)}\nexport const f = () => new A3000().missing();`,
    ]) expect(paths(requestsIn({ 'a.ts': text, 'b.ts': FIND_ME }))).toContain('/library/sections');
  });
});
