import { list, record } from './api-operation.ts';
import { codeValue, textValue } from './call.ts';
import { correctPairs, sample } from './correct-call.ts';
import type { ApiParameter } from './api-operation.ts';
import type { Call, Pair, Value } from './call.ts';
import type { Kind, Mutant } from './kind.ts';
import type { Random } from './random.ts';

/** Plain parameters: each has one value, and its name is no pattern. */
function plainParameters({ operation }: Call): readonly ApiParameter[] {
  return operation.parameters.filter(({ location, placeholder, schema, disputed }) => location === 'query' && !placeholder && !disputed && schema.type !== 'object' && schema.type !== 'array' && schema.type !== undefined);
}

/** Names of the query can be judged: the operation is documented, and lists them all. */
function isJudged({ operation }: Call): boolean {
  const isOpen = operation.parameters.some(({ location, schema, style }) => location === 'query' && schema.type === 'object' && style !== 'deepObject');
  return operation.standing === 'documented' && operation.written['x-plex-open-query'] === undefined && !isOpen;
}

function withPair(call: Call, pair: Pair): Call {
  const others = call.query.filter(({ name }) => name !== pair.name);
  return { ...call, query: [...others, { ...pair, mark: 'here' }] };
}

/** The name of an optional parameter, spelt otherwise. */
function misspelt(name: string, spell: (name: string, random: Random) => string): Kind {
  return {
    name,
    apply(call, random) {
      const names = call.operation.parameters.filter(({ location }) => location === 'query').map((parameter) => parameter.name);
      const fit = plainParameters(call).filter((parameter) => !parameter.required && parameter.name.length > 4);
      if (!isJudged(call) || fit.length === 0) return null;
      const parameter = random.pick(fit);
      const wrong = spell(parameter.name, random);
      if (names.includes(wrong)) return null;
      const [pair] = correctPairs(call.operation, parameter, random, [...call.unknowns]);
      const query = call.query.filter((other) => other.name !== parameter.name);
      return pair === undefined ? null : { call: { ...call, query: [...query, { name: wrong, value: textValue(sample(parameter.schema, wrong, random)), mark: 'here' }] }, rule: 'no-misspelt-query', at: 'here' };
    },
  };
}

const names: readonly Kind[] = [
  misspelt('query name: a letter is missing', (name, random) => {
    const at = 1 + random.below(name.length - 2);
    return name.slice(0, at) + name.slice(at + 1);
  }),
  misspelt('query name: two letters are swapped', (name, random) => {
    const at = 1 + random.below(name.length - 2);
    return name.charAt(at) === name.charAt(at + 1) ? `${name}z` : name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
  }),
  misspelt('query name: wrong case', (name) => (name === name.toLowerCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name.toLowerCase())),
  misspelt('query name: with underscores', (name) => {
    const changed = name.replace(/[a-z][A-Z]/g, ([first = '', second = '']) => `${first}_${second.toLowerCase()}`);
    return changed === name ? name.replace(/^(.)/, '_$1') : changed;
  }),
  {
    name: 'query name: a required one misspelt',
    apply(call) {
      const required = plainParameters(call).find((parameter) => parameter.required && parameter.name.length > 4);
      if (!isJudged(call) || required === undefined) return null;
      const query = call.query.map((pair) => (pair.name === required.name ? { ...pair, name: `${pair.name.slice(0, 2)}${pair.name.slice(3)}`, mark: 'here' } : pair));
      return { call: { ...call, query }, rule: 'no-misspelt-query', at: 'here' };
    },
  },
  {
    name: 'query name: one that the operation does not have',
    apply: (call) => (isJudged(call) ? { call: withPair(call, { name: 'sendNotification', value: textValue('yes') }), rule: 'no-unknown-query', at: 'here' } : null),
  },
  {
    name: 'query name: twice',
    apply(call, random) {
      const parameters = plainParameters(call);
      if (parameters.length === 0) return null;
      const parameter = random.pick(parameters);
      const value = textValue(sample(parameter.schema, parameter.name, random));
      const others = call.query.filter(({ name }) => name !== parameter.name);
      return { call: { ...call, queryIn: 'url', query: [...others, { name: parameter.name, value, mark: 'first' }, { name: parameter.name, value, mark: 'here' }] }, rule: 'no-duplicate-query', at: 'url' };
    },
  },
];

