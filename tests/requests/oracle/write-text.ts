import { closedScope, importFrom, libraryOf } from './program.ts';
import type { Scope, Spot } from './program.ts';

const WORDS = ['library', 'all', 'hubs', 'meta', 'onDeck', 'search', 'items', 'prefs', 'v2', 'music'] as const;

export function word(spot: Spot): string {
  return spot.tape.one(WORDS);
}

export function quoted(spot: Spot): string {
  return `'${word(spot)}'`;
}

/** A place in another function, with its own statements and its own unknown values. */
export function inside(spot: Spot, scope: Scope, module = spot.module): Spot {
  return { ...spot, lines: [], scope, module };
}

/** The text of a function's body that returns an expression. */
export function bodyOf(spot: Spot, result: string): string {
  return `{ ${[...spot.lines, `return ${result};`].join(' ')} }`;
}

/** An unknown word, or a written one where there is none. */
function unknown(spot: Spot): string {
  const { words } = spot.scope;
  return words[spot.tape.pick(Math.max(words.length, 1))] ?? quoted(spot);
}

/** A condition, unknown or decidable. */
export function condition(spot: Spot): string {
  const { flags, kinds, maybes, words } = spot.scope;
  const [kind] = kinds;
  const [maybe] = maybes;
  const [name] = words;
  const flag = flags[spot.tape.pick(Math.max(flags.length, 1))] ?? 'true';
  switch (spot.tape.pick(9)) {
    case 1: return kind === undefined ? flag : `${kind} === 'a'`;
    case 2: return maybe === undefined ? flag : `${maybe} !== undefined`;
    case 3: return `!${flag}`;
    case 4: return `'/${word(spot)}'.startsWith('/')`;
    case 5: return name === undefined ? flag : `typeof ${name} === 'string'`;
    case 6: return kind === undefined ? flag : `(${flag} && ${kind} !== 'b')`;
    case 7: return maybe === undefined ? flag : `(${flag} || !${maybe})`;
    case 8: return kind === undefined ? flag : `['a', 'b'].includes(${kind})`;
    default: return flag;
  }
}

type Writer = (spot: Spot) => string;

const plain: readonly Writer[] = [quoted, unknown, quoted, (spot) => spot.scope.numbers[0] ?? quoted(spot), unknown];

const rich: readonly Writer[] = [
  (spot) => `\`\${${text(spot)}}-\${${text(spot)}}\``,
  (spot) => `(${text(spot)} + '-' + ${text(spot)})`,
  (spot) => `(${condition(spot)} ? ${text(spot)} : ${text(spot)})`,
  (spot) => (spot.scope.maybes[0] === undefined ? quoted(spot) : `(${spot.scope.maybes[0]} ${spot.tape.one(['??', '||'])} ${text(spot)})`),
  localConstant, moduleConstant, importedConstant, callFunction, table, enumMember, builtIn, letWithFlow, getter, listElement, switched, method, closure, looped, destructured, selfCall, nullishAssigned, objectFields, staticMember, recursiveDefault,
  listOperations, tried, lateChange, repeated, singleton, chained, collected,
];

/** An expression whose value is a clean word: no slash, question mark or space. */
export function text(spot: Spot): string {
  if (spot.draft.fuel <= 0) return writer(plain, spot)(spot);
  const which = spot.tape.pick(plain.length + rich.length);
  if (which < plain.length) return (plain[which] ?? quoted)(spot);
  spot.draft.fuel--;
  return (rich[which - plain.length] ?? quoted)(spot);
}

function writer(writers: readonly Writer[], spot: Spot): Writer {
  return writers[spot.tape.pick(writers.length)] ?? quoted;
}

function localConstant(spot: Spot): string {
  const value = text(spot);
  const name = spot.draft.fresh('c');
  spot.lines.push(`const ${name} = ${value};`);
  return name;
}

function moduleConstant(spot: Spot): string {
  const at = inside(spot, closedScope);
  const value = text(at);
  const name = spot.draft.fresh('C');
  spot.module.top.push(...at.lines, `const ${name} = ${value};`);
  return name;
}

function importedConstant(spot: Spot): string {
  const library = libraryOf(spot);
  const at = inside(spot, closedScope, library);
  const value = text(at);
  const name = spot.draft.fresh('C');
  library.top.push(...at.lines, `export const ${name} = ${value};`);
  return importFrom(spot, library, name);
}

