import { mark } from './marked-text.ts';
import type { Call, CallBody, Pair, Value } from './call.ts';

/** A value as an expression. */
function expression({ kind, code }: Value): string {
  return kind === 'text' ? quote(code) : code;
}

export function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** `{ a: 1, 'b-c': x }`; every pair carries its mark. */
export function objectOf(pairs: readonly Pair[], spread = ''): string {
  const entries = pairs.map((pair) => marked(pair, `${/^[A-Za-z_$][\w$]*$/.test(pair.name) ? pair.name : quote(pair.name)}: ${expression(pair.value)}`));
  const all = spread === '' ? entries : [...entries, spread];
  return all.length === 0 ? '{}' : `{ ${all.join(', ')} }`;
}

/** The path with the query that is written into the URL, as the inside of a template literal. */
export function pathAndQuery({ path, query, queryIn }: Call): string {
  const written = queryIn === 'url' ? query : query.filter(({ raw }) => raw === true);
  const text = written.map((pair, i) => `${i === 0 ? (path.includes('?') ? '&' : '?') : '&'}${marked(pair, `${pair.name}=${inUrl(pair)}`)}`).join('');
  return mark('url', `${path}${text}`);
}

/** The pairs of the query that are handed over as an object. */
export function queryObject({ query, queryIn }: Call): readonly Pair[] {
  return queryIn === 'url' ? [] : query.filter(({ raw }) => raw !== true);
}

function inUrl({ value, raw }: Pair): string {
  if (raw === true) return value.kind === 'code' ? `\${${value.code}}` : value.code;
  return value.kind === 'code' ? `\${encodeURIComponent(${value.code})}` : encodeURIComponent(value.code).replaceAll('%2C', ',');
}

/** The value of the option that holds the body, for clients that take any body. */
export function bodyText(body: CallBody): string {
  if (body.type === 'other') return mark('body', 'content');
  return mark('body', body.type === 'json' ? `JSON.stringify(${objectOf(body.fields)})` : `new URLSearchParams(${objectOf(body.fields)})`);
}

/** The headers of a call with the content type that its body needs. */
export function headersWithType({ body, headers }: Call, clientTypesJson: boolean): readonly Pair[] {
  if (body === null || headers.some(({ name }) => name.toLowerCase() === 'content-type')) return headers;
  if (body.type === 'form' || (body.type === 'json' && clientTypesJson)) return headers;
  return [...headers, { name: 'Content-Type', value: { kind: 'text', code: body.media } }];
}

function marked({ mark: name }: Pair, text: string): string {
  return name === undefined ? text : mark(name, text);
}
