import { closedScope, importFrom, libraryOf } from './program.ts';
import type { ModuleText, Spot } from './program.ts';
import { entryText, fieldName } from './write-fields.ts';
import { send } from './write-send.ts';
import type { Parts } from './write-send.ts';
import { condition, inside, quoted, text, word } from './write-text.ts';

const METHODS = [`'GET'`, `'POST'`, `'DELETE'`, `'put'`] as const;

export function method(spot: Spot): string {
  const { draft, tape, lines } = spot;
  switch (tape.pick(6)) {
    case 1: return `(${condition(spot)} ? ${tape.one(METHODS)} : ${tape.one(METHODS)})`;
    case 2: {
      const name = draft.fresh('M');
      spot.module.top.push(`const ${name} = ${tape.one(METHODS)};`);
      return name;
    }
    case 3: {
      const name = draft.fresh('t');
      lines.push(`let ${name} = ${tape.one(METHODS)};`, `if (${condition(spot)}) ${name} = ${tape.one(METHODS)};`);
      return name;
    }
    case 4: return `${tape.one(METHODS)}.toUpperCase()`;
    default: return tape.one(METHODS);
  }
}

/** Writes a request that goes through so many functions before it reaches the client. Returns the expression, a promise. */
export function request(spot: Spot, parts: Parts, levels: number): string {
  if (levels === 0) return send(spot, parts);
  switch (spot.tape.pick(10)) {
    case 1: return byOptions(spot, parts, levels);
    case 2: return byDestructuring(spot, parts, levels);
    case 3: return byFactory(spot, parts, levels);
    case 4: return byClass(spot, parts, levels);
    case 5: return byRest(spot, parts, levels);
    case 6: return byCallback(spot, parts, levels);
    case 7: return byObject(spot, parts, levels);
    case 8: return byStatic(spot, parts, levels);
    default: return byPosition(spot, parts, levels);
  }
}

function home(spot: Spot): ModuleText {
  return spot.tape.chance(40) ? libraryOf(spot) : spot.module;
}

function exported(spot: Spot, module: ModuleText): string {
  return module === spot.module ? '' : 'export ';
}

/** What a wrapper hands on: what it was given, changed here and there. */
function passedOn(at: Spot, given: Parts): Parts {
  const { tape, lines } = at;
  const path = tape.chance(25) ? tape.one([`\`/api\${${given.path}}\``, `('/pre' + ${given.path})`, `${given.path} + '/post'`]) : given.path;
  let { query, headers } = given;
  if (query !== null && tape.chance(30)) query = tape.one([`{ ...${query}, ${entryText(at, 'query')} }`, `{ ${entryText(at, 'query')}, ...${query} }`, `Object.assign({}, ${query}, { ${entryText(at, 'query')} })`]);
  if (headers !== null && tape.chance(40)) headers = tape.one([`{ ${entryText(at, 'headers')}, ...${headers} }`, `{ ...${headers}, ${entryText(at, 'headers')} }`, `{ ...${headers} }`]);
  else if (headers === null && tape.chance(20)) headers = `{ ${entryText(at, 'headers')} }`;
  if (given.headers !== null && headers === given.headers && tape.chance(15)) lines.push(`if (${headers}) ${headers}['${fieldName(at, 'headers')}'] = ${text(at)};`);
  return { path, method: given.method, query, headers };
}

function body(at: Spot, given: Parts, levels: number): string {
  const call = request(at, passedOn(at, given), levels - 1);
  const { tape, lines } = at;
  switch (tape.pick(6)) {
    case 1: return `{ ${[...lines, `const response = await ${call}; return response;`].join(' ')} }`;
    case 2: return `{ ${[...lines, `try { return await ${call}; } catch (error) { throw error; }`].join(' ')} }`;
    case 3: return `{ ${[...lines, `return ${call}.then((r) => r);`].join(' ')} }`;
    default: return `{ ${[...lines, `return ${call};`].join(' ')} }`;
  }
}

function isAsync(text: string): string {
  return text.includes('await ') ? 'async ' : '';
}

const scopeOfWrapper = closedScope;

function names(spot: Spot, parts: Parts): Parts {
  const { draft } = spot;
  return {
    path: draft.fresh('path'), method: parts.method === null ? null : draft.fresh('method'),
    query: parts.query === null ? null : draft.fresh('query'), headers: parts.headers === null ? null : draft.fresh('headers'),
  };
}

function listOfParts({ path, method: verb, query, headers }: Parts): readonly string[] {
  return [path, verb, query, headers].filter((part) => part !== null);
}

