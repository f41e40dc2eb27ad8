import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { validate } from '@readme/openapi-parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_NAMES } from '../../spec/built-in-names.ts';
import { checkDocument } from '../../spec/check-document.ts';
import type { Operation } from '../../spec/description.ts';
import { isRecord } from '../../spec/is-record.ts';
import { loadDescription } from '../../spec/load-description.ts';

const names = BUILT_IN_NAMES;

function textOf(name: string): string {
  return readFileSync(new URL(`../../spec/${name}.json`, import.meta.url), 'utf8');
}

/** Every Schema Object of a document, with its place. */
function schemasIn(node: unknown, place = ''): [string, Record<string, unknown>][] {
  if (Array.isArray(node)) return node.flatMap((item, index) => schemasIn(item, `${place}/${index}`));
  if (!isRecord(node)) return [];
  return Object.entries(node).flatMap(([key, value]): [string, Record<string, unknown>][] => {
    if (key === 'schema' && isRecord(value)) return [[`${place}/schema`, value]];
    if (key === 'schemas' && isRecord(value)) return Object.entries(value).filter((entry): entry is [string, Record<string, unknown>] => isRecord(entry[1])).map(([name, schema]) => [`${place}/schemas/${name}`, schema]);
    return schemasIn(value, `${place}/${key}`);
  });
}

it('are all named, and no other', () => {
  const files = readdirSync(new URL('../../spec/', import.meta.url)).filter((file) => file.endsWith('.json'));
  expect(files.toSorted()).toEqual(names.map((name) => `${name}.json`).toSorted());
});

describe.each(names)('%s', (name) => {
  const document: unknown = JSON.parse(textOf(name));
  const description = loadDescription(name, '/');

  it('is valid OpenAPI 3.1', async () => {
    const result = await validate(JSON.parse(textOf(name)) as never);
    expect(result, JSON.stringify('errors' in result ? result.errors : [])).toMatchObject({ valid: true });
  });

  it('passes the check that documents of users get', () => {
    expect(checkDocument(`${name}.json`, textOf(name), document)).toBe(document);
  });

  it('has schemas that compile', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const components: unknown = isRecord(document) ? document.components : {};
    ajv.addSchema({ $id: 'doc:', components }, 'doc:');
    const schemas = schemasIn(document);
    for (const [place, schema] of schemas) {
      const local: unknown = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"doc:#/components'));
      expect(() => ajv.compile(local as object), place).not.toThrow();
    }
    expect(schemas.length).toBeGreaterThanOrEqual(name === 'plex-media-server' ? 900 : 0);
  });

  it('has a one-line summary of its own for each operation', () => {
    const wrong = description.operations.filter(({ summary }) => summary === null || !/^[A-Z][^\n]{8,90}\.$/.test(summary));
    expect(wrong.map(({ label }) => label)).toEqual([]);
  });

  it('refers to operations that exist', () => {
    const labels = new Set(description.operations.map(({ label }) => label));
    const lost = description.operations.flatMap(({ documentedEqual, responseOf }) => [documentedEqual, responseOf]).filter((label) => label !== null && !labels.has(label));
    expect(lost).toEqual([]);
  });
});

describe('the standing of operations', () => {
  const all = names.flatMap((name) => loadDescription(name, '/').operations);
  const hostsOf = ({ description }: Operation): readonly string[] => description.hosts;

  it('has a replacement for every retired operation that has one, and it exists', () => {
    const retired = all.filter(({ standing }) => standing === 'retired');
    expect(retired).toHaveLength(9);
    const replaced = all.filter(({ replacedBy }) => replacedBy !== null);
    expect(replaced.filter(({ standing }) => standing === 'retired')).toHaveLength(8);
    for (const { label, replacedBy } of replaced) {
      const found = all.some((operation) => operation.method === replacedBy?.method && operation.path === replacedBy.path && hostsOf(operation).includes(replacedBy.host ?? '') && operation.standing !== 'retired');
      expect(found, label).toBe(true);
    }
  });

  it('marks the variants of methods, whose documented method the path has', () => {
    const variants = all.filter(({ methodVariant }) => methodVariant !== null);
    expect(variants).toHaveLength(12);
    for (const variant of variants) {
      const documented = variant.description.operations.some(({ method, path, standing }) => path === variant.path && method === variant.methodVariant?.of && standing === 'documented');
      expect(documented, variant.label).toBe(true);
    }
  });

  it('tells slips of the document from verbs that servers merely tolerate', () => {
    const slips = all.filter(({ methodVariant }) => methodVariant?.slip === true).map(({ label }) => label);
    expect(slips).toContain('DELETE /library/collections/{collectionId}/items/{itemId}');
    expect(slips).toContain('GET /library/metadata/{ids}/matches');
    expect(slips).not.toContain('GET /:/scrobble');
  });

  it('demands a token on every operation of the media server but the identity', () => {
    expect(loadDescription('plex-media-server', '/').operations.filter(({ secured }) => !secured).map(({ label }) => label)).toEqual(['GET /identity']);
  });

  it('carries over how many clients use an operation', () => {
    const usage = (label: string): unknown => all.find((operation) => operation.label === label)?.usage;
    expect(usage('GET /library/sections')).toEqual({ clients: 25, sites: 42 });
    expect(usage('GET /api/v2/user')).toEqual({ clients: 13, sites: 18 });
    expect(usage('PUT /library/clean/bundles')).toBeNull();
  });

  it('counts the operations', () => {
    const count = (name: string): number => loadDescription(name, '/').operations.length;
    // 107 in the facts, 16 of them the player's and one listed twice
    expect(count('plex-media-server')).toBe(258 + 107 - 16 - 1);
    expect(count('plex-player')).toBe(16);
    const cloud = names.filter((name) => !['plex-media-server', 'plex-player'].includes(name)).reduce((sum, name) => sum + count(name), 0);
    // 108 in the facts; one `/hubs` for two hosts, userState on discover too, and the root of the metadata provider
    expect(cloud).toBe(108 - 1 + 2);
  });
});

