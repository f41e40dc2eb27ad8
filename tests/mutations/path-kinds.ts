import { list } from './api-operation.ts';
import { codeValue, segmentsOf } from './call.ts';
import { fitsPath, isKnownPath, operationsAt } from './fits-path.ts';
import type { Call } from './call.ts';
import type { Kind, Mutant } from './kind.ts';
import type { Random } from './random.ts';

/** What is none of the streams has to end. */
const limited = (call: Call): Call => ({ ...call, flow: { ...call.flow, timeout: true } });
/** A path that nothing has; where a parameter is at fault, that is said. */
const unknown = (call: Call): Mutant => ({ call: limited(call), rule: 'no-unknown-endpoint', or: 'valid-path-parameters', at: 'url' });

/** A mistake in the segments of the path: no operation may have the path that comes out. */
function inSegments(name: string, change: (segments: readonly string[], random: Random) => readonly string[] | null): Kind {
  return {
    name,
    apply(call, random) {
      const changed = change(call.path.slice(1).split('/'), random);
      if (changed === null) return null;
      const path = `/${changed.join('/')}`;
      if (path === call.path || isKnownPath(call.operation, segmentsOf(path))) return null;
      return unknown({ ...call, path });
    },
  };
}

/** Changes one of the segments that are words. */
function inWord(name: string, change: (word: string, random: Random) => string, least = 4): Kind {
  return inSegments(name, (segments, random) => {
    const words = segments.flatMap((segment, i) => (/^[A-Za-z]+$/.test(segment) && segment.length >= least ? [i] : []));
    if (words.length === 0) return null;
    const at = random.pick(words);
    return segments.map((segment, i) => (i === at ? change(segment, random) : segment));
  });
}

const typos: readonly Kind[] = [
  inWord('path: a letter is missing', (word, random) => {
    const at = 1 + random.below(word.length - 2);
    return word.slice(0, at) + word.slice(at + 1);
  }),
  inWord('path: two letters are swapped', (word, random) => {
    const at = 1 + random.below(word.length - 2);
    return word.slice(0, at) + word.slice(at, at + 2).split('').reverse().join('') + word.slice(at + 2);
  }),
  inWord('path: a letter too many', (word, random) => {
    const at = 1 + random.below(word.length - 1);
    return `${word.slice(0, at)}${word.charAt(at)}${word.slice(at)}`;
  }),
  inWord('path: a letter is wrong', (word, random) => {
    const at = random.below(word.length);
    return `${word.slice(0, at)}q${word.slice(at + 1)}`;
  }),
  inWord('path: plural for singular, or the reverse', (word) => (word.endsWith('s') ? word.slice(0, -1) : `${word}s`)),
  inWord('path: wrong case', (word, random) => (random.chance(50) ? word.charAt(0).toUpperCase() + word.slice(1) : word.toUpperCase()), 1),
];

const structure: readonly Kind[] = [
  inSegments('path: wrong last segment', (segments) => [...segments.slice(0, -1), 'entries']),
  inSegments('path: two segments are swapped', (segments, random) => {
    if (segments.length < 2) return null;
    const at = random.below(segments.length - 1);
    return [...segments.slice(0, at), segments[at + 1] ?? '', segments[at] ?? '', ...segments.slice(at + 2)];
  }),
  inSegments('path: a segment is missing', (segments, random) => {
    if (segments.length < 3) return null;
    const at = random.below(segments.length);
    return segments.filter((_, i) => i !== at);
  }),
  inSegments('path: a segment too many', (segments) => [...segments.filter((segment) => segment !== ''), 'details']),
  inSegments('path: a segment twice', (segments, random) => {
    const words = segments.flatMap((segment, i) => (/^[a-z]{3,}$/i.test(segment) ? [i] : []));
    if (words.length === 0) return null;
    const at = random.pick(words);
    return [...segments.slice(0, at), segments[at] ?? '', ...segments.slice(at)];
  }),
  inSegments('path: a prefix too many', (segments) => ['api', ...segments]),
];

/** Slashes at the joins of a path. */
const slashes: readonly Kind[] = [
  {
    name: 'path: a slash too many',
    apply(call) {
      const at = call.path.indexOf('/', 1);
      // Behind a colon, two slashes are those of a URL.
      return at === -1 || call.path.charAt(at - 1) === ':' ? null : { call: { ...call, path: `${call.path.slice(0, at)}/${call.path.slice(at)}` }, rule: 'no-malformed-path', at: 'url' };
    },
  },
];

/** A word where the path takes a number, or a value that an enum rules out. */
const values: readonly Kind[] = [
  {
    name: 'path parameter: a word for a number',
    apply: (call) => withParameter(call, (type) => type === 'integer', 'movies'),
  },
  {
    name: 'path parameter: a value that the enum rules out',
    apply: (call) => withParameter(call, (_, isEnum) => isEnum, 'nonsense'),
  },
  {
    name: 'path parameter: not encoded',
    apply(call) {
      const path = call.path.replace(/\$\{encodeURIComponent\(\w+\)\}/, '${title}');
      // A list, or a value of several types, may be put together of what is encoded.
      const isText = call.operation.parameters.every(({ location, schema }) => location !== 'path' || schema.type === 'string' || schema.type === 'integer');
      return !isText || path === call.path ? null : { call: { ...call, path, unknowns: [...call.unknowns.filter((unknown) => unknown !== 'title'), 'title'] }, rule: 'encode-path-values', at: 'url' };
    },
  },
];