/** A function of this module or another that makes a text of what it is given. */
function callFunction(spot: Spot): string {
  const { draft, tape } = spot;
  const module = tape.chance(40) ? libraryOf(spot) : spot.module;
  const name = draft.fresh('f');
  const one = draft.fresh('p');
  const two = draft.fresh('p');
  const byObject = tape.chance(30);
  const early = tape.chance(20);
  const at = inside(spot, { ...closedScope, words: [one, two] }, module);
  const fallback = tape.chance(40) ? quoted(at) : null;
  if (early) at.lines.push(`if (${condition({ ...at, scope: { ...at.scope, kinds: [one] } })}) return ${text(at)};`);
  const result = text(at);
  const second = fallback === null ? two : `${two} = ${fallback}`;
  const params = byObject ? `({ ${one}, ${second} })` : `(${one}, ${second})`;
  const body = bodyOf(at, result);
  module.top.push(`${module === spot.module ? '' : 'export '}${tape.chance(40) ? `const ${name} = ${params} => ${body};` : `function ${name}${params} ${body}`}`);
  const callee = importFrom(spot, module, name);
  const first = text(spot);
  const other = fallback !== null && tape.chance(50) ? null : text(spot);
  if (byObject) return `${callee}({ ${one}: ${first}${other === null ? '' : `, ${two}: ${other}`} })`;
  return `${callee}(${first}${other === null ? '' : `, ${other}`})`;
}

function table(spot: Spot): string {
  const { draft, tape } = spot;
  const at = inside(spot, closedScope);
  const name = draft.fresh('T');
  const entries = ['a', 'b', 'c'].map((key) => `${key}: ${text(at)}`).join(', ');
  spot.module.top.push(...at.lines, `const ${name} = { ${entries} }${tape.chance(30) ? ' as const' : ''};`);
  const [kind] = spot.scope.kinds;
  switch (tape.pick(4)) {
    case 1: return `${name}['b']`;
    case 2: return kind === undefined ? `${name}.a` : `${name}[${kind}]`;
    case 3: return `${name}[${condition(spot)} ? 'a' : 'c']`;
    default: return `${name}.a`;
  }
}

function enumMember(spot: Spot): string {
  const { draft, tape } = spot;
  const module = tape.chance(40) ? libraryOf(spot) : spot.module;
  const name = draft.fresh('E');
  module.top.push(`${module === spot.module ? '' : 'export '}enum ${name} { One = ${quoted(spot)}, Two = ${quoted(spot)} }`);
  return `${importFrom(spot, module, name)}.${tape.one(['One', 'Two'])}`;
}

function builtIn(spot: Spot): string {
  switch (spot.tape.pick(13)) {
    case 1: return `${text(spot)}.toString()`;
    case 2: return `encodeURIComponent(${text(spot)})`;
    case 3: return `[${text(spot)}, ${text(spot)}].join('-')`;
    case 4: return `'x'.concat(${text(spot)}, '-y')`;
    case 5: return `${quoted(spot)}.replace('a', ${text(spot)})`;
    case 6: return `${quoted(spot)}.toUpperCase()`;
    case 7: return `('x' + ${text(spot)}).slice(1)`;
    case 8: return `${quoted(spot)}.replace(/[aeiou]/g, 'o')`;
    case 9: return `'one,two'.split(',')[1]`;
    case 10: return `\`/\${${text(spot)}}\`.substring(1)`;
    case 11: return `[${text(spot)}, '', ${text(spot)}].filter(Boolean).join('.')`;
    case 12: return `(${text(spot)} + '').trim()`;
    default: return `String(${text(spot)})`;
  }
}

/** A variable that grows, or is replaced, in branches. */
function letWithFlow(spot: Spot): string {
  const { draft, tape, lines } = spot;
  const start = text(spot);
  const name = draft.fresh('v');
  lines.push(`let ${name} = ${start};`);
  const assign = (): string => { const value = text(spot); return tape.chance(40) ? `${name} = ${value};` : `${name} += '-' + ${value};`; };
  for (let i = 0; i <= tape.pick(2); i++) {
    const first = assign();
    switch (tape.pick(4)) {
      case 1: lines.push(`if (${condition(spot)}) { ${first} }`); break;
      case 2: { const second = assign(); lines.push(`if (${condition(spot)}) { ${first} } else { ${second} }`); break; }
      case 3: lines.push(`if (${condition(spot)}) ${first}`); break;
      default: lines.push(first);
    }
  }
  return name;
}

