import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export type Json = Readonly<Record<string, unknown>>;

export interface ApiParameter {
  readonly name: string;
  readonly location: string;
  readonly required: boolean;
  readonly schema: Json;
  readonly style: string;
  readonly explode: boolean;
  /** The document names a style or whether to explode. */
  readonly styled: boolean;
  readonly placeholder: boolean;
  readonly documented: boolean;
  /** The document is known to be wrong about it. */
  readonly disputed: boolean;
}

export interface ApiDemand {
  readonly names: readonly string[];
  readonly value: string | null;
  readonly when: string;
  readonly level: 'error' | 'warn';
}

/**
 * An operation as a document has it. Read apart from spec/, straight from the JSON, so that what both get wrong alike
 * does not cancel out.
 */
export interface ApiOperation {
  readonly api: string;
  /** The first server; null where the API runs on the user's own hosts. */
  readonly server: string | null;
  readonly method: string;
  readonly path: string;
  readonly label: string;
  readonly standing: string;
  readonly parameters: readonly ApiParameter[];
  readonly secured: boolean;
  readonly demands: readonly ApiDemand[];
  readonly body: { readonly type: string; readonly required: boolean; readonly schema: Json } | null;
  /** The media types of a success. */
  readonly types: readonly string[];
  /** The schema of a JSON success, with references in it. */
  readonly answer: Json | null;
  readonly statuses: readonly string[];
  readonly pageMax: number | null;
  /** What else the document says, by the names of its extensions. */
  readonly written: Json;
  readonly document: Json;
  /** Every operation of the document. */
  readonly all: () => readonly ApiOperation[];
  /** Every operation of every document. */
  readonly everywhere: () => readonly ApiOperation[];
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];
const FOLDER = path.resolve(import.meta.dirname, '../../spec');

/** Every operation of every built-in description. */
export function readApiOperations(): readonly ApiOperation[] {
  const everywhere: ApiOperation[] = [];
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.json')).sort()) {
    const document = JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Json;
    everywhere.push(...readDocument(name.replace(/\.json$/, ''), document, () => everywhere));
  }
  return everywhere;
}

function readDocument(api: string, document: Json, everywhere: ApiOperation['everywhere']): readonly ApiOperation[] {
  const attribution = record(document['x-plex-attribution']);
  const operations: ApiOperation[] = [];
  for (const [template, written] of Object.entries(record(document.paths))) {
    const item = follow(document, written);
    for (const method of METHODS) {
      if (item[method] === undefined) continue;
      const operation = record(item[method]);
      const servers = [item.servers, document.servers].map(list).find((each) => each.length > 0) ?? [];
      const server = attribution.anyHost === true ? null : text(record(servers[0]).url);
      operations.push(readOperation({ api, server, method: method.toUpperCase(), path: template, document, item, written: operation, all: () => operations, everywhere }));
    }
  }
  return operations;
}

type Source = Pick<ApiOperation, 'api' | 'server' | 'method' | 'path' | 'document' | 'written' | 'all' | 'everywhere'> & { readonly item: Json };

function readOperation({ item, ...source }: Source): ApiOperation {
  const { document, written, method } = source;
  const security = list(written.security ?? document.security);
  const responses = Object.entries(record(written.responses)).map(([status, response]) => [status, follow(document, response)] as const);
  const contents = responses.filter(([status]) => status.startsWith('2')).map(([, response]) => record(response.content));
  const json = contents.map((content) => content['application/json']).find((type) => type !== undefined);
  const limit = record(written['x-plex-page-limit'] ?? document['x-plex-page-limit']).max;
  return {
    ...source,
    label: `${source.api} ${method} ${source.path}`,
    standing: text(written['x-plex-standing']) ?? 'documented',
    parameters: readParameters(document, [...list(written.parameters), ...list(item.parameters)], list(written['x-plex-errata']).map((erratum) => text(record(erratum).at) ?? '')),
    secured: security.length > 0 && security.every((scheme) => Object.keys(record(scheme)).length > 0),
    demands: [...list(written['x-plex-header-policy']), ...list(document['x-plex-header-policy'])].filter((demand) => !isOptional(record(demand))).map(readDemand),
    body: readBody(document, written.requestBody),
    types: contents.flatMap((content) => Object.keys(content)),
    answer: json === undefined || record(json).schema === undefined ? null : record(record(json).schema),
    statuses: responses.map(([status]) => status),
    pageMax: typeof limit === 'number' ? limit : null,
  };
}

function readParameters(document: Json, written: readonly unknown[], errata: readonly string[]): readonly ApiParameter[] {
  const all = written.map((entry): ApiParameter => {
    const parameter = follow(document, entry);
    const style = text(parameter.style) ?? (parameter.in === 'query' ? 'form' : 'simple');
    return {
      name: text(parameter.name) ?? '',
      location: text(parameter.in) ?? '',
      required: parameter.required === true,
      schema: follow(document, parameter.schema),
      style,
      explode: typeof parameter.explode === 'boolean' ? parameter.explode : style === 'form',
      styled: parameter.style !== undefined || parameter.explode !== undefined,
      placeholder: parameter['x-plex-placeholder'] === true,
      documented: parameter['x-plex-standing'] === undefined,
      disputed: errata.some((at) => at.endsWith(` ${text(parameter.name) ?? ''}`)),
    };
  });
  return all.filter(({ name, location }, i) => all.findIndex((other) => other.name === name && other.location === location) === i);
}

/** No preset asks for it. */
function isOptional({ recommended, strict }: Json): boolean {
  return recommended === 'off' && strict === 'off';
}

function readDemand(written: unknown): ApiDemand {
  const demand = record(written);
  return {
    names: list(demand.anyOf).map(String),
    value: text(demand.value),
    when: text(demand.when) ?? 'always',
    level: demand.recommended === 'error' ? 'error' : 'warn',
  };
}

function readBody(document: Json, written: unknown): ApiOperation['body'] {
  if (written === undefined) return null;
  const body = follow(document, written);
  const [first] = Object.entries(record(body.content));
  return first === undefined ? null : { type: first[0], required: body.required === true, schema: follow(document, record(first[1]).schema) };
}

/** What stands behind a reference into the document. */
export function follow(document: Json, node: unknown): Json {
  let current = record(node);
  for (let depth = 0; depth < 20 && typeof current.$ref === 'string'; depth += 1) {
    const keys = current.$ref.slice(2).split('/').map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
    current = record(keys.reduce<unknown>((at, key) => record(at)[key], document));
  }
  return current;
}

export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