const OFFICIAL = new URL('../../../shared/specs/pms-1.2.2.openapi.json', import.meta.url);

describe.skipIf(!existsSync(OFFICIAL))('the media server against the official document (skipped where it is absent)', () => {
  const official = existsSync(OFFICIAL) ? (JSON.parse(readFileSync(OFFICIAL, 'utf8')) as OfficialDocument) : { paths: {}, components: {} };
  const server = loadDescription('plex-media-server', '/');
  const documented = server.operations.filter(({ standing }) => standing === 'documented');

  it('has every path, method, parameter, required flag, enum and status, or an erratum', () => {
    const counts = { paths: Object.keys(official.paths).length, operations: 0, query: 0, required: 0 };
    const differences: string[] = [];
    for (const [path, item] of Object.entries(official.paths)) {
      for (const [method, written] of Object.entries(item)) {
        if (!/^(?:get|put|post|delete|patch|head|options)$/.test(method)) continue;
        counts.operations += 1;
        const own = documented.find((operation) => operation.path === path && operation.method === method.toUpperCase());
        if (own === undefined) {
          differences.push(`${method} ${path} is missing`);
          continue;
        }
        const parameters = [...(written.parameters ?? []), ...sharedOf(item)].map((parameter) => deref(official, parameter));
        counts.query += parameters.filter((parameter) => parameter.in === 'query').length;
        counts.required += parameters.filter((parameter) => parameter.in === 'query' && parameter.required === true).length;
        differences.push(...compare(own, parameters, Object.keys(written.responses)));
      }
    }
    process.stdout.write(`official document: ${counts.paths} paths, ${counts.operations} operations, ${counts.query} query declarations, ${counts.required} required\n`);
    expect(counts).toEqual({ paths: 205, operations: 258, query: 448, required: 51 });
    expect(differences).toEqual([]);
    expect(documented).toHaveLength(counts.operations);
  });

  it('copies no sentence of it', () => {
    const plain = (text: string): string => text.toLowerCase().replace(/[^a-z ]/g, '').trim();
    const theirs = new Set([...JSON.stringify(official).matchAll(/"(?:summary|description)":"((?:[^"\\]|\\.)*)"/g)].flatMap(([, text = '']) => text.split(/\\n|[.:]/).map(plain)));
    const sentences = [...textOf('plex-media-server').matchAll(/"(?:summary|description|reason|x-plex-note|meaning)": "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => plain(text));
    expect(sentences.length).toBeGreaterThan(300);
    expect(sentences.filter((sentence) => sentence.split(' ').length > 2 && theirs.has(sentence))).toEqual([]);
  });
});

interface OfficialParameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly schema?: unknown;
}

interface OfficialOperation {
  readonly parameters?: OfficialParameter[];
  readonly responses: object;
}

interface OfficialDocument {
  readonly paths: Record<string, Record<string, OfficialOperation>>;
  readonly components: Record<string, Record<string, unknown>>;
}

/** The parameters that a path states for all its operations. */
function sharedOf(item: Readonly<Record<string, unknown>>): OfficialParameter[] {
  return Array.isArray(item.parameters) ? (item.parameters as OfficialParameter[]) : [];
}

function deref<Node extends { readonly $ref?: string }>(document: OfficialDocument, node: Node): Node {
  const [, , kind = '', name = ''] = node.$ref?.split('/') ?? [];
  return kind === '' ? node : (document.components[kind]?.[name] as Node);
}

function compare(own: Operation, parameters: readonly OfficialParameter[], statuses: readonly string[]): string[] {
  const patched = (at: string): boolean => own.errata.some((erratum) => erratum.at.split(', ').some((name, index) => (index === 0 ? name : `query ${name}`) === at));
  const differences: string[] = [];
  const declared = own.parameters.filter(({ standing }) => standing === 'documented');
  if (declared.length !== parameters.length) differences.push(`${own.label}: ${declared.length} parameters, officially ${parameters.length}`);
  for (const parameter of parameters) {
    const at = `${parameter.in} ${parameter.name}`;
    const mine = declared.find(({ location, name }) => `${location} ${name}` === at);
    if (mine === undefined) differences.push(`${own.label}: ${at} is missing`);
    else if (!patched(at)) {
      if (mine.required !== (parameter.required === true)) differences.push(`${own.label}: ${at}, required`);
      for (const key of ['type', 'enum', 'pattern', 'minimum', 'maximum']) if (JSON.stringify(read(mine.schema, key)) !== JSON.stringify(read(parameter.schema, key))) differences.push(`${own.label}: ${at}, ${key}`);
      if (parameter.style !== undefined && parameter.style !== mine.style) differences.push(`${own.label}: ${at}, style`);
      if (parameter.explode !== undefined && parameter.explode !== mine.explode) differences.push(`${own.label}: ${at}, explode`);
    }
  }
  if (JSON.stringify([...statuses].sort()) !== JSON.stringify([...own.statuses].sort())) differences.push(`${own.label}: statuses`);
  return differences;
}

function read(schema: unknown, key: string): unknown {
  return isRecord(schema) ? schema[key] : undefined;
}
