import { list, record, text } from './api-operation.ts';
import { codeValue, textValue } from './call.ts';
import { operationsAt } from './fits-path.ts';
import type { ApiDemand, ApiOperation, ApiParameter, Json } from './api-operation.ts';
import type { Call, CallBody, ClientName, Pair, ShapeName, Value } from './call.ts';
import type { Random } from './random.ts';

/** A call of the operation as its description has it, in the way of a client; null where the client cannot send it. */
export function correctCall(operation: ApiOperation, client: ClientName, shape: ShapeName, random: Random): Call | null {
  if (client === 'plex-api' && (operation.body?.required === true || !['GET', 'POST', 'PUT', 'DELETE'].includes(operation.method))) return null;

  // These join a prefix and a path, of which nothing is left.
  if (operation.path === '/' && shape === 'instance' && (client === 'got' || client === 'ky')) return null;

  // Their wrappers make JSON of any body.
  if (operation.body !== null && operation.body.type !== 'application/json' && (client === 'got' || client === 'ky') && (shape === 'function' || shape === 'class')) return null;

  const unknowns: string[] = [];
  const path = correctPath(operation, random, unknowns);
  const query = correctQuery(operation, random, unknowns);
  const answer = correctAnswer(operation);
  return {
    operation,
    client,
    shape,
    method: operation.method,
    base: operation.server ?? (operation.api === 'plex-player' ? '${plexPlayerUrl}' : '${plexUrl}'),
    path,
    query,
    // A list that is sent by repeating its name is written in the URL.
    queryIn: client === 'plex-api' || random.chance(50) || new Set(query.map(({ name }) => name)).size < query.length ? 'url' : 'object',
    headers: correctHeaders(operation, client, answer),
    body: client === 'plex-api' ? null : correctBody(operation),
    unknowns,
    answer,
    use: '',
    flow: { sent: 'await', check: 'first', caught: 'no', timeout: operation.written['x-plex-stream'] !== true, retry: 'no' },
    options: [],
    before: '',
    top: '',
    wrapper: 'good',
  };
}

function correctPath(operation: ApiOperation, random: Random, unknowns: string[]): string {
  const spell = (isKnown: boolean): { readonly path: string; readonly names: readonly string[] } => {
    const names: string[] = [];
    const path = operation.path.replace(/\{([^}]*)\}|\*/g, (whole, name: string | undefined) => {
      if (name === undefined) return 'mpd';
      const parameter = operation.parameters.find((each) => each.location === 'path' && each.name === name);
      const schema = parameter?.schema ?? {};
      if (isKnown || list(schema.enum).length > 0) return encodeURIComponent(sample(schema, name, random));
      const identifier = identifierOf(name);
      names.push(identifier);
      return schema.type === 'integer' ? `\${${numeric(identifier)}}` : `\${encodeURIComponent(${identifier})}`;
    });
    return { path, names };
  };
  // A path of which nothing is known is nobody's.
  const spelt = spell(random.chance(40) || !/\/[^/{]/.test(operation.path));
  // Where what is not known may stand for another operation too, nothing can be judged.
  const unclear = operationsAt(operation, spelt.path.split('/').slice(1).map((segment) => (segment.includes('${') ? null : decodeURIComponent(segment))));
  const { path, names } = unclear.some((other) => other.path !== operation.path) ? spell(true) : spelt;
  unknowns.push(...names.filter((name) => !unknowns.includes(name)));
  return path;
}

/** A number by its name and by how it is made. */
function numeric(identifier: string): string {
  return `Number(${identifier})`;
}

function correctQuery(operation: ApiOperation, random: Random, unknowns: string[]): readonly Pair[] {
  const inQuery = operation.parameters.filter(({ location }) => location === 'query');
  const optional = random.shuffle(inQuery.filter(({ required }) => !required)).slice(0, random.below(4));
  const pairs = inQuery.filter((parameter) => parameter.required || optional.includes(parameter)).map((parameter) => correctPairs(operation, parameter, random, unknowns));
  return pairs.flatMap((own, i) => (pairs.slice(0, i).flat().some(({ name }) => name === own[0]?.name) ? [] : own));
}

/** A parameter as it is sent: a list may be sent by repeating the name, an object by one name for each field. */
export function correctPairs(operation: ApiOperation, parameter: ApiParameter, random: Random, unknowns: string[]): readonly Pair[] {
  const { name, schema } = parameter;
  if (parameter.placeholder) return [{ name: fillPlaceholder(name), value: textValue(sample(schema, name, random)) }];
  if (schema.type === 'array') {
    const items = [0, 1].map(() => sample(record(schema.items), name, random));
    if (!parameter.explode) return [{ name, value: textValue(items.join(',')) }];
    return parameter.styled ? items.map((item) => ({ name, value: textValue(item) })) : [{ name, value: textValue(items[0] ?? '') }];
  }
  if (schema.type === 'object') return objectPairs(operation, parameter, random);
  if (random.chance(30) && schema.enum === undefined && schema.pattern === undefined) {
    const identifier = identifierOf(name);
    if (!unknowns.includes(identifier)) unknowns.push(identifier);
    return [{ name, value: codeValue(schema.type === 'string' ? identifier : schema.type === 'boolean' ? `Boolean(${identifier})` : numeric(identifier)) }];
  }
  return [{ name, value: literal(schema, name, random) }];
}

function objectPairs({ written, document }: ApiOperation, { name, schema, style }: ApiParameter, random: Random): readonly Pair[] {
  const [field, fieldSchema] = Object.entries(record(schema.properties))[0] ?? ['title', {}];
  const value = literal(record(fieldSchema), field, random);
  if (style === 'deepObject') return [{ name: `${name}[${field}]`, value }];
  const kind = text(record(written['x-plex-open-query']).kind);
  if (kind === 'media-query' && document['x-plex-media-query'] !== undefined) return [{ name: random.pick(['year>>', 'title', 'type', 'show.title']), value: textValue('2') }];
  return [{ name: field, value }];
}

