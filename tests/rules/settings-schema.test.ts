import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../rules/read-settings.ts';
import type { ClientModel } from '../../requests/client-model.ts';

const schema: unknown = JSON.parse(readFileSync('rules/settings.schema.json', 'utf8'));
const isValid = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(schema as object);

/** Whether the reader takes the settings; what cannot be decided without the disk is left out. */
function isRead(settings: unknown): boolean {
  try {
    readSettings(settings, '/app');
    return true;
  } catch {
    return false;
  }
}

/** A key that the engine learns to read is missed here by the compiler. */
const FULL = {
  name: 'sdk', docs: 'https://sdk', modules: ['./lib/sdk'], types: ['Sdk'], exports: ['sdk'], injected: ['$sdk'], globals: ['Sdk'], words: ['plex'], headers: ['Accept'], headerOptions: { 'X-App': 'app.name' }, description: 'plex-tv',
  reached: { types: ['Item'], member: 'sdk' }, throwsOnErrorStatus: false, dropsUndefined: true, replacesHeaders: true, sendsBodyAsQuery: true, copies: true, lazy: true, answersItself: true, lists: 'repeat', keepsUrlQuery: true, textType: 'text/plain',
  response: 'data', method: 'POST', call: { args: ['urlOrConfig'] }, construct: { method: 'GET', args: ['url', 'header:Accept', 'option:base'], withoutBody: ['url'], response: 'stream', accept: 'xml' },
  members: { get: { method: 'GET', args: ['url', 'config'] } }, factories: { create: 1, make: { args: ['option:base'] } }, setters: { set: { args: ['nameOrHeaders', 'value'] } }, properties: { timeout: 'timeout' },
  follows: { done: 'tap' }, containers: { SdkHeaders: 'headers' }, config: { base: ['server'], throws: ['check'] }, defaults: 'defaults', joins: 'plain', scheme: 'https', callback: 'body',
  timesOut: true, deadline: { itself: true, fields: ['request'] },
  repeats: { limits: ['limit'], limit: 2, countsFirst: true, endless: ['forever'], waits: ['delay'], pauses: true, statuses: ['codes'], on: [429], decides: ['if'], methods: ['methods'], only: ['GET'], heedsRetryAfter: true, byItself: true },
  implies: [{ option: 'json', equals: 'yes', header: 'Accept', value: 'application/json' }], accepts: { always: 'json', jsonRead: 'json', jsonBody: 'json' },
} satisfies Required<Omit<ClientModel, 'holds'>>;

describe('the schema of the settings and their reader agree', () => {
  it('on a client with every key', () => {
    expect({ schema: isValid({ clients: [FULL] }), reader: isRead({ clients: [FULL] }) }).toEqual({ schema: true, reader: true });
    expect(Object.keys(FULL).sort()).toEqual(Object.keys((schema as { $defs: { client: { properties: object } } }).$defs.client.properties).sort());
  });

  it.each([
    [{}], [{ descriptions: ['plex-tv'] }], [{ descriptions: [] }], [{ descriptions: 'plex-tv' }], [{ description: ['plex-tv'] }], [{ $schema: './settings.schema.json' }],
    [{ clients: {} }], [{ clients: [] }], [{ clients: [{ name: 'x' }] }], [{ clients: [{ name: 'x', modules: ['x'] }] }], [{ clients: [{ name: 'x', modules: ['x'], call: { args: [] } }] }],
    [{ allow: ['GET /accounts', '/library/**'] }], [{ allow: ['accounts'] }], [{ allow: '/accounts' }], [{ hosts: {} }], [{ hosts: [] }], [{ hosts: { 'media.lan:32400': 'plex-media-server' } }], [{ hosts: { 'http://media.lan': 'plex-media-server' } }], [{ hosts: { 'a.b': false } }],
    [{ names: { a: 'none' } }], [{ names: { a: 1 } }], [{ names: 'none' }], [{ packages: [] }], [{ packages: ['a', '@b/c'] }], [{ packages: 'a' }], [{ packages: ['./a'] }], [{ packages: ['a/b'] }], [{ packages: [1] }], [{ packages: [''] }],
  ])('on %j', (settings) => {
    expect(isRead(settings)).toBe(isValid(settings));
  });

  it('on a client with any value in the place of one', () => {
    const places = placesIn(FULL);
    const value = fc.oneof(
      fc.constantFrom<unknown>('', 'x', 'url', 'json', 'xml', 'body', 'headers', 'then', 'https', 'GET', 'get', 'header:', 'header:X', 'option:a.b', 0, 1, -1, 1.5, null, true, [], ['x'], [''], [1], {}, { args: ['url'] }, { args: [] }, { a: 'x' }),
      fc.jsonValue({ maxDepth: 1 }),
    );
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places), value, (place, changed) => {
        const settings = { clients: [withValue(FULL, place, changed)] };
        const isSound = isValid(settings);
        if (isSound) taken += 1;
        // the name of the API is checked against the descriptions, which a schema does not know
        if (place.join('.') !== 'description') expect({ settings, isRead: isRead(settings) }).toEqual({ settings, isRead: isSound });
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('on a key that is added anywhere', () => {
    for (const place of placesIn(FULL)) {
      const settings = { clients: [withValue(FULL, [...place, 'zoo'], 'x')] };
      expect({ place, isRead: isRead(settings) }).toEqual({ place, isRead: isValid(settings) });
    }
  });
});

type Way = readonly (string | number)[];

function placesIn(value: unknown, way: Way = []): Way[] {
  if (Array.isArray(value)) return [way, ...value.flatMap((item: unknown, i) => placesIn(item, [...way, i]))];
  if (typeof value !== 'object' || value === null) return [way];
  return [...(way.length === 0 ? [] : [way]), ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...way, key]))];
}

function withValue(value: unknown, [first, ...rest]: Way, changed: unknown): unknown {
  if (first === undefined) return changed;
  if (Array.isArray(value)) return typeof first === 'number' ? value.map((item: unknown, i) => (i === first ? withValue(item, rest, changed) : item)) : value;
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [first]: withValue((value as Record<string | number, unknown>)[first], rest, changed) };
}