function getter(spot: Spot): string {
  const name = spot.draft.fresh('o');
  const at = inside(spot, spot.scope);
  const result = text(at);
  spot.lines.push(`const ${name} = { get it() ${bodyOf(at, result)} };`);
  return `${name}.it`;
}

function listElement(spot: Spot): string {
  const values = [text(spot), text(spot)];
  switch (spot.tape.pick(3)) {
    case 1: {
      const name = spot.draft.fresh('d');
      spot.lines.push(`const [, ${name}] = [${values.join(', ')}];`);
      return name;
    }
    case 2: return `[...[${values.join(', ')}]].at(-1)`;
    default: return `[${values.join(', ')}][0]`;
  }
}

function switched(spot: Spot): string {
  const [kind] = spot.scope.kinds;
  if (kind === undefined) return quoted(spot);
  const name = spot.draft.fresh('s');
  const values = [text(spot), text(spot), text(spot)];
  const fallsThrough = spot.tape.chance(30);
  const last = spot.tape.chance(60) ? `default: ${name} = ${values[2] ?? ''};` : '';
  spot.lines.push(`let ${name} = ${quoted(spot)}; switch (${kind}) { case 'a': ${name} = ${values[0] ?? ''}; ${fallsThrough ? '' : 'break;'} case 'b': ${name} = ${values[1] ?? ''}; break; ${last} }`);
  return name;
}

function method(spot: Spot): string {
  const name = spot.draft.fresh('o');
  const param = spot.draft.fresh('p');
  const at = inside(spot, { ...closedScope, words: [param, 'this.own'] });
  const result = text(at);
  const own = text(spot);
  spot.lines.push(`const ${name} = { own: ${own}, of(${param}) ${bodyOf(at, result)} };`);
  return `${name}.of(${text(spot)})`;
}

function closure(spot: Spot): string {
  const at = inside(spot, spot.scope);
  const result = text(at);
  if (spot.tape.chance(50)) return `(() => ${bodyOf(at, result)})()`;
  const name = spot.draft.fresh('f');
  const param = spot.draft.fresh('p');
  spot.lines.push(`const ${name} = (${param}) => () => ${param} + ${result};`);
  spot.lines.splice(-1, 0, ...at.lines);
  return `${name}(${text(spot)})()`;
}

function looped(spot: Spot): string {
  const name = spot.draft.fresh('v');
  const item = spot.draft.fresh('i');
  const start = text(spot);
  const [list] = spot.scope.lists;
  const over = spot.tape.chance(50) && list !== undefined ? list : `[${text(spot)}, ${text(spot)}]`;
  const stop = spot.tape.chance(25) ? `if (${condition(spot)}) ${spot.tape.one(['break', 'continue'])}; ` : '';
  spot.lines.push(`let ${name} = ${start}; for (const ${item} of ${over}) { ${stop}${name} += '-' + ${item}; }`);
  return name;
}

function destructured(spot: Spot): string {
  const name = spot.draft.fresh('d');
  const value = text(spot);
  switch (spot.tape.pick(3)) {
    case 1: spot.lines.push(`const { it: ${name} = ${quoted(spot)} } = { it: ${value} };`); break;
    case 2: spot.lines.push(`const { deep: { it: ${name} } } = { deep: { it: ${value} } };`); break;
    default: spot.lines.push(`const { it: ${name} } = { it: ${value} };`);
  }
  return name;
}

function selfCall(spot: Spot): string {
  const name = spot.draft.fresh('f');
  const param = spot.draft.fresh('p');
  spot.module.top.push(`function ${name}(${param}, n) { return n > 0 ? ${name}(${param} + '-n', n - 1) : ${param}; }`);
  return `${name}(${text(spot)}, ${String(spot.tape.pick(3))})`;
}

function nullishAssigned(spot: Spot): string {
  const [maybe] = spot.scope.maybes;
  const name = spot.draft.fresh('v');
  spot.lines.push(`let ${name} = ${maybe ?? quoted(spot)}; ${name} ${spot.tape.one(['??=', '||='])} ${text(spot)};`);
  return name;
}