function byPosition(spot: Spot, parts: Parts, levels: number): string {
  const { draft, tape } = spot;
  const module = home(spot);
  const name = draft.fresh('send');
  const given = names(spot, parts);
  const at = inside(spot, scopeOfWrapper, module);
  const written = body(at, given, levels);
  const params = [given.path, ...(given.method === null ? [] : [`${given.method} = 'GET'`]), ...(given.query === null ? [] : [`${given.query} = {}`]), ...(given.headers === null ? [] : [given.headers])].join(', ');
  const asArrow = tape.chance(40);
  module.top.push(`${exported(spot, module)}${asArrow ? `const ${name} = ${isAsync(written)}(${params}) => ${written};` : `${isAsync(written)}function ${name}(${params}) ${written}`}`);
  const callee = importFrom(spot, module, name);
  const args = [parts.path, ...(parts.method === null ? [] : [tape.chance(25) ? 'undefined' : parts.method]), ...(parts.query === null ? [] : [parts.query]), ...(parts.headers === null ? [] : [parts.headers])];
  if (tape.chance(15)) return `${callee}(...[${args.join(', ')}])`;
  return `${callee}(${args.join(', ')})`;
}

function optionsText(parts: Parts): string {
  return [`path: ${parts.path}`, ...(parts.method === null ? [] : [`method: ${parts.method}`]), ...(parts.query === null ? [] : [`query: ${parts.query}`]), ...(parts.headers === null ? [] : [`headers: ${parts.headers}`])].join(', ');
}

function byOptions(spot: Spot, parts: Parts, levels: number): string {
  const { draft, tape, lines } = spot;
  const module = home(spot);
  const name = draft.fresh('send');
  const options = draft.fresh('options');
  const at = inside(spot, scopeOfWrapper, module);
  if (tape.chance(20)) at.lines.push(`${options}.headers = { ...${options}.headers, ${entryText(at, 'headers')} };`);
  const hasHeaders = parts.headers !== null || at.lines.length > 0;
  const verb = parts.method === null ? null : tape.one([`${options}.method`, `(${options}.method ?? 'GET')`, `(${options}.method || 'get')`]);
  const query = parts.query === null ? null : tape.one([`${options}.query`, `(${options}.query ?? {})`]);
  const written = body(at, { path: `${options}.path`, method: verb, query, headers: hasHeaders ? `${options}.headers` : null }, levels);
  module.top.push(`${exported(spot, module)}${isAsync(written)}function ${name}(${options}) ${written}`);
  const callee = importFrom(spot, module, name);
  if (tape.chance(40)) {
    const local = draft.fresh('o');
    lines.push(`const ${local} = { ${optionsText(parts)} };`);
    if (tape.chance(40)) lines.push(tape.one([`${local}.path = '/changed' + ${local}.path;`, `if (${condition(spot)}) ${local}.path += '/more';`]));
    return tape.chance(50) ? `${callee}({ ...${local} })` : `${callee}(${local})`;
  }
  return `${callee}({ ${optionsText(parts)} })`;
}

function byDestructuring(spot: Spot, parts: Parts, levels: number): string {
  const { draft, tape } = spot;
  const module = home(spot);
  const name = draft.fresh('send');
  const given = names(spot, parts);
  const at = inside(spot, scopeOfWrapper, module);
  const written = body(at, given, levels);
  const pattern = [`path: ${given.path}`, ...(given.method === null ? [] : [`method: ${given.method} = 'GET'`]), ...(given.query === null ? [] : [`query: ${given.query} = {}`]), ...(given.headers === null ? [] : [`headers: ${given.headers}`])].join(', ');
  module.top.push(`${exported(spot, module)}const ${name} = ${isAsync(written)}({ ${pattern} }) => ${written};`);
  const callee = importFrom(spot, module, name);
  const left = tape.chance(25) ? { ...parts, method: null } : parts;
  return `${callee}({ ${optionsText(left)} })`;
}

/** A function that makes a function, or an object of functions, that remember something. */
function byFactory(spot: Spot, parts: Parts, levels: number): string {
  const { draft, tape } = spot;
  const module = home(spot);
  const name = draft.fresh('make');
  const prefix = draft.fresh('prefix');
  const given = names(spot, parts);
  const at = inside(spot, scopeOfWrapper, module);
  const written = body(at, { ...given, path: `${prefix} + ${given.path}` }, levels);
  const params = listOfParts(given).join(', ');
  const asObject = tape.chance(50);
  const inner = `${isAsync(written)}(${params}) => ${written}`;
  module.top.push(`${exported(spot, module)}function ${name}(${prefix}) { return ${asObject ? `{ call: ${inner}, again(...args) { return this.call(...args); } }` : inner}; }`);
  const callee = importFrom(spot, module, name);
  const made = draft.fresh('client');
  const start = tape.chance(30) ? `'/' + ${text(spot)}` : `'/${word(spot)}'`;
  const atTop = !start.includes('input') && tape.chance(40) && !start.includes(' ');
  (atTop ? spot.module.top : spot.lines).push(`const ${made} = ${callee}(${start});`);
  return `${made}${asObject ? tape.one(['.call', '.again']) : ''}(${listOfParts(parts).join(', ')})`;
}

