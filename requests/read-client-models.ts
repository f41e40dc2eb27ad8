import { distance } from 'fastest-levenshtein';
import type { ClientModel, ConfigKeys, DeclaredClient } from './client-model.ts';

/** A mistake in a client model that the user has written: what is wrong, where, and what to write instead. */
export class ClientModelError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClientModelError';
  }
}

/** Makes a relative path absolute. */
type ToFile = (relative: string) => string;

/** Checks a value; `at` is where it stands, for the message. */
type Check = (value: unknown, at: string) => void;

const ROLES = [
  'url', 'urlOrConfig', 'suffix', 'config', 'configOrCallback', 'body', 'bodyOrCallback', 'query', 'queryOrCallback', 'headers', 'method', 'callback', 'nameOrHeaders', 'nameOrQuery', 'value', 'ignored',
];
const CONFIG_KEYS: readonly (keyof ConfigKeys)[] = [
  'url', 'base', 'host', 'port', 'protocol', 'method', 'query', 'serializer', 'headers', 'pathParameters', 'json', 'form', 'body', 'timeout', 'signal', 'retry', 'throws', 'forgives', 'hooks', 'onAnswer', 'onFailure',
];
const FORMATS = ['json', 'xml', 'other'];
const RESPONSES = ['fetch', 'data', 'body', 'got', 'reader', 'node', 'stream'];
const METHOD = /^[A-Z]+$/;

const text: Check = (value, at) => {
  if (typeof value !== 'string' || value === '') fail(at, 'must be a text', value);
};
const flag: Check = (value, at) => {
  if (typeof value !== 'boolean') fail(at, 'must be true or false', value);
};
const texts: Check = (value, at) => {
  if (!Array.isArray(value)) return fail(at, "must be a list of texts such as ['a']", value);
  for (const [i, item] of value.entries()) text(item, `${at}[${String(i)}]`);
};
const method: Check = (value, at) => {
  if (typeof value !== 'string' || !METHOD.test(value)) fail(at, "must be an HTTP method in capitals such as 'GET'", value);
};
const role: Check = (value, at) => {
  if (typeof value !== 'string') return fail(at, "must be what the argument is, such as 'url'", value);
  if (!/^(?:header|option):./.test(value)) oneOf(ROLES)(value, at);
};
const roles: Check = (value, at) => {
  if (!Array.isArray(value)) return fail(at, "must be a list that says what each argument is, such as ['url', 'config']", value);
  for (const [i, item] of value.entries()) role(item, `${at}[${String(i)}]`);
};
const shape: Check = (value, at) => {
  object({ method, args: roles, withoutBody: roles, response: oneOf(RESPONSES), accept: oneOf(FORMATS) }, ['args'], "{ method: 'GET', args: ['url', 'config'] }")(value, at);
};
const factory: Check = (value, at) => {
  if (typeof value === 'number' ? !Number.isInteger(value) || value < 0 : value === null || typeof value !== 'object') fail(at, 'must be the index of the argument that is the configuration, or { args: […] }', value);
  if (typeof value === 'object') shape(value, at);
};
/** A number, or a word that stands for what is no number. */
const numberOr = (word: string): Check => (value, at) => {
  if (typeof value !== 'number' && value !== word) fail(at, `must be a number, or '${word}'`, value);
};
const numbersOr = (word: string): Check => (value, at) => {
  if (value !== word && !(Array.isArray(value) && value.every((item) => typeof item === 'number'))) fail(at, `must be a list of numbers, or '${word}'`, value);
};
/** What a user can say: `holds` names other models, which JSON cannot. */
const MODEL_CHECKS: Readonly<Record<Exclude<keyof ClientModel, 'holds'>, Check>> = {
  name: text, docs: text, modules: texts, globals: texts, types: texts, exports: texts, injected: texts, words: texts, headers: texts, headerOptions: tableOf(text), description: text,
  throwsOnErrorStatus: flag, dropsUndefined: flag, replacesHeaders: flag, sendsBodyAsQuery: flag, copies: flag, lazy: flag, answersItself: flag, keepsUrlQuery: flag, textType: text,
  lists: oneOf(['repeat', 'brackets', 'indices', 'comma', 'unknown']),
  response: oneOf(RESPONSES), method, call: shape, construct: shape, members: tableOf(shape), factories: tableOf(factory), setters: tableOf(shape), properties: tableOf(text),
  follows: tableOf(oneOf(['then', 'catch', 'finally', 'tap', 'pipe'])), containers: tableOf(oneOf(['headers', 'query'])), defaults: text, joins: oneOf(['slash', 'resolve', 'plain']), scheme: oneOf(['https']), callback: oneOf(['body']),
  config: object(Object.fromEntries(CONFIG_KEYS.map((key) => [key, texts])), [], "{ query: ['params'] }"),
  implies: (value, at) => {
    if (!Array.isArray(value)) return fail(at, 'must be a list', value);
    for (const [i, item] of value.entries()) object({ option: text, equals: text, header: text, value: text }, ['option', 'header', 'value'], "{ option: 'json', header: 'Accept', value: 'application/json' }")(item, `${at}[${String(i)}]`);
  },
  repeats: object({
    limits: texts, limit: numberOr('endless'), countsFirst: flag, endless: texts, waits: texts, pauses: flag, statuses: texts, on: numbersOr('all'), decides: texts, methods: texts, only: texts, heedsRetryAfter: flag, byItself: flag,
  }, ['limits', 'limit', 'waits', 'pauses', 'on'], "{ limits: ['limit'], limit: 2, waits: ['delay'], pauses: true, on: [429, 503] }"),
  timesOut: flag,
  deadline: object({ itself: flag, fields: texts }, [], '{ itself: true }'),
  accepts: object({ always: oneOf(FORMATS), jsonRead: oneOf(['json']), jsonBody: oneOf(['json']) }, [], "{ always: 'json' }"),
  reached: object({ types: texts, member: text }, ['types', 'member'], "{ types: ['Movie'], member: 'server' }"),
};
const model = object(MODEL_CHECKS, ['name'], "{ name: 'my-sdk', modules: ['./lib/sdk'], types: ['Sdk'], members: { query: { method: 'GET', args: ['url'] } } }");

