import { mark } from './marked-text.ts';
import { bodyText, headersWithType, objectOf, pathAndQuery, queryObject, quote } from './write-fields.ts';
import { accessOf, hostOptions } from './write-wrapper.ts';
import type { Call, Pair } from './call.ts';

/** An expression that sends, and what it answers. */
export interface Send {
  readonly code: string;
  /** `response`: a Response that has to be checked; `checked`: one that was; `data`, `body`, `methods`: as the clients have it. */
  readonly answers: 'response' | 'checked' | 'data' | 'body' | 'methods';
  readonly imports: readonly string[];
  /** Statements before it. */
  readonly before: string;
}

/** A call in the words of its client. */
export function writeSend(call: Call): Send {
  const send = call.shape === 'plain' ? PLAIN[call.client](call) : writeWrapped(call);
  return { ...send, code: mark('call', send.code) };
}

const LIMIT = { fetch: 'signal: AbortSignal.timeout(30_000)', axios: 'timeout: 30_000', got: 'timeout: { request: 30_000 }', ky: 'timeout: 30_000', 'plex-api': 'timeout: 30_000' };

const PLAIN: Readonly<Record<Call['client'], (call: Call) => Send>> = {
  fetch(call) {
    const { body } = call;
    const query = queryObject(call);
    const url = `\`${call.base}${pathAndQuery(call)}${query.length === 0 ? '' : `?\${new URLSearchParams(${objectOf(query)})}`}\``;
    return {
      code: `fetch(${url}, ${options([methodOption(call), headersOption(headersWithType(call, false)), body === null ? '' : `body: ${bodyText(body)}`, limitOption(call), ...call.options])})`,
      answers: 'response',
      imports: [],
      before: '',
    };
  },
  axios(call) {
    const { body } = call;
    const query = queryObject(call);
    const code = `axios.request(${options([
      methodOption(call), `url: \`${call.base}${pathAndQuery(call)}\``, query.length === 0 ? '' : `params: ${objectOf(query)}`, headersOption(headersWithType(call, true)),
      body === null ? '' : `data: ${dataOf(call)}`, call.answer === 'stream' ? "responseType: 'stream'" : '', limitOption(call), ...call.options,
    ])})`;
    return { code, answers: 'data', imports: ["import axios from 'axios';"], before: '' };
  },
  got(call) {
    return { code: `got(\`${call.base}${pathAndQuery(call)}\`, ${options([...modernOptions(call), limitOption(call), ...call.options])})`, answers: 'methods', imports: ["import got from 'got';"], before: '' };
  },
  ky(call) {
    const limit = call.flow.timeout ? '' : 'timeout: false';
    return { code: `ky(\`${call.base}${pathAndQuery(call)}\`, ${options([...modernOptions(call), limit, ...call.options])})`, answers: 'methods', imports: ["import ky from 'ky';"], before: '' };
  },
  'plex-api'(call) {
    const host = hostOptions(call);
    const before = `const client = new PlexAPI({ ${host}, token${call.flow.timeout ? `, ${LIMIT['plex-api']}` : ''}, options: { identifier: clientId, product: 'Example' } });`;
    return { ...plexApiCall(call, 'client'), imports: ["import PlexAPI from 'plex-api';"], before };
  },
};

/** `client.query(…)`, in its short form where there is nothing but a path. */
function plexApiCall(call: Call, client: string): Pick<Send, 'code' | 'answers'> {
  const name = { GET: 'query', POST: 'postQuery', PUT: 'putQuery', DELETE: 'deleteQuery' }[call.method];
  const uri = `\`${pathAndQuery(call)}\``;
  const headers = call.headers.length === 0 ? '' : `, extraHeaders: ${objectOf(call.headers)}`;
  const code = name === undefined ? `${client}.perform({ uri: ${uri}, method: ${quote(call.method)}${headers} })` : `${client}.${mark('method', name)}(${headers === '' ? uri : `{ uri: ${uri}${headers} }`})`;
  return { code, answers: 'body' };
}

