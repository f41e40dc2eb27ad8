import type { Spot } from './program.ts';
import { changeParams, fieldName, fields, headerName, headersInit, queryText, searchParams } from './write-fields.ts';
import { base } from './write-path.ts';
import { condition, inside, text } from './write-text.ts';

/** What a request is made of, as expressions; null: nothing is said. */
export interface Parts {
  readonly path: string;
  readonly method: string | null;
  /** Plain objects; they may be undefined when the program runs. */
  readonly query: string | null;
  readonly headers: string | null;
}

/** Writes the call of a client. Returns the expression, a promise. */
export function send(spot: Spot, parts: Parts): string {
  switch (spot.tape.pick(5)) {
    case 1: return sendByAxios(spot, parts);
    case 2: return sendByInstance(spot, parts);
    case 3: return sendByGot(spot, parts);
    default: return sendByFetch(spot, parts);
  }
}

function sendByFetch(spot: Spot, parts: Parts): string {
  const { draft, tape, lines } = spot;
  const url = fetchUrl(spot, parts);
  const headers = parts.headers === null ? (tape.chance(40) ? headersInit(spot) : null) : tape.one([parts.headers, `new Headers(${parts.headers} ?? {})`, `{ ...${parts.headers}, 'X-Custom': ${text(spot)} }`]);
  const options = [...(parts.method === null ? [] : [`method: ${parts.method}`]), ...(headers === null ? [] : [`headers: ${headers}`])];
  if (options.length === 0) return `fetch(${url})`;
  switch (tape.pick(5)) {
    case 1: {
      const name = draft.fresh('i');
      lines.push(`const ${name} = { ${options.join(', ')} };`);
      return `fetch(${url}, ${name})`;
    }
    case 2: {
      const name = draft.fresh('i');
      lines.push(`const ${name} = {};`, ...options.map((option) => `${name}.${option.replace(': ', ' = ')};`));
      return `fetch(${url}, ${name})`;
    }
    case 3: return `fetch(new Request(${url}, { ${options.join(', ')} }))`;
    case 4: {
      const name = draft.fresh('i');
      lines.push(`const ${name} = { ${options.join(', ')} };`, `if (${condition(spot)}) ${name}.method = 'PATCH';`);
      return `fetch(${url}, { ...${name} })`;
    }
    default: return `fetch(${url}, { ${options.join(', ')} })`;
  }
}

function fetchUrl(spot: Spot, parts: Parts): string {
  const { draft, tape, lines } = spot;
  const start = base(spot);
  if (parts.query !== null) {
    const { query } = parts;
    switch (tape.pick(5)) {
      case 1: return `${start} + ${parts.path} + '?' + new URLSearchParams(${query}).toString()`;
      case 2: {
        const name = draft.fresh('w');
        lines.push(`const ${name} = new URL(${parts.path}, ${start});`, `for (const [k, v] of Object.entries(${query} ?? {})) ${name}.searchParams.set(k, v);`);
        return tape.one([name, `${name}.href`, `String(${name})`]);
      }
      case 3: {
        const name = draft.fresh('w');
        lines.push(`const ${name} = new URL(${start} + ${parts.path});`, `${name}.search = new URLSearchParams(${query}).toString();`);
        return name;
      }
      case 4: {
        const name = draft.fresh('w');
        lines.push(`let ${name} = ${start} + ${parts.path};`, `if (${query}) ${name} += '?' + new URLSearchParams(${query});`);
        return name;
      }
      default: return `\`\${${start}}\${${parts.path}}?\${new URLSearchParams(${query})}\``;
    }
  }
  switch (tape.pick(8)) {
    case 1: return `${start} + ${parts.path}`;
    case 2: return `new URL(${parts.path}, ${start})`;
    case 3: return `\`\${${start}}\${${parts.path}}?\${${queryText(spot)}}\``;
    case 4: return `${start} + ${parts.path} + '?' + ${queryText(spot)}`;
    case 5: {
      const name = draft.fresh('w');
      lines.push(`const ${name} = new URL(${parts.path}, ${start});`);
      changeParams(spot, `${name}.searchParams`);
      return tape.one([name, `${name}.href`, `${name}.toString()`]);
    }
    case 6: {
      const name = draft.fresh('w');
      lines.push(`let ${name} = ${start} + ${parts.path};`);
      const more = text(spot);
      lines.push(tape.chance(50) ? `${name} += '?${fieldName(spot, 'query')}=' + ${more};` : `if (${condition(spot)}) ${name} += \`?${fieldName(spot, 'query')}=\${${more}}\`;`);
      return name;
    }
    case 7: return `\`\${${start}}\${${parts.path}}?${fieldName(spot, 'query')}=\${${text(spot)}}&\${${searchParams(spot)}}\``;
    default: return `\`\${${start}}\${${parts.path}}\``;
  }
}