/** `field.value` stands for `title.value`, and so on. */
function fillPlaceholder(name: string): string {
  return name.replace(/\bfield\b/, 'summary').replace('tagtype', 'genre').replace('idx', '0');
}

/** A literal of the type that a program would write. */
function literal(schema: Json, name: string, random: Random): Value {
  const code = sample(schema, name, random);
  if (schema.type === 'boolean') return { kind: 'boolean', code };
  return schema.type === 'integer' || schema.type === 'number' ? { kind: 'number', code } : textValue(code);
}

/** A value that the schema takes, as text. */
export function sample(schema: Json, name: string, random: Random): string {
  const values = list(schema.enum);
  if (values.length > 0) return String(random.pick(values));
  const [alternative] = list(schema.oneOf ?? schema.anyOf);
  if (alternative !== undefined) return sample(record(alternative), name, random);
  if (typeof schema.pattern === 'string') return samplePattern(schema.pattern);
  if (schema.format === 'date') return '2026-01-31';
  if (schema.type === 'array') return sample(record(schema.items), name, random);
  if (schema.type === 'boolean') return 'true';
  if (schema.type === 'integer' || schema.type === 'number') {
    const least = typeof schema.minimum === 'number' ? schema.minimum : 1;
    const most = typeof schema.maximum === 'number' ? schema.maximum : least + 9;
    return String(least + random.below(most - least + 1));
  }
  return random.pick(['alpha', 'b2', 'gamma']);
}

function samplePattern(pattern: string): string {
  const found = ['1920x1080', '12', 'alpha'].find((text_) => new RegExp(pattern).test(text_));
  if (found === undefined) throw new Error(`No sample for the pattern ${pattern}.`);
  return found;
}

/** What is read of the answer: JSON where it is documented, else text; a stream is not read. */
function correctAnswer({ types, written }: ApiOperation): Call['answer'] {
  if (written['x-plex-stream'] === true) return 'stream';
  if (types.some((type) => type.endsWith('json'))) return 'json';
  return types.length > 0 && types.every((type) => type.startsWith('text/')) ? 'text' : 'none';
}

/** The headers that are demanded of the operation, with values; and those that it declares required. */
function correctHeaders(operation: ApiOperation, client: ClientName, answer: Call['answer']): readonly Pair[] {
  const demanded = operation.demands.filter((demand) => isDue(operation, demand, answer)).map(({ names: [name = ''], value }) => ({ name, value: headerValue(name, value) }));
  const declared = operation.parameters.filter(({ location, required }) => location === 'header' && required).map(({ name }) => ({ name, value: headerValue(name, null) }));
  const paging = operation.written['x-plex-pagination'] === undefined ? {} : record(operation.document['x-plex-paging']);
  const pages = [paging.start, paging.size].flatMap((name) => (typeof name === 'string' ? [{ name, value: headerValue(name, null) }] : []));
  const all = [...demanded, ...declared, ...pages];
  const own = client === 'plex-api' ? ['accept', 'x-plex-token', 'x-plex-client-identifier', 'x-plex-product'] : [];
  return all.filter(({ name }, i) => all.findIndex((other) => sameName(other.name, name)) === i && !own.includes(name.toLowerCase()));
}

function isDue({ secured }: ApiOperation, { when }: ApiDemand, answer: Call['answer']): boolean {
  if (when === 'always') return true;
  if (when === 'secured') return secured;
  return when === 'json-body' && answer === 'json';
}

export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function headerValue(name: string, value: string | null): Value {
  const values: Readonly<Record<string, Value>> = {
    'x-plex-token': codeValue('token'),
    'x-plex-client-identifier': codeValue('clientId'),
    'x-plex-target-client-identifier': codeValue('playerId'),
    'x-plex-session-identifier': codeValue('sessionId'),
    'x-plex-container-start': textValue('0'),
    'x-plex-container-size': textValue('50'),
    'x-plex-client-profile-name': textValue('generic'),
  };
  return value === null ? (values[name.toLowerCase()] ?? textValue('Example')) : textValue(value);
}

function correctBody({ body }: ApiOperation): CallBody | null {
  if (body === null) return null;
  const required = list(body.schema.required).map(String);
  const properties = Object.entries(record(body.schema.properties)).filter(([name], i) => required.includes(name) || i < 2);
  const fields = properties.map(([name, schema]) => ({ name, value: fieldValue(record(schema), name) }));
  const type = body.type === 'application/json' ? 'json' : body.type === 'application/x-www-form-urlencoded' ? 'form' : 'other';
  return { type, fields, media: body.type };
}

function fieldValue(schema: Json, name: string): Value {
  const [first] = list(schema.enum);
  if (first !== undefined) return typeof first === 'string' ? textValue(first) : codeValue(JSON.stringify(first));
  if (schema.type === 'integer' || schema.type === 'number') return codeValue('1');
  if (schema.type === 'boolean') return codeValue('true');
  if (schema.type === 'array') return codeValue('[]');
  return schema.type === 'object' ? codeValue('{}') : textValue(`some ${name}`);
}

/** A name that a program would give an unknown value. */
function identifierOf(name: string): string {
  const words = name.replace(/[^A-Za-z\d]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '');
  const identifier = words.charAt(0).toLowerCase() + words.slice(1);
  return ['default', 'new', 'delete', 'in', 'token', 'clientId', 'path'].includes(identifier) ? `${identifier}Value` : identifier;
}