const required: readonly Kind[] = [
  {
    name: 'query: a required parameter is missing',
    apply(call, random) {
      const parameters = call.operation.parameters.filter((parameter) => parameter.location === 'query' && parameter.required && !parameter.disputed && !parameter.name.startsWith('X-') && (parameter.schema.type !== 'object' || parameter.style === 'deepObject'));
      if (parameters.length === 0) return null;
      const { name } = random.pick(parameters);
      return { call: { ...call, query: call.query.filter((pair) => pair.name !== name && !pair.name.startsWith(`${name}[`)) }, rule: 'require-query', at: 'call' };
    },
  },
  {
    name: 'query: a required parameter sent as a header',
    apply(call, random) {
      const parameters = plainParameters(call).filter((parameter) => parameter.required && /^[a-zA-Z]+$/.test(parameter.name));
      if (parameters.length === 0) return null;
      const { name } = random.pick(parameters);
      const pair = call.query.find((other) => other.name === name);
      if (pair === undefined) return null;
      return { call: { ...call, query: call.query.filter((other) => other !== pair), headers: [...call.headers, { ...pair, mark: 'here' }] }, rule: 'require-query', at: 'call' };
    },
  },
];

/** A parameter of a kind, with a value that it does not take. */
function wrongValue(name: string, isFit: (parameter: ApiParameter) => boolean, valueFor: (parameter: ApiParameter, random: Random) => Value | null): Kind {
  return {
    name,
    apply(call, random): Mutant | null {
      const fit = call.operation.parameters.filter((parameter) => parameter.location === 'query' && !parameter.placeholder && !parameter.disputed && isFit(parameter));
      if (fit.length === 0) return null;
      const parameter = random.pick(fit);
      const value = valueFor(parameter, random);
      return value === null ? null : { call: withPair(call, { name: parameter.name, value }), rule: 'valid-query-values', at: 'here' };
    },
  };
}

const isFlag = ({ schema }: ApiParameter): boolean => schema.type === 'integer' && list(schema.enum).length === 2 && list(schema.enum).every((value) => value === 0 || value === 1);
const isNumber = ({ schema }: ApiParameter): boolean => (schema.type === 'integer' || schema.type === 'number') && schema.enum === undefined;

const values: readonly Kind[] = [
  wrongValue('query value: a word for a number', isNumber, () => textValue('movie')),
  wrongValue('query value: a fraction for an integer', ({ schema }) => schema.type === 'integer' && schema.enum === undefined, () => textValue('1.5')),
  wrongValue('query value: not in the enum', ({ schema }) => list(schema.enum).length > 0 && schema.type === 'string', () => textValue('nonsense')),
  wrongValue('query value: a number that is not in the enum', ({ schema }) => list(schema.enum).length > 0 && schema.type === 'integer', () => ({ kind: 'number', code: '97' })),
  wrongValue('query value: wrong case of a word of the enum', ({ schema }) => list(schema.enum).some((value) => typeof value === 'string' && /[a-z]/i.test(value)), ({ schema }, random) => {
    const word = String(random.pick(list(schema.enum)));
    const other = word === word.toUpperCase() ? word.toLowerCase() : word.toUpperCase();
    return list(schema.enum).includes(other) ? null : textValue(other);
  }),
  wrongValue('query value: below the minimum', ({ schema }) => typeof schema.minimum === 'number', ({ schema }) => ({ kind: 'number', code: String(Number(schema.minimum) - 1) })),
  wrongValue('query value: above the maximum', ({ schema }) => typeof schema.maximum === 'number', ({ schema }) => ({ kind: 'number', code: String(Number(schema.maximum) + 1) })),
  wrongValue('query value: does not match the pattern', ({ schema }) => typeof schema.pattern === 'string', () => textValue('full-hd')),
  wrongValue('query value: true for 1', isFlag, () => ({ kind: 'boolean', code: 'true' })),
  wrongValue('query value: "false" for 0', isFlag, () => textValue('false')),
  wrongValue('query value: yes for true', ({ schema }) => schema.type === 'boolean', () => textValue('yes')),
  wrongValue('query value: a boolean expression for a number', isFlag, () => ({ kind: 'code', code: 'String(Boolean(process.env.FLAG))' })),
];