/** A field that is written more than once, and through another name of the object. */
function objectFields(spot: Spot): string {
  const { draft, tape, lines } = spot;
  const name = draft.fresh('o');
  lines.push(`const ${name} = { it: ${text(spot)}, more: ${text(spot)} };`);
  const value = text(spot);
  switch (tape.pick(4)) {
    case 1: lines.push(`if (${condition(spot)}) ${name}.it = ${value};`); break;
    case 2: { const alias = draft.fresh('o'); lines.push(`const ${alias} = ${name}; ${alias}.it = ${value};`); break; }
    case 3: { const copy = draft.fresh('o'); lines.push(`const ${copy} = { ...${name} }; ${copy}.it = ${value};`); break; }
    default: lines.push(`${name}.it = ${value};`);
  }
  return tape.chance(20) ? `Object.values(${name})[0]` : `${name}.it`;
}

function staticMember(spot: Spot): string {
  const name = spot.draft.fresh('K');
  const at = inside(spot, closedScope);
  const value = text(at);
  spot.module.top.push(...at.lines, `class ${name} { static part = ${value}; static get got() { return ${name}.part; } static of(p) { return p + '-' + this.part; } }`);
  switch (spot.tape.pick(3)) {
    case 1: return `${name}.got`;
    case 2: return `${name}.of(${text(spot)})`;
    default: return `${name}.part`;
  }
}

function recursiveDefault(spot: Spot): string {
  const name = spot.draft.fresh('f');
  const [one, two] = [spot.draft.fresh('p'), spot.draft.fresh('p')];
  spot.module.top.push(`function ${name}(${one} = ${quoted(spot)}, ${two} = ${one} + '-d') { return ${two}; }`);
  return spot.tape.one([`${name}()`, `${name}(${text(spot)})`, `${name}(undefined, ${text(spot)})`]);
}

/** A list that is changed, reordered, cut or folded. */
function listOperations(spot: Spot): string {
  const { draft, tape, lines } = spot;
  const name = draft.fresh('l');
  lines.push(`const ${name} = [${text(spot)}, ${text(spot)}, ${text(spot)}];`);
  const more = text(spot);
  lines.push(tape.one([
    `${name}.push(${more});`, `${name}.unshift(${more});`, `${name}.pop();`, `${name}.shift();`, `${name}.reverse();`, `${name}.sort();`, `${name}[1] = ${more};`,
    `if (${condition(spot)}) ${name}.push(${more});`, `if (${condition(spot)}) ${name}.pop();`, `${name}.splice(1, 1);`, `${name}.length = 1;`,
  ]));
  return tape.one([
    `${name}.join('-')`, `${name}[0]`, `${name}.at(-1)`, `${name}.slice(1).join('-')`, `${name}.concat([${quoted(spot)}]).join('-')`, `${name}.map((s, i) => s + i).join('-')`,
    `${name}.reduce((all, s) => all + '-' + s)`, `${name}.find((s) => s !== 'all')`, `${name}.filter((s) => s !== 'all').join('-')`, `[...${name}, ${quoted(spot)}].reverse()[0]`, `[${name}, [${quoted(spot)}]].flat().join('-')`, `${name}.indexOf('all')`, `${name}.length`,
  ]);
}

function tried(spot: Spot): string {
  const { draft, tape, lines } = spot;
  const name = draft.fresh('v');
  const [one, two, three] = [text(spot), text(spot), text(spot)];
  const breaks = tape.chance(50) ? `if (${condition(spot)}) throw new Error('no');` : '';
  lines.push(`let ${name} = ${one}; try { ${name} += '-' + ${two}; ${breaks} ${name} = ${name} + '-t'; } catch { ${name} += '-' + ${three}; }${tape.chance(40) ? ` finally { ${name} += '-f'; }` : ''}`);
  return name;
}

