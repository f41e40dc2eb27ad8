import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDescription } from '../../spec/load-description.ts';
import { matchPath } from '../../spec/match-path.ts';
import { parsePathPattern } from '../../spec/path-pattern.ts';
import { readDescriptions } from '../../spec/read-descriptions.ts';
import { BUILT_IN_NAMES } from '../../spec/built-in-names.ts';
import { DescriptionError } from '../../spec/description-error.ts';

let folder = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'descriptions-')));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return `./${name}`;
}

/** The message of the error that loading gives, with the folder left out. */
function errorOf(nameOrFile: string): string {
  try {
    loadDescription(nameOrFile, folder);
  } catch (error) {
    expect(error).toBeInstanceOf(DescriptionError);
    return error instanceof Error ? error.message.replaceAll(`${folder}/`, '') : '';
  }
  return 'no error';
}

const MINIMAL = { openapi: '3.0.3', info: { title: 'Shop', version: '1' }, paths: { '/orders/{id}': { get: { responses: { 200: { description: 'ok' } } } } } };

const YAML = `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers:
  - url: https://{tenant}.shop.example/v1
security:
  - key: []
paths:
  /orders:
    parameters:
      - { name: trace, in: header, schema: { type: string } }
    get:
      operationId: listOrders
      parameters:
        - $ref: '#/components/parameters/page'
      responses:
        "200": { $ref: '#/components/responses/list' }
components:
  parameters:
    page: { name: page, in: query, schema: { type: integer } }
  responses:
    list:
      description: orders
      content:
        application/json:
          schema: { $ref: '#/components/schemas/order' }
  schemas:
    order:
      type: object
      properties:
        parent: { $ref: '#/components/schemas/order' }
`;

describe('a document of a user', () => {
  it('is read from JSON, as OpenAPI 3.0', () => {
    const description = loadDescription(write('shop.json', JSON.stringify(MINIMAL)), folder);
    expect(description.name).toBe('shop');
    expect(description.operations.map(({ label, standing }) => [label, standing])).toEqual([['GET /orders/{id}', 'documented']]);
  });

  it('is read from YAML with references, shared parameters, a recursive schema and a base path', () => {
    const description = loadDescription(write('shop.yaml', YAML), folder);
    const [operation] = description.operations;
    expect(operation?.parameters.map(({ location, name, style, explode }) => [location, name, style, explode])).toEqual([['query', 'page', 'form', true], ['header', 'trace', 'simple', false]]);
    expect(operation?.security).toEqual([{ key: [] }]);
    expect(operation?.statuses).toEqual(['200']);
    expect(description.hosts).toEqual(['*.shop.example']);
    expect(matchPath(description, parsePathPattern('/v1/orders'), 'GET').certain).toBe(operation);
    expect(matchPath(description, parsePathPattern('/orders'), 'GET').certain).toBe(operation);
  });

  it('is read once, and again when it has changed', () => {
    const file = write('changing.json', JSON.stringify(MINIMAL));
    const first = loadDescription(file, folder);
    expect(loadDescription(join(folder, 'changing.json'), '/')).toBe(first);
    write('changing.json', JSON.stringify({ ...MINIMAL, paths: {} }));
    utimesSync(join(folder, 'changing.json'), new Date(), new Date(Date.now() + 5000));
    expect(loadDescription(file, folder).operations).toEqual([]);
  });

  it('may start with a byte order mark', () => {
    expect(loadDescription(write('bom.json', `\uFEFF${JSON.stringify(MINIMAL)}`), folder).title).toBe('Shop');
  });
});

