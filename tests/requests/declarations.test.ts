import { describe, expect, it } from 'vitest';
import { requestsIn } from './memory-loader.ts';
import type { Files } from './memory-loader.ts';

/** The path of each request, and what is declared of its API. */
function declaredIn(files: Files | string, file?: string): readonly string[] {
  return requestsIn(files, file, { marker: 'api' }).map(({ path, base }) => {
    const text = path?.map((part) => (part.kind === 'literal' ? part.text : '{}')).join('') ?? '?';
    return `${text} ${String(base.declared)}`;
  });
}

describe('a comment that names an API', () => {
  it.each([
    ['before a statement', "/* api: shop */\nconst a = await fetch('/a');\nconst b = await fetch('/b');", ['/a shop', '/b null']],
    ['behind a statement', "const a = await fetch('/a'); // api: shop\nconst b = await fetch('/b');", ['/a shop', '/b null']],
    ['in a line of its own', "// api: shop\nawait fetch('/a');", ['/a shop']],
    ['before an argument', "await fetch(/* api: shop */ url + '/a');", ['/a shop']],
    ['before a call inside a statement', "const both = [/* api: shop */ fetch('/a'), fetch('/b')];", ['/a shop', '/b null']],
    ['with a reason', "// api: shop -- it is ours\nawait fetch('/a');", ['/a shop']],
    ['in the documentation of a function', "/**\n * api: shop\n */\nexport function f() { return fetch('/a'); }", ['/a shop']],
    ['that is none of those described', "// api: none\nawait fetch('/a');", ['/a false']],
    ['on a function', "/* api: shop */\nexport const f = () => fetch('/a');\nexport const g = () => fetch('/b');", ['/a shop', '/b null']],
    ['where the body of a function begins', "export function f() { // api: shop\n  return fetch('/a');\n}", ['/a shop']],
    ['on a class', "/* api: shop */\nexport class Shop { a() { return fetch('/a'); } }\nexport class Other { b() { return fetch('/b'); } }", ['/a shop', '/b null']],
    ['on a method', "export class Shop {\n  /* api: shop */\n  a() { return fetch('/a'); }\n  b() { return fetch('/b'); }\n}", ['/a shop', '/b null']],
    ['before other comments', "/* api: shop */\n// reads all\nawait fetch('/a');", ['/a shop']],
  ])('%s', (_, code, lines) => {
    expect(declaredIn(code)).toEqual(lines);
  });

  it.each([
    ['in a text', "const note = '/* api: shop */'; await fetch('/a');"],
    ['in a template', 'const note = `// api: shop\n`; await fetch("/a");'],
    ['with more words', "// api: shop and others\nawait fetch('/a');"],
    ['of another marker', "/* my-api: shop */\nawait fetch('/a');"],
  ])('is none %s', (_, code) => {
    expect(declaredIn(code)).toEqual(['/a null']);
  });

  it('is not read unless it is asked for', () => {
    expect(requestsIn("/* api: shop */ await fetch('/a');")[0]?.base.declared).toBeNull();
  });

  it('says where it stands', () => {
    expect(requestsIn("await 1;\n// api: shop\nawait fetch('/a');", 'main.ts', { marker: 'api' })[0]?.base.declaredBy).toEqual({ file: '/app/main.ts', start: 9, end: 21 });
  });
});

describe('what a comment is about reaches its callers', () => {
  const WRAPPER = 'export function send(path) { return fetch(base + path); }';

  it('on a wrapper in another module', () => {
    expect(declaredIn({ 'main.ts': "import { send } from './send';\nawait send('/a');", 'send.ts': `/* api: shop */\n${WRAPPER}` }, 'main.ts')).toEqual(['/a shop']);
  });

  it("at a call of the wrapper, over the wrapper's own", () => {
    expect(declaredIn({ 'main.ts': "import { send } from './send';\n// api: none\nawait send('/a');\nawait send('/b');", 'send.ts': `/* api: shop */\n${WRAPPER}` }, 'main.ts')).toEqual(['/a false', '/b shop']);
  });

  it('around the call of the wrapper, over the wrapper that writes the base', () => {
    const files = { 'main.ts': "import { send } from './send';\n// api: none\nexport const f = () => send('/a');", 'send.ts': '/* api: shop */\nexport const send = (path) => fetch(process.env.SHOP + path);' };
    expect(declaredIn(files, 'main.ts')).toEqual(['/a false']);
  });

  it('on the import of the wrapper', () => {
    expect(declaredIn({ 'main.ts': "/* api: shop */\nimport { send } from './send';\nimport { other } from './other';\nawait send('/a');\nawait other('/b');", 'send.ts': WRAPPER, 'other.ts': WRAPPER.replace('send', 'other') }, 'main.ts')).toEqual(['/a shop', '/b null']);
  });

  it('where a client is made', () => {
    const files = { 'main.ts': "import { shop, other } from './clients';\nawait shop.get('/a');\nawait other.get('/b');", 'clients.ts': "import axios from 'axios';\n/* api: shop */\nexport const shop = axios.create({ baseURL: url });\nexport const other = axios.create({ baseURL: url });" };
    expect(declaredIn(files, 'main.ts')).toEqual(['/a shop', '/b null']);
  });

  it('on the field of a class that holds a client', () => {
    const code = "import axios from 'axios';\nexport class S {\n  /* api: shop */\n  private shop = axios.create({});\n  private other = axios.create({});\n  a() { return this.shop.get('/a'); }\n  b() { return this.other.get('/b'); }\n}";
    expect(declaredIn(code)).toEqual(['/a shop', '/b null']);
  });

  it('where an instance of a class is made', () => {
    const files = {
      'main.ts': "import { Http } from './http';\n/* api: shop */\nconst shop = new Http();\nconst other = new Http(); // api: none\nexport const f = () => [shop.get('/a'), other.get('/b'), new Http().get('/c')];",
      'http.ts': 'export class Http { get(path) { return fetch(base + path); } }',
    };
    expect(declaredIn(files, 'main.ts')).toEqual(['/a shop', '/b false', '/c null']);
  });

  it('where a factory makes the function that sends', () => {
    const files = { 'main.ts': "import { make } from './make';\nconst shop = make('x'); // api: shop\nconst other = make('y');\nawait shop('/a');\nawait other('/b');", 'make.ts': 'export const make = (token) => (path) => fetch(base + path, { headers: { token } });' };
    expect(declaredIn(files, 'main.ts')).toEqual(['/a shop', '/b null']);
  });

  it('where the base of the URL is written, in another module', () => {
    const files = { 'main.ts': "import { SHOP, OTHER } from './config';\nawait fetch(`${SHOP}/a`);\nawait fetch(`${OTHER}/b`);", 'config.ts': '/* api: shop */\nexport const SHOP = process.env.SHOP;\nexport const OTHER = process.env.OTHER;' };
    expect(declaredIn(files, 'main.ts')).toEqual(['/a shop', '/b null']);
  });

  it('of a client inside a class, over one on the class', () => {
    const code = "import axios from 'axios';\n/* api: shop */\nexport class S {\n  // api: bank\n  private bank = axios.create({});\n  a() { return this.bank.get('/a'); }\n  b() { return fetch('/b'); }\n}";
    expect(declaredIn(code)).toEqual(['/a bank', '/b shop']);
  });
});
