import { validResponseTypes } from '../../rules/valid-response-types.ts';
import { createRuleTester } from './rule-tester.ts';

const settings = { 'plex-api': { descriptions: ['tests/rules/fixtures/closed-api.yaml'] } };
const depot = 'https://api.depot.example/v1';
const PARCEL = "interface Parcel { id: number; state: 'new' | 'sent'; weight?: number; labels?: Record<string, string>; contents?: Parcel[] }";

/** A body of a parcel that is declared as `type`. */
function declare(type: string, before = ''): string {
  return `import axios from 'axios'; ${before} await axios.get<${type}>('${depot}/parcels/1');`;
}

/** The same through a wrapper, for the total of a page. */
function through(type: string): string {
  return `async function get<T>(path: string): Promise<T> { const r = await fetch('${depot}' + path); if (!r.ok) throw new Error(); return (await r.json()) as T; }\nawait get<{ total: ${type} }>('/parcels');`;
}

createRuleTester().run('valid-response-types', validResponseTypes, {
  valid: [
    { name: 'the types of the description', code: declare('Parcel', PARCEL), settings },
    { name: 'some of the fields', code: declare('{ id: number }'), settings },
    { name: 'a text that is parsed later', code: declare('string'), settings },
    { name: 'in a list', code: `${PARCEL} export async function f(): Promise<Parcel[]> { const r = await fetch('${depot}/parcels'); if (!r.ok) throw new Error(); return (await r.json()).items; }`, settings },
    { name: 'types that say nothing', code: declare('any'), settings },
    { name: 'a type that is not in sight', code: declare("import('depot').Parcel"), settings },
    { name: 'alternatives of which one fits', code: declare('{ id: string } | Parcel', PARCEL), settings },
    { name: 'an accepted field', code: declare('{ colour: string }'), options: [{ allow: ['colour'] }], settings },
    { name: 'what may be missing, where that is not asked for', code: declare('{ weight: number }'), options: [{ optional: false }], settings },
    { name: 'a field more where the response may have more', code: `import axios from 'axios'; await axios.get<{ heading: string; author: string }>('${depot}/notes');`, settings },
    {
      name: 'one type for two operations, of which one has the field',
      code: `import axios from 'axios'; interface Any { id?: number; total?: number } await axios.get<Any>('${depot}/parcels/1'); await axios.get<Any>('${depot}/parcels');`,
      settings,
    },
    {
      name: 'a number for a boolean of the media server, which answers 0 and 1 in places',
      code: "import axios from 'axios'; await axios.get<{ MediaContainer: { Directory: { hidden: number }[] } }>(`${plexUrl}/library/sections/all`);",
    },
    { name: 'what is made of the body', code: `async function f() { const r = await fetch('${depot}/parcels/1'); if (!r.ok) throw new Error(); const { id } = await r.json(); const made: { key: string } = { key: String(id) }; return made; }`, settings },
  ],
  invalid: [
    {
      name: 'a wrong type, with the edit',
      code: declare('{ id: string }'),
      settings,
      errors: [
        {
          messageId: 'type',
          data: { operation: 'GET /parcels/{id}', subject: '`id`', actual: 'a whole number', declared: 'a text', where: '' },
          suggestions: [{ messageId: 'retype', data: { wanted: 'number' }, output: declare('{ id: number }') }],
        },
      ],
    },
    {
      name: 'a list for an object',
      code: declare('Parcel[]', PARCEL),
      settings,
      errors: [{ messageId: 'type', data: { operation: 'GET /parcels/{id}', subject: 'The body', actual: 'an object', declared: 'a list', where: '' } }],
    },
    {
      name: 'a field that a closed object does not have',
      code: declare('{ colour: string }'),
      settings,
      errors: [{ messageId: 'unknown', data: { operation: 'GET /parcels/{id}', field: 'colour', known: '`id`, `state`, `weight`, `labels`, `contents`', where: '' } }],
    },
    {
      name: 'a slip',
      code: declare('{ stat: string }'),
      settings,
      errors: [{ messageId: 'near', suggestions: [{ messageId: 'rename', data: { near: 'state' }, output: declare('{ state: string }') }] }],
    },
    {
      name: 'declared as always there',
      code: declare('{ weight: number }'),
      settings,
      errors: [{ messageId: 'missing', suggestions: [{ messageId: 'makeOptional', output: declare('{ weight?: number }') }] }],
    },
    {
      name: 'never null',
      code: `import axios from 'axios'; await axios.get<{ next?: string }>('${depot}/parcels');`,
      settings,
      errors: [{ messageId: 'null', suggestions: [{ messageId: 'addNull', output: `import axios from 'axios'; await axios.get<{ next?: string | null }>('${depot}/parcels');` }] }],
    },
    {
      name: 'of a variable, in an alias',
      code: `type Page = { total: string; items: unknown[] };\nexport async function f() { const r = await fetch('${depot}/parcels'); if (!r.ok) throw new Error(); const page: Page = await r.json(); return page; }`,
      settings,
      errors: [{ messageId: 'type', line: 1, suggestions: [{ messageId: 'retype', data: { wanted: 'number' }, output: `type Page = { total: number; items: unknown[] };\nexport async function f() { const r = await fetch('${depot}/parcels'); if (!r.ok) throw new Error(); const page: Page = await r.json(); return page; }` }] }],
    },
    {
      name: 'through a wrapper, for the type that the call gives',
      code: through('boolean'),
      settings,
      errors: [{ messageId: 'type', line: 2, suggestions: [{ messageId: 'retype', data: { wanted: 'number' }, output: through('number') }] }],
    },
    {
      name: 'by a schema of zod',
      code: `import { z } from 'zod'; const Parcel = z.object({ id: z.string(), weight: z.number() }); export async function f() { const r = await fetch('${depot}/parcels/1'); if (!r.ok) throw new Error(); return Parcel.parse(await r.json()); }`,
      settings,
      errors: [{ messageId: 'type' }, { messageId: 'missing' }],
    },
    {
      name: 'a text for a number of the media server',
      code: "import axios from 'axios'; await axios.get<{ MediaContainer: { Metadata: { year: string }[] } }>(`${plexUrl}/library/metadata/1`);",
      errors: [{ messageId: 'type', suggestions: [{ messageId: 'retype', data: { wanted: 'number' }, output: "import axios from 'axios'; await axios.get<{ MediaContainer: { Metadata: { year: number }[] } }>(`${plexUrl}/library/metadata/1`);" }] }],
    },
  ],
});