describe('what cannot be used gives one line that says where and what to do', () => {
  it.each([
    ['a missing file', './none.yaml', 'none.yaml: no such file. Correct the path in settings[\'plex-api\'].descriptions.'],
    ['a misspelt name', 'plex-media-sever', "There is no API description 'plex-media-sever'. Did you mean 'plex-media-server'?"],
  ])('%s', (_, name, message) => {
    expect(errorOf(name)).toBe(message);
  });

  it('a folder', () => {
    mkdirSync(join(folder, 'docs'));
    expect(errorOf('./docs')).toBe('docs: this is a folder, not an API description. Name the OpenAPI file in it.'.replace('docs', join(folder, 'docs')).replace(`${folder}/`, ''));
  });

  it.each([
    ['an empty file', 'a.yaml', '', 'a.yaml:1: the file is empty.'],
    ['broken JSON', 'b.json', '{\n "openapi": "3.1.0",\n "paths": {\n}', 'b.json:4: the JSON cannot be read:'],
    ['broken YAML', 'c.yaml', 'openapi: 3.1.0\npaths:\n  /a: [\n  /b: }\n', 'c.yaml:4: the YAML cannot be read:'],
    ['a list', 'd.json', '[1]', 'd.json:1: this is no OpenAPI document, as it is no object.'],
    ['another YAML file', 'e.yaml', 'services:\n  web: {}\n', "e.yaml:1: this is no OpenAPI document, as 'openapi' is missing."],
    ['Swagger 2', 'f.yaml', 'info: {}\nswagger: "2.0"\n', 'f.yaml:2: Swagger "2.0" is not read. Convert'],
    ['a later OpenAPI', 'g.json', '{\n"openapi": "4.0.0"}', 'g.json:2: OpenAPI 4.0.0 is not read.'],
    ['no paths', 'h.yaml', 'openapi: 3.1.0\nwebhooks: {}\n', "h.yaml:1: the document has no 'paths'"],
    ['a misspelt method', 'i.yaml', 'openapi: 3.1.0\npaths:\n  /a:\n    gett: {}\n', "i.yaml:4: 'gett' is no method of a path. Did you mean 'get'?"],
    ['a path without a slash', 'j.yaml', 'openapi: 3.1.0\npaths:\n  a: {}\n', "j.yaml:3: the path 'a' does not start with '/'."],
    ['a reference to nothing', 'k.yaml', "openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses:\n        '200':\n          $ref: '#/components/responses/x'\n", "k.yaml:7: the reference '#/components/responses/x' leads to nothing"],
    ['a reference to another file', 'l.yaml', 'openapi: 3.1.0\npaths:\n  /a:\n    $ref: other.yaml\n', "l.yaml:4: the reference 'other.yaml' leads to another file"],
    ['references in a circle', 'm.yaml', "openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n    a: { $ref: '#/components/schemas/b' }\n    b: { $ref: '#/components/schemas/a' }\n", "m.yaml:5: the reference '#/components/schemas/b' leads in a circle (#/components/schemas/b -> #/components/schemas/a -> #/components/schemas/b)."],
    ['an alias of YAML in a circle', 'q.yaml', 'openapi: 3.1.0\npaths: {}\ncomponents: &c\n  schemas:\n    a: *c\n', 'q.yaml:5: this holds itself, by an alias of YAML.'],
    ['a misspelt hint', 'r.yaml', 'openapi: 3.1.0\npaths: {}\nx-plex-attribution:\n  word: [shop]\n', "r.yaml:4: 'x-plex-attribution' has no 'word'. Did you mean 'words'?"],
    ['a hint of the wrong kind', 's.yaml', 'openapi: 3.1.0\npaths: {}\nx-plex-attribution:\n  words: shop\n', "s.yaml:4: 'words' must be a list."],
    ['a misspelt extension', 'n.yaml', 'openapi: 3.1.0\npaths:\n  /a:\n    get:\n      x-plex-standin: retired\n', "n.yaml:5: there is no extension 'x-plex-standin'. Did you mean 'x-plex-standing'?"],
    ['a misspelt standing', 'o.yaml', 'openapi: 3.1.0\npaths:\n  /a:\n    get:\n      x-plex-standing: retird\n', "o.yaml:5: 'x-plex-standing' cannot be \"retird\". Did you mean 'retired'?"],
    ['a bad pattern', 'p.yaml', 'openapi: 3.1.0\npaths: {}\nx-plex-attribution:\n  names: ["("]\n', "p.yaml: '(' is no regular expression."],
  ])('%s', (_, name, content, message) => {
    const given = errorOf(write(name, content));
    expect(given).toContain(message);
    expect(given.startsWith(name)).toBe(true);
    expect(given).not.toContain('\n');
  });
});

describe("settings['plex-api'].descriptions", () => {
  it('is all that is built in when nothing is written', () => {
    expect(readDescriptions(undefined, folder).map(({ name }) => name)).toEqual(BUILT_IN_NAMES);
    expect(readDescriptions({ clients: [] }, folder)).toHaveLength(BUILT_IN_NAMES.length);
  });

  it('replaces the default by what it lists', () => {
    write('shop.yaml', YAML);
    expect(readDescriptions({ descriptions: ['plex-tv', './shop.yaml'] }, folder).map(({ name }) => name)).toEqual(['plex-tv', 'shop']);
  });

  it.each([
    ['plex-tv', "settings['plex-api'].descriptions must be a list of names and files, such as ['plex-media-server', './openapi.yaml']."],
    [[], "settings['plex-api'].descriptions is empty. List at least one description, or remove the setting to use all that are built in."],
    [[3], "settings['plex-api'].descriptions lists 3, which is neither a name nor a file. Write a string."],
    [['plex'], `There is no API description 'plex', neither built in nor as the file`],
  ])('%j is an error', (descriptions, message) => {
    expect(() => readDescriptions({ descriptions }, folder)).toThrow(message);
  });

  it('names the right one when a setting is misspelt', () => {
    expect(() => readDescriptions({ description: ['plex-tv'] }, folder)).toThrow("settings['plex-api'] has no 'description'. Did you mean 'descriptions'?");
  });
});
