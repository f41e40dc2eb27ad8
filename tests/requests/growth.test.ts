import { expect, it } from 'vitest';
import { parseFile } from '../../modules/parse-file.ts';
import { createEngine } from '../../requests/create-engine.ts';
import type { Engine } from '../../requests/create-engine.ts';
import type { SourceModule } from '../../requests/source-module.ts';

const FOLDER = '/grown/';

const CLIENT = `export class Client {
  constructor(private readonly base: string, private readonly token: string) {}
  async get(path: string, params: Record<string, string> = {}) {
    const url = new URL(this.base + path);
    for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
    const response = await fetch(url, { headers: { Accept: 'application/json', 'X-Token': this.token } });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }
}`;

/** Files that send through one client, and call functions of the file before. */
function grow(count: number): Map<string, SourceModule> {
  const texts = new Map([[`${FOLDER}client.ts`, CLIENT]]);
  for (let i = 0; i < count; i++) {
    texts.set(`${FOLDER}part${String(i)}.ts`, `import { Client } from './client';
      ${i === 0 ? 'const before = () => 1;' : `import { own as before } from './part${String(i - 1)}';`}
      export const own = (n = ${String(i)}) => n * 2;
      export async function items(client: Client, id: number) { before(); return client.get(\`/part${String(i)}/\${id}/items\`, { type: '1' }); }
      export async function all(client: Client) { return Promise.all([1, 2, 3].map((id) => items(client, id))); }`);
  }
  return new Map([...texts].flatMap(([file, text]) => {
    const parsed = parseFile(file, text);
    return 'module' in parsed ? [[file, parsed.module]] : [];
  }));
}

function engineOver(modules: ReadonlyMap<string, SourceModule>): Engine {
  const load = (file: string): SourceModule | null => modules.get(file) ?? null;
  return createEngine({ load, text: (file) => load(file)?.text ?? null, resolve: (specifier) => `${FOLDER}${specifier.slice(2)}.ts`, generation: () => 0 });
}

it('costs the same for each file, however many there are', () => {
  const perFile = [16, 64, 256].map((count) => {
    const modules = grow(count);
    const engine = engineOver(modules);
    const sites = [...modules.values()].flatMap((module) => engine.requestsOf(module));
    expect(sites.filter(({ path }) => path !== null)).toHaveLength(count);
    return engine.work() / count;
  });
  const [least = 0] = [...perFile].sort((a, b) => a - b);
  expect(least).toBeGreaterThan(10);
  for (const cost of perFile) expect(cost / least).toBeLessThan(1.2);
});

it('costs nothing to ask again for a module that has not changed', () => {
  const modules = grow(4);
  const engine = engineOver(modules);
  const ask = (): unknown => [...modules.values()].map((module) => engine.requestsOf(module));
  const first = ask();
  const work = engine.work();
  expect(ask()).toEqual(first);
  expect(engine.work()).toBe(work);
});