/** A function that sees what a variable becomes after the function was made, or that changes it. */
function lateChange(spot: Spot): string {
  const { draft, tape, lines } = spot;
  const [name, fn] = [draft.fresh('v'), draft.fresh('f')];
  const [one, two] = [text(spot), text(spot)];
  lines.push(`let ${name} = ${one};`);
  switch (tape.pick(3)) {
    case 1:
      lines.push(`const ${fn} = () => { ${name} = ${two}; };`, tape.chance(50) ? `${fn}();` : `if (${condition(spot)}) ${fn}();`);
      return name;
    case 2:
      lines.push(`const ${fn} = (stop) => { if (stop) return; ${name} += '-' + ${two}; };`, `${fn}(${condition(spot)});`);
      return name;
    default:
      lines.push(`const ${fn} = () => ${name};`, `${name} = ${two};`);
      return `${fn}()`;
  }
}

function repeated(spot: Spot): string {
  const { draft, tape, lines } = spot;
  const [name, i] = [draft.fresh('v'), draft.fresh('n')];
  const [one, two] = [text(spot), text(spot)];
  const stop = tape.chance(30) ? ` if (${condition(spot)}) ${tape.one(['break', 'continue'])};` : '';
  lines.push(tape.one([
    `let ${name} = ${one}; for (let ${i} = 0; ${i} < ${String(tape.pick(3))}; ${i}++) {${stop} ${name} += '-' + ${i}; }`,
    `let ${name} = ${one}; let ${i} = 0; do { ${i}++;${stop} ${name} = ${two}; } while (${i} < 2);`,
    `let ${name} = ${one}; let ${i} = 0; while (${i} < 2) { ${i}++;${stop} ${name} = ${name} + ${i}; }`,
    `let ${name} = ${one}; outer${i}: for (const a of ['x', 'y']) { for (const b of ['z', 'w']) { if (${condition(spot)}) ${tape.one(['break', 'continue'])} outer${i}; ${name} += a + b; } ${name} = ${two}; }`,
    `let ${name} = ${one}; for (const ${i} in { kx: 1, ky: 2 }) {${stop} ${name} += '-' + ${i}; }`,
  ]));
  return name;
}

/** A variable of the module that a function sets the first time. */
function singleton(spot: Spot): string {
  const { draft, tape } = spot;
  const module = tape.chance(40) ? libraryOf(spot) : spot.module;
  const [name, fn] = [draft.fresh('single'), draft.fresh('get')];
  const at = inside(spot, closedScope, module);
  const value = text(at);
  module.top.push(...at.lines, `let ${name};`, `${module === spot.module ? '' : 'export '}function ${fn}() { ${tape.one([`${name} ??= ${value};`, `if (!${name}) ${name} = ${value};`, `if (${name}) return ${name}; ${name} = ${value};`])} return ${name}; }`);
  return `${importFrom(spot, module, fn)}()`;
}

/** Optional chains, assertions and other ways to say the same. */
function chained(spot: Spot): string {
  const name = spot.draft.fresh('o');
  spot.lines.push(`const ${name} = { deep: { it: ${text(spot)} }, none: undefined };`);
  return spot.tape.one([
    `${name}?.deep?.it`, `(${name}.deep as any).it`, `${name}.deep!.it`, `(${name}.none?.it ?? ${text(spot)})`, `(0, ${name}.deep.it)`, `(${name}.deep && ${name}.deep.it)`, `Object.entries(${name}.deep)[0][1]`, `({ ...${name}.deep }).it`, `${name}['de' + 'ep'].it`, `structuredClone(${name}.deep).it`,
    `JSON.parse(JSON.stringify(${name}.deep)).it`, `Object.freeze(${name}.deep).it`,
  ]);
}

/** Maps and sets. */
function collected(spot: Spot): string {
  const name = spot.draft.fresh('m');
  const [one, two] = [text(spot), text(spot)];
  switch (spot.tape.pick(4)) {
    case 1: spot.lines.push(`const ${name} = new Map(); ${name}.set('a', ${one}); if (${condition(spot)}) ${name}.set('a', ${two});`); return `${name}.get('a')`;
    case 2: spot.lines.push(`const ${name} = new Set([${one}]); ${name}.add('x' + ${two});`); return `[...${name}].join('-')`;
    case 3: spot.lines.push(`const ${name} = new Map(Object.entries({ a: ${one} }));`); return `(${name}.get('b') ?? ${two})`;
    default: spot.lines.push(`const ${name} = new Map([['a', ${one}], ['b', ${two}]]);`); return `${name}.get('a')`;
  }
}