/**
 * Reads client models that a user has written, in the shape of the built-in ones: `settings['plex-api'].clients`.
 * What is left out is what hand-made clients do most: the parsed body is answered, an error status throws, and `new` makes
 * an instance. Modules are package names, specifiers as they are imported, or relative paths; `toFile` makes such a path
 * absolute, from where the project is. `at` is where the list stands. Throws a ClientModelError at the first mistake.
 */
export function readClientModels(value: unknown, toFile: ToFile, at = "settings['plex-api'].clients"): readonly ClientModel[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return fail(at, 'must be a list of client models', value);
  return value.map((item: unknown, i) => readClientModel(item, toFile, `${at}[${String(i)}]`));
}

function readClientModel(value: unknown, toFile: ToFile, at: string): ClientModel {
  if (!isClientModel(value, at)) return fail(at, 'must be a client model', value);
  if (!['modules', 'globals', 'types', 'injected'].some((key) => key in value)) {
    throw new ClientModelError(`${at} says nowhere what the client is called in code. Give 'modules', 'types', 'globals' or 'injected'.`);
  }
  if (!['call', 'construct', 'members', 'setters'].some((key) => key in value)) {
    throw new ClientModelError(`${at} has no function that sends a request. Give 'members', such as { query: { method: 'GET', args: ['url'] } }, or 'call'.`);
  }
  const isMade = 'factories' in value || 'construct' in value;
  return {
    docs: '', response: 'body', throwsOnErrorStatus: true, config: {}, ...(isMade ? {} : { factories: { new: 0 } }),
    ...value, modules: (value.modules ?? []).flatMap((name) => placesOf(name, toFile)),
  };
}

function isClientModel(value: unknown, at: string): value is DeclaredClient {
  model(value, at);
  return true;
}

/** A specifier as it is written in an import, and the file that it means from the project's folder. */
function placesOf(name: string, toFile: ToFile): readonly string[] {
  return name.startsWith('.') ? [name, toFile(name)] : [name];
}

function oneOf(allowed: readonly string[]): Check {
  return (value, at) => {
    if (typeof value === 'string' && allowed.includes(value)) return;
    const near = typeof value === 'string' ? nearest(value, allowed) : null;
    throw new ClientModelError(`${at} is ${print(value)}. ${near === null ? `It must be one of ${allowed.map(print).join(', ')}.` : `Did you mean ${print(near)}?`}`);
  };
}

function tableOf(check: Check): Check {
  return (value, at) => {
    if (!isObject(value)) return fail(at, 'must be an object with one entry for each name', value);
    for (const [name, item] of Object.entries(value)) check(item, `${at}.${name}`);
  };
}

function object(checks: Readonly<Record<string, Check>>, required: readonly string[], example: string): Check {
  return (value, at) => {
    if (!isObject(value)) return fail(at, `must be an object such as ${example}`, value);
    for (const [key, item] of Object.entries(value)) {
      const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
      if (check === undefined) {
        const near = nearest(key, Object.keys(checks));
        throw new ClientModelError(`${at} has no key ${print(key)}. ${near === null ? `Its keys are ${Object.keys(checks).map(print).join(', ')}.` : `Did you mean ${print(near)}?`}`);
      }
      if (item !== undefined) check(item, `${at}.${key}`);
    }
    const missing = required.find((key) => value[key] === undefined);
    if (missing !== undefined) throw new ClientModelError(`${at} has no ${print(missing)}. Write it as in ${example}.`);
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nearest(name: string, known: readonly string[]): string | null {
  const [best] = known.map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate.toLowerCase()) })).sort((a, b) => a.far - b.far);
  return best !== undefined && best.far <= 2 ? best.candidate : null;
}

function print(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : value === undefined ? 'missing' : JSON.stringify(value);
}

function fail(at: string, demand: string, value: unknown): never {
  throw new ClientModelError(`${at} ${demand}, and is ${print(value)}.`);
}
