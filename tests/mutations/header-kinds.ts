import { list, record } from './api-operation.ts';
import { codeValue, textValue } from './call.ts';
import { sameName } from './correct-call.ts';
import { listIn } from './response-kinds.ts';
import type { ApiDemand } from './api-operation.ts';
import type { Call, Pair } from './call.ts';
import type { Kind, Mutant } from './kind.ts';

const START = 'X-Plex-Container-Start';
const SIZE = 'X-Plex-Container-Size';
const KNOWN = ['X-Plex-Device-Name', 'X-Plex-Platform', 'X-Plex-Version', 'X-Plex-Language'];

const has = (call: Call, name: string): boolean => call.headers.some((header) => sameName(header.name, name));
const without = (call: Call, ...names: readonly string[]): Call => ({ ...call, headers: call.headers.filter((header) => !names.some((name) => sameName(name, header.name))) });

/** The call with a header that has, or is, the mistake. */
function withHeader(call: Call, header: Pair): Call {
  const rest = without(call, header.name);
  return { ...rest, headers: [...rest.headers, { ...header, mark: 'here' }] };
}

/** The demand of a header; null where the operation has none. */
function demandOf({ operation }: Call, name: string): ApiDemand | null {
  return operation.demands.find(({ names }) => names.some((each) => sameName(each, name))) ?? null;
}

/** A demanded header is not sent. */
function missing(header: string): Kind {
  return {
    name: `header: ${header} is missing`,
    apply(call): Mutant | null {
      if (call.shape !== 'plain' || !has(call, header) || (header === 'Accept' && asksByItself(call))) return null;
      const declared = call.operation.parameters.some(({ location, name, required }) => location === 'header' && required && sameName(name, header));
      const rule = declared || demandOf(call, header)?.level !== 'warn' ? 'require-headers' : 'prefer-headers';
      return { call: without(call, header), rule, at: 'call' };
    },
  };
}

/** Clients that ask for JSON by themselves; where the API looks closer, the mere preference of axios is not enough. */
function asksByItself(call: Call): boolean {
  if (call.client === 'got' || call.client === 'ky') return true;
  const policy = list(call.operation.document['x-plex-header-policy']).map(record).find(({ anyOf }) => list(anyOf).includes('Accept'));
  return call.client === 'axios' && policy?.defaultCounts === true;
}

function missingInWrapper(header: string): Kind {
  return {
    name: `header: ${header} is missing in the wrapper`,
    apply(call): Mutant | null {
      if (call.shape === 'plain' || call.client === 'plex-api' || !has(call, header) || (header === 'Accept' && asksByItself(call))) return null;
      const declared = call.operation.parameters.some(({ location, name, required }) => location === 'header' && required && sameName(name, header));
      const rule = declared || demandOf(call, header)?.level !== 'warn' ? 'require-headers' : 'prefer-headers';
      return { call: { ...call, wrapper: `no-${header.toLowerCase()}` }, rule, at: 'call', alone: true };
    },
  };
}

const demanded: readonly Kind[] = [
  ...['Accept', 'X-Plex-Token', 'X-Plex-Client-Identifier', 'X-Plex-Product', 'X-Plex-Target-Client-Identifier', 'X-Plex-Client-Profile-Name', 'X-Plex-Session-Identifier'].map(missing),
  ...['Accept', 'X-Plex-Token', 'X-Plex-Client-Identifier', 'X-Plex-Product'].map(missingInWrapper),
  {
    name: 'header: includeFields without the version of the API',
    apply(call) {
      if (call.operation.api !== 'plex-media-server' || call.answer !== 'json') return null;
      return { call: { ...call, query: [...call.query, { name: 'includeFields', value: textValue('title') }] }, rule: 'require-headers', at: 'call' };
    },
  },
];

const spelling: readonly Kind[] = [
  {
    name: 'header name: a required one misspelt',
    apply: (call) => (call.shape === 'plain' && has(call, 'X-Plex-Token') ? { call: withHeader(without(call, 'X-Plex-Token'), { name: 'X-Plex-Tokn', value: codeValue('token') }), rule: 'no-unknown-headers', at: 'here' } : null),
  },
  {
    name: 'header name: with underscores',
    apply: (call) => (call.shape === 'plain' && has(call, 'X-Plex-Token') ? { call: withHeader(without(call, 'X-Plex-Token'), { name: 'X_Plex_Token', value: codeValue('token') }), rule: 'no-unknown-headers', at: 'here' } : null),
  },
  {
    name: 'header name: an optional one misspelt',
    apply: (call, random) => {
      const name = random.pick(KNOWN);
      const at = 8 + random.below(name.length - 9);
      return { call: withHeader(call, { name: name.slice(0, at) + name.slice(at + 1), value: textValue('Example') }), rule: 'no-unknown-headers', at: 'here' };
    },
  },
  {
    name: 'header name: one of the family that nobody knows',
    // Some descriptions do not say which names are the API's own.
    apply: (call) => (record(call.operation.document['x-plex-attribution']).names === undefined ? null : { call: withHeader(call, { name: 'X-Plex-Colour-Scheme', value: textValue('dark') }), rule: 'no-unknown-headers', at: 'here' }),
  },
];