const styles: readonly Kind[] = [
  {
    name: 'query style: a name for each item of a comma list',
    apply(call) {
      const parameter = call.operation.parameters.find(({ location, schema, styled, explode, disputed }) => location === 'query' && !disputed && schema.type === 'array' && styled && !explode);
      if (parameter === undefined) return null;
      const value: Value = record(parameter.schema.items).type === 'integer' ? { kind: 'number', code: '1' } : textValue('alpha');
      const others = call.query.filter(({ name }) => name !== parameter.name);
      return { call: { ...call, queryIn: 'url', query: [...others, { name: parameter.name, value, mark: 'here' }, { name: parameter.name, value }] }, rule: 'valid-query-style', at: 'url' };
    },
  },
  {
    name: 'query style: brackets behind the name of a list',
    apply(call) {
      const parameter = call.operation.parameters.find(({ location, schema, disputed }) => location === 'query' && !disputed && schema.type === 'array');
      if (parameter === undefined || !isJudged(call)) return null;
      const value: Value = record(parameter.schema.items).type === 'integer' ? { kind: 'number', code: '1' } : textValue('alpha');
      const others = call.query.filter(({ name }) => name !== parameter.name);
      return { call: { ...call, query: [...others, { name: `${parameter.name}[]`, value, mark: 'here' }] }, rule: 'valid-query-style', at: 'here' };
    },
  },
  {
    name: 'query style: dots for the brackets of an object',
    apply: (call) => withObject(call, (name) => ({ name: `${name}.title`, value: textValue('alpha') })),
  },
  {
    name: 'query style: JSON for an object',
    apply: (call) => withObject(call, (name) => ({ name, value: codeValue(`JSON.stringify({ title: 'alpha' })`) })),
  },
];

function withObject(call: Call, write: (name: string) => Pair): Mutant | null {
  const parameter = call.operation.parameters.find(({ location, schema, style }) => location === 'query' && schema.type === 'object' && style === 'deepObject');
  if (parameter === undefined) return null;
  const others = call.query.filter(({ name }) => !name.startsWith(`${parameter.name}[`));
  return { call: { ...call, query: [...others, { ...write(parameter.name), mark: 'here' }] }, rule: 'valid-query-style', at: 'here' };
}

const encoding: readonly Kind[] = [
  {
    name: 'query value: not encoded',
    apply(call, random) {
      const fit = plainParameters(call).filter(({ schema }) => schema.type === 'string' && schema.enum === undefined && schema.pattern === undefined && schema.format === undefined);
      if (fit.length === 0) return null;
      const { name } = random.pick(fit);
      const others = call.query.filter((pair) => pair.name !== name);
      return { call: { ...call, queryIn: 'url', unknowns: [...call.unknowns.filter((unknown) => unknown !== 'title'), 'title'], query: [...others, { name, value: codeValue('title'), raw: true, mark: 'here' }] }, rule: 'encode-query-values', at: 'here' };
    },
  },
];

export const queryKinds: readonly Kind[] = [...names, ...required, ...values, ...styles, ...encoding];
