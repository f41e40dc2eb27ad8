import { describe, expect, it } from 'vitest';
import { siteIn } from './memory-loader.ts';
import type { TypeShape } from '../../requests/declared-type.ts';
import type { Files } from './memory-loader.ts';

/** `{ id: number, tags?: string[], … }`: a type in one line, `…` where it is open. */
function print(type: TypeShape, depth = 0): string {
  if (depth > 4) return '^';
  switch (type.kind) {
    case 'array': return `${print(type.item(), depth + 1)}[]`;
    case 'union': return type.options.map((option) => print(option, depth + 1)).join(' | ');
    case 'object': return `{ ${[...type.fields.map((field) => `${field.name}${field.optional ? '?' : ''}: ${print(field.type(), depth + 1)}`), ...(type.open ? ['…'] : [])].join(', ')} }`;
    default: return type.kind;
  }
}

/** `path: type` of all that is declared for the body of the one request. */
function declaredIn(files: Files | string): readonly string[] {
  return siteIn(files, 'main.ts').response.declared.map(({ path, type }) => `${path.join('.')}: ${print(type())}`);
}

const TYPES = 'interface Item { id: number; next: Item | null; tags?: readonly string[] } interface Page<T> { items: T[]; total: number }\n';

describe('types declared for a body', () => {
  it.each([
    ['by the type argument of the call', "import axios from 'axios'; const { data } = await axios.get<Page<{ id: string }>>(base + '/a');", [': { items: { id: string }[], total: number }']],
    ['by that of the method that reads it', "import ky from 'ky'; const page = await ky.get(base + '/a').json<{ total: number }>();", [': { total: number }']],
    ['by an assertion', "const body = (await (await fetch(base + '/a')).json()) as { total: number };", [': { total: number }']],
    ['by an assertion of a promise', "export async function f() { return (await fetch(base + '/a')).json() as Promise<{ total: number }>; }", [': { total: number }']],
    ['by a variable', "export async function f() { const body: { total: number } = await (await fetch(base + '/a')).json(); return body; }", [': { total: number }']],
    ['for a value in it', "export async function f() { const { items } = await (await fetch(base + '/a')).json(); const first: { id: number } = items[0]; return first; }", ['items.[]: { id: number }']],
    ['by a parameter', "export async function f() { const body = await (await fetch(base + '/a')).json(); return body.items.map((item: { id: number }) => item.id); }", ['items.[]: { id: number }']],
    ['by what the function returns', "export async function f(): Promise<readonly { id: number }[]> { return (await (await fetch(base + '/a')).json()).items; }", ['items: { id: number }[]']],
    ['by the type of a whole response', "import axios, { type AxiosResponse } from 'axios'; export async function f() { const r: AxiosResponse<{ total: number }> = await axios.get(base + '/a'); return r.data; }", [': { total: number }']],
    ['with unions, literals, maps and what is not read', "import axios from 'axios'; await axios.get<{ a: 'x' | 1 | null; b: Record<string, number>; c: Date; [key: string]: unknown }>(base + '/a');", [': { a: string | number | null, b: { … }, c: unknown, … }']],
    ['with Pick, Omit and Partial', "import axios from 'axios'; await axios.get<Pick<Page<string>, 'total'> & Partial<Omit<Page<string>, 'total'>>>(base + '/a');", [': { total: number, items?: string[] }']],
  ])('%s', (_, code, expected) => {
    expect(declaredIn(TYPES + code)).toEqual(expected);
  });

  it('follow type parameters of wrappers to the types that callers give, in other modules too', () => {
    const files = {
      'main.ts': "import { get } from './get';\nimport type { Found } from './types';\nexport const f = () => get<Found>('/a');",
      'get.ts': 'export async function get<T>(path: string): Promise<T> { const r = await fetch(base + path); return (await r.json()) as T; }',
      'types.ts': 'interface Base { id: number }\nexport interface Found extends Base { name?: string }',
    };
    expect(declaredIn(files)).toEqual([': { id: number, name?: string }']);
    const [declared] = siteIn(files, 'main.ts').response.declared;
    expect(declared?.place).toEqual({ file: '/app/main.ts', start: files['main.ts'].indexOf('Found>'), end: files['main.ts'].indexOf('>(') });
    expect(declared?.type().place.file).toBe('/app/types.ts');
  });

  it('are open where a class or a caller out of sight gives them', () => {
    expect(declaredIn("class Api<T> { async get() { return (await (await fetch(base + '/a')).json()) as T; } }")).toEqual([': unknown']);
    expect(declaredIn("async function get<T>() { return (await (await fetch(base + '/a')).json()) as T; } await get();")).toEqual([': unknown']);
  });

  it('may hold themselves', () => {
    expect(declaredIn(`${TYPES}import axios from 'axios'; await axios.get<Item>(base + '/a');`)).toHaveLength(1);
  });

  it('are read from schemas of zod, here and in other modules', () => {
    const schema = "import { z } from 'zod';\nconst Tag = z.object({ name: z.string().min(1) });\nexport const Page = z.object({ total: z.number().int(), next: z.string().nullish(), tags: z.array(Tag).optional(), size: z.coerce.number() }).strict();";
    const expected = [': { total: number, next?: string | null | undefined, tags?: { name: string }[] | undefined, size: unknown }'];
    expect(declaredIn(`${schema}\nexport async function f() { return Page.parse(await (await fetch(base + '/a')).json()); }`)).toEqual(expected);
    expect(declaredIn({ 'schema.ts': schema, 'main.ts': "import { Page } from './schema'; export async function f() { return Page.safeParse(await (await fetch(base + '/a')).json()); }" })).toEqual(expected);
  });

  it('are read through z.infer', () => {
    expect(declaredIn("import { z } from 'zod'; const Page = z.object({ total: z.number() }); type Found = z.infer<typeof Page>; export const f = async () => (await (await fetch(base + '/a')).json()) as Found;")).toEqual([': { total: number }']);
  });
});
