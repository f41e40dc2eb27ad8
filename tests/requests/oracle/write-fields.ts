import { closedScope, importFrom, libraryOf } from './program.ts';
import type { Spot } from './program.ts';
import { bodyOf, condition, inside, text } from './write-text.ts';

const QUERY_NAMES = ['type', 'sort', 'start', 'X-Plex-Token', 'unwatched'] as const;
const HEADER_NAMES = ['Accept', 'X-Plex-Token', 'x-plex-product', 'X-Custom'] as const;

export type FieldsKind = 'query' | 'headers';

/** Header names are the same in any case. */
export function headerName(spot: Spot): string {
  const name = fieldName(spot, 'headers');
  return spot.tape.chance(30) ? name.toLowerCase() : name;
}

export function fieldName(spot: Spot, kind: FieldsKind): string {
  return kind === 'query' ? spot.tape.one(QUERY_NAMES) : spot.tape.one(HEADER_NAMES);
}

function key(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name}'`;
}

/** `name: value`, as an object literal has it. */
export function entryText(spot: Spot, kind: FieldsKind): string {
  const name = fieldName(spot, kind);
  const value = text(spot);
  if (!spot.tape.chance(15)) return `${key(name)}: ${value}`;
  const computed = spot.draft.fresh('k');
  spot.lines.push(`const ${computed} = '${name}';`);
  return `[${computed}]: ${value}`;
}

/** An object literal of named values. */
function literal(spot: Spot, kind: FieldsKind): string {
  const entries = [entryText(spot, kind)];
  for (let i = 0; i < spot.tape.pick(2); i++) entries.push(entryText(spot, kind));
  if (spot.tape.chance(20)) entries.push(conditionalSpread(spot, kind));
  return `{ ${entries.join(', ')} }`;
}

function conditionalSpread(spot: Spot, kind: FieldsKind): string {
  const inner = entryText(spot, kind);
  const [maybe] = spot.scope.maybes;
  switch (spot.tape.pick(3)) {
    case 1: return `...(${condition(spot)} && { ${inner} })`;
    case 2: return maybe === undefined ? `...{ ${inner} }` : `...(${maybe} ? { ${key(fieldName(spot, kind))}: ${maybe} } : {})`;
    default: return `...(${condition(spot)} ? { ${inner} } : {})`;
  }
}

/** An expression whose value is a plain object of named values. */
export function fields(spot: Spot, kind: FieldsKind): string {
  if (spot.draft.fuel <= 0) return literal(spot, kind);
  spot.draft.fuel--;
  const { draft, tape, lines } = spot;
  switch (tape.pick(13)) {
    case 1: return mutated(spot, kind);
    case 2: return `{ ...${fields(spot, kind)}, ${entryText(spot, kind)} }`;
    case 3: return `{ ${entryText(spot, kind)}, ...${fields(spot, kind)} }`;
    case 4: return `Object.assign({}, ${fields(spot, kind)}, ${fields(spot, kind)})`;
    case 5: return shared(spot, kind);
    case 6: return `(${condition(spot)} ? ${fields(spot, kind)} : ${fields(spot, kind)})`;
    case 7: return made(spot, kind);
    case 8: {
      const [a, b] = [fieldName(spot, kind), fieldName(spot, kind)];
      return `Object.fromEntries([['${a}', ${text(spot)}], ['${b}', ${text(spot)}]])`;
    }
    case 9: {
      const name = draft.fresh('r');
      const rest = draft.fresh('r');
      lines.push(`const { ${key(fieldName(spot, kind))}: ${name}, ...${rest} } = ${fields(spot, kind)};`);
      return rest;
    }
    case 10: return mutated(spot, kind);
    case 11: return copied(spot, kind);
    case 12: return changedByFunction(spot, kind);
    default: return literal(spot, kind);
  }
}