/** A list that is not made shorter by what has to be sent. */
function isWhole({ operation }: Call): boolean {
  return operation.written['x-plex-pagination'] !== undefined && !operation.parameters.some(({ location, required }) => location === 'query' && required);
}

/** The call with a page of its own. */
function withPage(call: Call, start: string | null, size: string | null): Call {
  let changed = without(call, START, SIZE);
  if (start !== null) changed = { ...changed, headers: [...changed.headers, { name: START, value: textValue(start), mark: 'start' }] };
  return size === null ? changed : { ...changed, headers: [...changed.headers, { name: SIZE, value: textValue(size), mark: 'size' }] };
}

const isList = (call: Call): boolean => has(call, START) && call.method === 'GET' && call.answer === 'json' && ['plex-media-server', 'plex-discover'].includes(call.operation.api);

const values: readonly Kind[] = [
  {
    name: 'header value: another format is asked for than is parsed',
    apply: (call) => (call.answer === 'json' && call.client !== 'plex-api' ? { call: withHeader(call, { name: 'Accept', value: textValue('application/xml') }), rule: 'valid-header-values', at: 'here' } : null),
  },
  {
    name: 'header value: no media type',
    apply: (call) => (call.answer === 'json' && call.client !== 'plex-api' ? { call: withHeader(call, { name: 'Accept', value: textValue('json') }), rule: 'valid-header-values', at: 'here' } : null),
  },
  {
    name: 'paging: a page that is larger than the cap',
    apply: (call) => (isList(call) && call.operation.pageMax !== null ? { call: withPage(call, '0', String(call.operation.pageMax + 1)), rule: 'valid-header-values', at: 'size' } : null),
  },
  {
    name: 'paging: a size without a start',
    apply: (call) => (isList(call) ? { call: withPage(call, null, '50'), rule: 'valid-header-values', at: 'size' } : null),
  },
  {
    name: 'paging: a start without a size',
    apply: (call) => (isList(call) ? { call: withPage(call, '0', null), rule: 'valid-header-values', at: 'start' } : null),
  },
  {
    name: 'paging: a start that is no number',
    apply: (call) => (isList(call) ? { call: withPage(call, 'first', '50'), rule: 'valid-header-values', at: 'start' } : null),
  },
  {
    name: 'paging: none',
    apply(call) {
      const items = listIn(call.operation);
      if (items === null || !isList(call) || !isWhole(call)) return null;
      return { call: { ...withPage({ ...call, query: [] }, null, null), use: `for (const item of ${items}) logger.info(item.title);` }, rule: 'require-paging', at: 'call' };
    },
  },
  {
    name: 'identity: a client identifier made anew for each call',
    apply: (call) => (has(call, 'X-Plex-Client-Identifier') ? { call: withHeader(call, { name: 'X-Plex-Client-Identifier', value: codeValue('crypto.randomUUID()') }), rule: 'stable-client-identifier', at: 'here' } : null),
  },
];

/** Headers written otherwise, which is no mistake. */
const harmless: readonly Kind[] = [
  {
    name: 'harmless: header names in lower case',
    apply: (call) => ({ call: { ...call, headers: call.headers.map((header) => ({ ...header, name: header.name.toLowerCase() })) }, rule: null, at: 'here' }),
  },
  {
    name: 'harmless: the client identifier in the query',
    apply: (call) => (call.shape === 'plain' && has(call, 'X-Plex-Client-Identifier') ? { call: { ...without(call, 'X-Plex-Client-Identifier'), query: [...call.query, { name: 'X-Plex-Client-Identifier', value: codeValue('clientId') }] }, rule: null, at: 'here' } : null),
  },
  {
    name: 'harmless: the page in the query',
    apply: (call) => (isList(call) ? { call: { ...without(call, START, SIZE), query: [...call.query, { name: START, value: textValue('0') }, { name: SIZE, value: textValue('50') }] }, rule: null, at: 'here' } : null),
  },
];

export const headerKinds: readonly Kind[] = [...demanded, ...spelling, ...values, ...harmless];