function byRest(spot: Spot, parts: Parts, levels: number): string {
  const { draft } = spot;
  const name = draft.fresh('pass');
  const inner = draft.fresh('send');
  const given = names(spot, parts);
  const at = inside(spot, scopeOfWrapper);
  const written = body(at, given, levels);
  spot.module.top.push(`${isAsync(written)}function ${inner}(${listOfParts(given).join(', ')}) ${written}`);
  spot.module.top.push(spot.tape.chance(50) ? `const ${name} = (...args) => ${inner}(...args);` : `function ${name}(first, ...rest) { return ${inner}(first, ...rest); }`);
  return `${name}(${listOfParts(parts).join(', ')})`;
}

/** The request is sent by a function that is handed to another. */
function byCallback(spot: Spot, parts: Parts, levels: number): string {
  const module = home(spot);
  const name = spot.draft.fresh('guard');
  module.top.push(spot.tape.one([
    `${exported(spot, module)}async function ${name}(action) { return await action(); }`,
    `${exported(spot, module)}const ${name} = async (action) => { try { return await action(); } catch (error) { return null; } };`,
    `${exported(spot, module)}function ${name}(action) { return Promise.resolve().then(() => action()); }`,
  ]));
  const callee = importFrom(spot, module, name);
  const at = inside(spot, spot.scope);
  const call = request(at, parts, levels - 1);
  return `${callee}(async () => { ${[...at.lines, `return await ${call};`].join(' ')} })`;
}

function byObject(spot: Spot, parts: Parts, levels: number): string {
  const module = home(spot);
  const name = spot.draft.fresh('api');
  const given = names(spot, parts);
  const at = inside(spot, scopeOfWrapper, module);
  const written = body(at, given, levels);
  module.top.push(`${exported(spot, module)}const ${name} = { inner: { call: ${isAsync(written)}(${listOfParts(given).join(', ')}) => ${written} }, get(...args) { return this.inner.call(...args); } };`);
  return `${importFrom(spot, module, name)}.${spot.tape.one(['inner.call', 'get'])}(${listOfParts(parts).join(', ')})`;
}

function byStatic(spot: Spot, parts: Parts, levels: number): string {
  const module = home(spot);
  const name = spot.draft.fresh('Api');
  const given = names(spot, parts);
  const at = inside(spot, { ...scopeOfWrapper, words: [`${name}.part`] }, module);
  const written = body(at, given, levels);
  module.top.push(`${exported(spot, module)}class ${name} { static part = ${quoted(spot)}; static ${isAsync(written)}call(${listOfParts(given).join(', ')}) ${written} }`);
  return `${importFrom(spot, module, name)}.call(${listOfParts(parts).join(', ')})`;
}

/** A method of an instance; the class may have a base that holds fields, or that sends. */
function byClass(spot: Spot, parts: Parts, levels: number): string {
  const { draft, tape } = spot;
  const module = home(spot);
  const name = draft.fresh('Api');
  const root = draft.fresh('Root');
  const given = names(spot, parts);
  const params = listOfParts(given).join(', ');
  const hasBase = tape.chance(60);
  const at = inside(spot, { ...scopeOfWrapper, words: ['this.word'] }, module);
  const path = tape.one([given.path, `this.prefix + ${given.path}`, `\`\${this.prefix}\${${given.path}}\``, `this.full(${given.path})`]);
  const written = body(at, { ...given, path }, levels);
  const call = `${isAsync(written)}call(${params}) ${written}`;
  const helper = tape.one([`get prefix() { return '/' + this.own; } full(p) { return this.prefix + p; }`, `prefix = '/p'; full(p) { return '/f' + p; }`, `get prefix() { return this.full(''); } full(p) { return '/' + this.word + p; }`]);
  const fields = `word; own = 'own'; #secret = ${quoted(spot)}; constructor(word) { this.word = word; }`;
  const overrides = tape.chance(40);
  if (hasBase) {
    const rootModule = tape.chance(30) && module !== draft.deep ? draft.deep : module;
    if (rootModule === module) module.top.push(`class ${root} { ${fields} ${helper} ${call} }`);
    else {
      // what the base sends is written in the module of the class: only its fields move
      rootModule.top.push(`export class ${root} { ${fields} ${helper} }`);
      module.imports.add(`import { ${root} } from './${rootModule.name}.ts';`);
    }
    const own = rootModule === module ? (overrides ? `call(...args) { return super.call(...args); }` : '') : call;
    const made = tape.chance(50) ? `constructor(word) { super(word + '-x'); }` : '';
    const otherOwn = tape.chance(40) ? `own = 'mine';` : '';
    module.top.push(`${exported(spot, module)}class ${name} extends ${root} { ${otherOwn} ${made} ${own} }`);
  } else module.top.push(`${exported(spot, module)}class ${name} { ${fields} ${helper} ${call} }`);
  const callee = importFrom(spot, module, name);
  const instance = draft.fresh('api');
  const argument = text(spot);
  const atTop = /^'\w+'$/.test(argument) && tape.chance(40);
  (atTop ? spot.module.top : spot.lines).push(`const ${instance} = new ${callee}(${argument});`);
  if (!atTop && tape.chance(20)) spot.lines.push(`${instance}.word = ${quoted(spot)};`);
  return `${instance}.call(${listOfParts(parts).join(', ')})`;
}
