import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareDescriptions } from '../../spec/compare-descriptions.ts';
import { createDescription } from '../../spec/create-description.ts';
import { loadDescription } from '../../spec/load-description.ts';
import type { Successor } from '../../spec/compare-descriptions.ts';
import type { Description } from '../../spec/description.ts';

const SPECS = fileURLToPath(new URL('../../../shared/specs/', import.meta.url));

function shop(paths: Readonly<Record<string, unknown>>): Description {
  return createDescription({ name: 'shop', file: '/shop.yaml', document: { openapi: '3.1.0', info: { title: 'Shop', version: '1' }, paths } });
}

function successor(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): Successor | undefined {
  const from = shop(before);
  const [operation] = from.operations;
  return operation === undefined ? undefined : compareDescriptions(from, shop(after))(operation);
}

const query = (name: string, more: Readonly<Record<string, unknown>> = {}): unknown => ({ name, in: 'query', schema: { type: 'integer' }, ...more });

describe('compareDescriptions', () => {
  it('finds the same path, whatever its parameters are called', () => {
    expect(successor({ '/orders/{id}': { get: {} } }, { '/orders/{orderId}': { get: {} } })).toMatchObject({ kind: 'same', operation: { path: '/orders/{orderId}' } });
  });

  it('goes by the replacement that is named before the operationId', () => {
    const before = { '/orders': { get: { operationId: 'list', 'x-plex-standing': 'retired', 'x-plex-replaced-by': { method: 'GET', path: '/sales' } } } };
    expect(successor(before, { '/sales': { get: {} }, '/purchases': { get: { operationId: 'list' } } })).toMatchObject({ kind: 'moved', method: 'GET', path: '/sales' });
  });

  it('finds an operation under its operationId', () => {
    expect(successor({ '/orders': { get: { operationId: 'list' } } }, { '/sales': { post: { operationId: 'list' } } })).toMatchObject({ kind: 'moved', method: 'POST', path: '/sales' });
  });

  it('finds the one new method of a path', () => {
    expect(successor({ '/prices': { post: {} } }, { '/prices': { put: {} } })).toMatchObject({ kind: 'moved', method: 'PUT', path: '/prices' });
    expect(successor({ '/prices': { post: {} } }, { '/prices': { put: {}, patch: {} } })).toEqual({ kind: 'gone' });
  });

  it('knows parameters by their word and by their description, where only one comes in question', () => {
    const before = { '/orders': { get: { parameters: [query('page_size'), query('from', { description: 'The first one.' }), query('x')] } } };
    const after = { '/orders': { get: { parameters: [query('pageSize'), query('start', { description: 'The first one.' }), query('y')] } } };
    const found = successor(before, after);
    expect(found?.kind === 'same' ? Object.fromEntries(found.renamed) : found).toEqual({ page_size: 'pageSize', from: 'start' });
  });

  it.skipIf(!existsSync(SPECS))('finds each operation of the official 1.1.1 in 1.2.2, and not each the other way round (skipped where the documents are absent)', () => {
    const [old, later] = ['1.1.1', '1.2.2'].map((version) => loadDescription(`pms-${version}.openapi.json`, SPECS));
    if (old === undefined || later === undefined) throw new Error('The documents are there.');
    const kinds = (from: Description, to: Description): readonly string[] => from.operations.map(compareDescriptions(from, to)).map(({ kind }) => kind);
    expect(new Set(kinds(old, later))).toEqual(new Set(['same']));
    expect(kinds(later, old).filter((kind) => kind === 'gone')).toHaveLength(later.operations.length - old.operations.length);
  });
});