function importAxios(spot: Spot): void {
  spot.module.imports.add(`import axios from 'axios';`);
}

function axiosConfig(spot: Spot, parts: Parts): readonly string[] {
  const { tape } = spot;
  const query = parts.query ?? (tape.chance(40) ? (tape.chance(25) ? searchParams(spot) : fields(spot, 'query')) : null);
  const headers = parts.headers ?? (tape.chance(40) ? fields(spot, 'headers') : null);
  return [...(query === null ? [] : [`params: ${query}`]), ...(headers === null ? [] : [`headers: ${headers}`])];
}

function sendByAxios(spot: Spot, parts: Parts): string {
  importAxios(spot);
  const { tape, draft, lines } = spot;
  const config = axiosConfig(spot, parts);
  const url = `${base(spot)} + ${parts.path}`;
  if (parts.method !== null || tape.chance(40)) {
    const options = [`url: ${url}`, ...(parts.method === null ? [] : [`method: ${parts.method}`]), ...config];
    if (tape.chance(30)) {
      const name = draft.fresh('i');
      lines.push(`const ${name} = { ${options.join(', ')} };`);
      const field = fieldName(spot, 'headers');
      if (tape.chance(40)) lines.push(`${name}.headers = { ...${name}.headers, '${field}': ${text(spot)} };`);
      return `axios.request(${name})`;
    }
    return `${tape.one(['axios', 'axios.request'])}({ ${options.join(', ')} })`;
  }
  return verbCall(spot, 'axios', url, config);
}

function verbCall(spot: Spot, client: string, url: string, config: readonly string[]): string {
  const written = config.length === 0 ? '' : `, { ${config.join(', ')} }`;
  switch (spot.tape.pick(4)) {
    case 1: return `${client}.post(${url}, null${written})`;
    case 2: return `${client}.delete(${url}${written})`;
    case 3: return `${client}.put(${url}, {}${written})`;
    default: return `${client}.get(${url}${written})`;
  }
}

/** An instance with defaults, made here or at the top of the module. */
function sendByInstance(spot: Spot, parts: Parts): string {
  importAxios(spot);
  const { draft, tape } = spot;
  const atTop = tape.chance(50);
  const at = atTop ? inside(spot, { ...spot.scope, words: [], numbers: [], flags: [], maybes: [], kinds: [], lists: [], bases: [] }) : spot;
  const name = draft.fresh('http');
  const defaults = [`baseURL: ${base(at)}${tape.chance(30) ? ` + '/api'` : ''}`, ...axiosConfig(at, { path: '', method: null, query: null, headers: null })];
  const made = [`const ${name} = axios.create({ ${defaults.join(', ')} });`];
  if (tape.chance(20)) made.push(`${name}.defaults.headers.common['${headerName(spot)}'] = ${text(at)};`);
  if (atTop) spot.module.top.push(...at.lines, ...made);
  else spot.lines.push(...made);
  const config = axiosConfig(spot, parts);
  if (parts.method === null && tape.chance(70)) return verbCall(spot, name, parts.path, config);
  const method = parts.method === null ? [] : [`method: ${parts.method}`];
  return tape.chance(50) ? `${name}.request({ ${[`url: ${parts.path}`, ...method, ...config].join(', ')} })` : `${name}(${parts.path}, { ${[...method, ...config].join(', ')} })`;
}

function sendByGot(spot: Spot, parts: Parts): string {
  spot.module.imports.add(`import got from 'got';`);
  const { draft, tape, lines } = spot;
  const config = axiosConfig(spot, parts).map((option) => option.replace(/^params: /, 'searchParams: '));
  const options = [...(parts.method === null ? [] : [`method: ${parts.method}`]), ...config];
  const written = options.length === 0 ? '' : `, { ${options.join(', ')} }`;
  if (tape.chance(40)) {
    const name = draft.fresh('got');
    lines.push(`const ${name} = got.extend({ prefixUrl: ${base(spot)}, headers: ${fields(spot, 'headers')} });`);
    return `${name}((${parts.path}).slice(1)${written})`;
  }
  const verb = parts.method === null ? tape.one(['', '.get', '.post', '.delete']) : '';
  return `got${verb}(${base(spot)} + ${parts.path}${written})`;
}