/** An object that statements add to, and take from, before it is used. */
function mutated(spot: Spot, kind: FieldsKind): string {
  const { draft, tape, lines } = spot;
  const start = tape.chance(30) ? '{}' : fields(spot, kind);
  const name = draft.fresh('m');
  lines.push(`const ${name} = ${start};`);
  for (let i = 0; i <= tape.pick(3); i++) lines.push(mutation(spot, name, kind));
  return name;
}

function mutation(spot: Spot, object: string, kind: FieldsKind): string {
  const { tape } = spot;
  const name = fieldName(spot, kind);
  const member = /^\w+$/.test(name) && tape.chance(50) ? `${object}.${name}` : `${object}['${name}']`;
  const value = text(spot);
  const [kindOf] = spot.scope.kinds;
  const [maybe] = spot.scope.maybes;
  switch (tape.pick(10)) {
    case 1: return `if (${condition(spot)}) ${member} = ${value};`;
    case 2: return `delete ${member};`;
    case 3: return `if (${condition(spot)}) { delete ${member}; }`;
    case 4: return `Object.assign(${object}, ${fields(spot, kind)});`;
    case 5: return `for (const name of ['${name}', '${fieldName(spot, kind)}']) ${object}[name] = ${value};`;
    case 6: return kindOf === undefined ? `${member} = ${value};` : `switch (${kindOf}) { case 'a': ${member} = ${value}; break; case 'b': delete ${object}['${fieldName(spot, kind)}']; }`;
    case 7: return maybe === undefined ? `${member} ??= ${value};` : `if (${maybe}) { ${member} = ${maybe}; }`;
    case 8: return `if (${condition(spot)}) { ${member} = ${value}; } else { ${object}['${fieldName(spot, kind)}'] = ${text(spot)}; }`;
    case 9: return `${condition(spot)} && (${member} = ${value});`;
    default: return `${member} = ${value};`;
  }
}

/** A constant of this module or another. */
function shared(spot: Spot, kind: FieldsKind): string {
  const module = spot.tape.chance(50) ? libraryOf(spot) : spot.module;
  const at = inside(spot, closedScope, module);
  const value = literal(at, kind);
  const name = spot.draft.fresh('F');
  module.top.push(...at.lines, `${module === spot.module ? '' : 'export '}const ${name} = ${value};`);
  return importFrom(spot, module, name);
}

/** What a function makes, with or without a value given to it. */
function made(spot: Spot, kind: FieldsKind): string {
  const { draft, tape } = spot;
  const module = tape.chance(40) ? libraryOf(spot) : spot.module;
  const name = draft.fresh('f');
  const param = draft.fresh('p');
  const flag = draft.fresh('q');
  const at = inside(spot, { ...closedScope, words: [param], flags: [flag] }, module);
  if (tape.chance(20)) at.lines.push(`if (${condition(at)}) return ${literal(at, kind)};`);
  const result = fields(at, kind);
  module.top.push(`${module === spot.module ? '' : 'export '}function ${name}(${param}, ${flag} = ${tape.one(['false', 'true'])}) ${bodyOf(at, result)}`);
  return `${importFrom(spot, module, name)}(${text(spot)}${tape.chance(40) ? `, ${condition(spot)}` : ''})`;
}

/** Loops that copy an object, all of it or what has a value. */
function copied(spot: Spot, kind: FieldsKind): string {
  const { draft, tape, lines } = spot;
  const from = fields(spot, kind);
  const name = draft.fresh('m');
  switch (tape.pick(3)) {
    case 1:
      lines.push(`const ${name} = {}; for (const [k, v] of Object.entries(${from})) { if (v !== undefined) ${name}[k] = v; }`);
      return name;
    case 2: return `Object.fromEntries(Object.entries(${from}).filter(([, v]) => v != null))`;
    default:
      lines.push(`const ${name} = {}; for (const [k, v] of Object.entries(${from})) ${name}[k] = v;`);
      return name;
  }
}