function writeWrapped(call: Call): Send {
  const { client, shape } = call;
  const access = accessOf(call);
  const given = { ...call, headers: call.headers.filter((header) => header.mark !== undefined || !access.adds.includes(header.name.toLowerCase())) };
  const imports = [`import { ${access.name} } from './${access.file}';`];
  if (client === 'plex-api') return { ...plexApiCall(given, access.client), imports, before: '' };
  if (shape === 'instance' && client !== 'fetch') return { ...writeInstance(given, access.name), imports, before: '' };

  const query = queryObject(given);
  const headers = headersWithType(given, client !== 'fetch');
  const rest = options([
    query.length === 0 ? '' : `query: ${objectOf(query)}`, headers.length === 0 ? '' : headersOption(headers), given.body === null ? '' : `body: ${client === 'fetch' ? bodyText(given.body) : dataOf(given)}`,
  ]);
  const code = `${access.client}(${mark('method', quote(call.method))}, \`${pathAndQuery(given)}\`${rest === '{}' ? '' : `, ${rest}`})`;
  return { code, answers: client === 'fetch' ? 'checked' : 'body', imports, before: '' };
}

/** A call of an instance whose address, headers and time limit are set in the other file. */
function writeInstance(call: Call, name: string): Pick<Send, 'code' | 'answers'> {
  const { body, client } = call;
  const verb = mark('method', call.method.toLowerCase());
  const hasVerb = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'].includes(call.method);
  if (client === 'axios') {
    const query = queryObject(call);
    const headers = headersWithType(call, true);
    const config = [query.length === 0 ? '' : `params: ${objectOf(query)}`, headers.length === 0 ? '' : headersOption(headers), call.answer === 'stream' ? "responseType: 'stream'" : ''];
    const url = `\`${pathAndQuery(call)}\``;
    if (!hasVerb) return { code: `${name}.request(${options([methodOption(call), `url: ${url}`, ...config])})`, answers: 'data' };
    const data = ['POST', 'PUT', 'PATCH'].includes(call.method) ? [body === null ? 'undefined' : dataOf(call)] : [];
    return { code: `${name}.${verb}(${[url, ...data, ...(options(config) === '{}' ? [] : [options(config)])].join(', ')})`, answers: 'data' };
  }
  const given = modernOptions({ ...call, method: hasVerb ? 'GET' : call.method });
  const url = `\`${pathAndQuery({ ...call, path: call.path.slice(1) })}\``;
  return { code: `${name}${hasVerb ? `.${verb}` : ''}(${options(given) === '{}' ? url : `${url}, ${options(given)}`})`, answers: 'methods' };
}

/** What got and ky have in common. */
function modernOptions(call: Call): readonly string[] {
  const { body, client, operation } = call;
  const query = queryObject(call);
  const headers = headersWithType(call, true);
  const option = body === null ? '' : body.type === 'json' ? `json: ${mark('body', objectOf(body.fields))}` : body.type === 'form' && client === 'got' ? `form: ${mark('body', objectOf(body.fields))}` : `body: ${bodyText(body)}`;
  // Both repeat PUT and DELETE by themselves.
  const repeats = operation.written['x-plex-idempotency'] === 'safe' || operation.method === 'GET' ? '' : client === 'got' ? 'retry: { limit: 0 }' : 'retry: 0';
  return [call.method === 'GET' ? '' : methodOption(call), query.length === 0 ? '' : `searchParams: ${objectOf(query)}`, headers.length === 0 ? '' : headersOption(headers), option, repeats];
}

function methodOption({ method }: Call): string {
  return `method: ${mark('method', quote(method))}`;
}

function headersOption(headers: readonly Pair[]): string {
  return `headers: ${mark('headers', objectOf(headers))}`;
}

function limitOption({ client, flow }: Call): string {
  return flow.timeout ? mark('timeout', LIMIT[client]) : '';
}

/** The body for axios, which makes JSON of an object by itself. */
function dataOf({ body }: Call): string {
  if (body === null) return 'undefined';
  return body.type === 'json' ? mark('body', objectOf(body.fields)) : bodyText(body);
}

function options(all: readonly string[]): string {
  const given = all.filter((option) => option !== '');
  return given.length === 0 ? '{}' : `{ ${given.join(', ')} }`;
}