function withParameter(call: Call, isWanted: (type: unknown, isEnum: boolean) => boolean, value: string): Mutant | null {
  const template = call.operation.path.slice(1).split('/');
  const at = template.findIndex((segment) => {
    const parameter = call.operation.parameters.find(({ name, location }) => location === 'path' && segment === `{${name}}`);
    return parameter !== undefined && isWanted(parameter.schema.type, list(parameter.schema.enum).length > 0);
  });
  if (at === -1) return null;
  const path = `/${call.path.slice(1).split('/').map((segment, i) => (i === at ? value : segment)).join('/')}`;
  if (isKnownPath(call.operation, segmentsOf(path))) return null;
  return { call: limited({ ...call, path }), rule: 'valid-path-parameters', or: 'no-unknown-endpoint', at: 'url' };
}

/** Paths of another API, at hosts that do not have them. */
const hosts: readonly Kind[] = [
  atHost('host: a path of the media server at the account service', 'plex-media-server', 'plex-tv', 'https://plex.tv'),
  atHost('host: a path of the account service at another service', 'plex-tv', 'plex-discover', 'https://discover.provider.plex.tv'),
  atHost('host: a path of the account service at the media server', 'plex-tv', 'plex-media-server', 'http://192.168.1.10:32400'),
  atHost('host: a path of the watchlist service at the metadata service', 'plex-discover', 'plex-metadata', 'https://metadata.provider.plex.tv'),
  atHost('host: a command for a player at the account service', 'plex-player', 'plex-tv', 'https://plex.tv'),
];

function atHost(name: string, from: string, to: string, base: string): Kind {
  return {
    name,
    apply(call) {
      if (call.shape !== 'plain' || call.client === 'plex-api' || call.operation.api !== from) return null;
      const segments = segmentsOf(call.path);
      const isThere = call.operation.everywhere().some((operation) => operation.api === to && fitsPath(operation, segments));
      return isThere ? null : unknown({ ...call, base });
    },
  };
}

const methods: readonly Kind[] = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'].map((method): Kind => ({
  name: `method: ${method} for another`,
  apply(call) {
    if (method === call.method || (method === 'GET' && call.body !== null)) return null;
    const here = operationsAt(call.operation, segmentsOf(call.path));
    if (here.some((operation) => operation.method === method) || (method === 'PATCH' && call.client === 'plex-api')) return null;
    // A path that no contract has may take more methods than are known: it is the path and method that are unknown.
    const rule = here.some(({ path, standing }) => path === call.operation.path && standing !== 'undocumented') ? 'no-wrong-method' : 'no-unknown-endpoint';
    return { call: limited({ ...call, method }), rule, at: 'url' };
  },
}));

/** Changes of a path or method that are no mistake. */
const harmless: readonly Kind[] = [
  {
    name: 'harmless: method in lower case',
    apply(call) {
      const isHarmless = call.client === 'axios' || (['fetch', 'ky', 'got'].includes(call.client) && ['GET', 'PUT', 'POST', 'DELETE'].includes(call.method));
      return call.shape === 'plain' && isHarmless ? { call: { ...call, method: call.method.toLowerCase() }, rule: null, at: 'method' } : null;
    },
  },
  {
    name: 'harmless: path in a constant',
    apply(call) {
      const word = /^\/[a-z]+(?=\/|$)/.exec(call.path)?.[0];
      if (word === undefined || call.unknowns.includes('root') || (call.shape === 'instance' && ['got', 'ky'].includes(call.client))) return null;
      const rest = call.path.slice(word.length);
      return { call: { ...call, before: `const root = '${word}';`, path: `\${root}${rest}` }, rule: null, at: 'url' };
    },
  },
  {
    name: 'harmless: unknown values in the query',
    apply(call) {
      const query = call.query.map((pair) => (pair.value.kind === 'text' || pair.value.kind === 'number' ? { ...pair, value: codeValue(`values.${/^\w+$/.test(pair.name) ? pair.name : 'other'}`) } : pair));
      return query.length === 0 ? null : { call: { ...call, query, unknowns: [...call.unknowns, 'values'] }, rule: null, at: 'url' };
    },
  },
];

/** An operation that is gone, or that has a better form: the call itself is the mistake. */
const standings: readonly Kind[] = [
  {
    name: 'operation: retired',
    apply: (call) => (call.operation.standing === 'retired' ? { call, rule: 'no-retired-endpoint', at: 'url' } : null),
  },
  {
    name: 'operation: a method that servers take beside the documented one',
    apply(call) {
      const variant = call.operation.written['x-plex-method-variant'];
      if (variant === undefined || typeof variant !== 'object' || variant === null || ('slip' in variant && variant.slip === true)) return null;
      return { call, rule: 'no-method-variant', at: 'url' };
    },
  },
  {
    name: 'operation: undocumented, with a documented equal',
    apply(call) {
      const { standing, written } = call.operation;
      const hasEqual = written['x-plex-documented-equal'] !== undefined || written['x-plex-replaced-by'] !== undefined;
      return standing === 'undocumented' && hasEqual && written['x-plex-method-variant'] === undefined ? { call, rule: 'no-undocumented-endpoint', at: 'url' } : null;
    },
  },
];

export const pathKinds: readonly Kind[] = [...typos, ...structure, ...slashes, ...values, ...hosts, ...methods, ...standings, ...harmless];