/** An object that is handed to a function, which changes it. */
function changedByFunction(spot: Spot, kind: FieldsKind): string {
  const { draft, tape, lines } = spot;
  const name = draft.fresh('m');
  lines.push(`const ${name} = ${fields(spot, kind)};`);
  const fn = draft.fresh('f');
  const param = draft.fresh('p');
  const at = inside(spot, closedScope);
  const change = mutation(at, param, kind);
  spot.module.top.push(`function ${fn}(${param}) { ${[...at.lines, change].join(' ')} ${tape.chance(50) ? `return ${param};` : ''} }`);
  lines.push(`${fn}(${name});`);
  return name;
}

/** The text `a=1&b=2`. */
export function queryText(spot: Spot): string {
  switch (spot.tape.pick(6)) {
    case 1: return `\`${fieldName(spot, 'query')}=\${${text(spot)}}&${fieldName(spot, 'query')}=\${${text(spot)}}\``;
    case 2: return `${searchParams(spot)}.toString()`;
    case 3: {
      spot.module.imports.add(`import qs from 'qs';`);
      return `qs.stringify(${fields(spot, 'query')})`;
    }
    case 4: return `['${fieldName(spot, 'query')}=' + ${text(spot)}, '${fieldName(spot, 'query')}=' + ${text(spot)}].join('&')`;
    case 5: return `Object.entries(${fields(spot, 'query')}).map(([k, v]) => \`\${k}=\${encodeURIComponent(v)}\`).join('&')`;
    default: return `'${fieldName(spot, 'query')}=' + ${text(spot)}`;
  }
}

/** A URLSearchParams. */
export function searchParams(spot: Spot): string {
  const { draft, tape, lines } = spot;
  const name = draft.fresh('u');
  switch (tape.pick(4)) {
    case 1: lines.push(`const ${name} = new URLSearchParams([['${fieldName(spot, 'query')}', ${text(spot)}]]);`); break;
    case 2: lines.push(`const ${name} = new URLSearchParams(\`${fieldName(spot, 'query')}=\${${text(spot)}}\`);`); break;
    case 3: lines.push(`const ${name} = new URLSearchParams();`); break;
    default: lines.push(`const ${name} = new URLSearchParams(${fields(spot, 'query')});`);
  }
  changeParams(spot, name);
  return name;
}

export function changeParams(spot: Spot, name: string): void {
  const { tape, lines } = spot;
  for (let i = 0; i < tape.pick(3); i++) {
    const field = fieldName(spot, 'query');
    const value = text(spot);
    switch (tape.pick(6)) {
      case 1: lines.push(`${name}.append('${field}', ${value});`); break;
      case 2: lines.push(`${name}.delete('${field}');`); break;
      case 3: lines.push(`if (${condition(spot)}) ${name}.set('${field}', ${value});`); break;
      case 4: lines.push(`for (const [k, v] of Object.entries(${fields(spot, 'query')})) ${name}.set(k, v);`); break;
      case 5: lines.push(`if (${condition(spot)}) { ${name}.delete('${field}'); } else { ${name}.append('${field}', ${value}); }`); break;
      default: lines.push(`${name}.set('${field}', ${value});`);
    }
  }
}

/** What `fetch` takes as headers: an object, Headers or pairs. */
export function headersInit(spot: Spot): string {
  const { draft, tape, lines } = spot;
  switch (tape.pick(5)) {
    case 1: return `new Headers(${fields(spot, 'headers')})`;
    case 2: return `[['${fieldName(spot, 'headers')}', ${text(spot)}]]`;
    case 3: {
      const name = draft.fresh('h');
      lines.push(`const ${name} = new Headers(${tape.chance(50) ? fields(spot, 'headers') : ''});`);
      for (let i = 0; i <= tape.pick(2); i++) {
        const field = headerName(spot);
        const value = text(spot);
        switch (tape.pick(4)) {
          case 1: lines.push(`${name}.append('${field}', ${value});`); break;
          case 2: lines.push(`${name}.delete('${field}');`); break;
          case 3: lines.push(`if (${condition(spot)}) ${name}.set('${field}', ${value});`); break;
          default: lines.push(`${name}.set('${field}', ${value});`);
        }
      }
      return name;
    }
    default: return fields(spot, 'headers');
  }
}
