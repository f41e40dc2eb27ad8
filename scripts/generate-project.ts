import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Of so many files one sends requests, unless told otherwise; the others are ordinary code with no sign of an API. */
const ONE_IN = 10;
const FUNCTIONS = 20;
/** How many functions of a file with requests send one. */
const SENDING = 3;

/** Writes TypeScript code of a middling app into a folder, the same for the same number of files. Returns its lines. */
export function generateProject(folder: string, files: number, oneIn = ONE_IN): number {
  mkdirSync(path.join(folder, 'src'), { recursive: true });
  let lines = write('src/plexClient.ts', CLIENT);
  for (let i = 0; i < files; i += 1) {
    lines += write(`src/module${String(i)}.ts`, i % oneIn === 0 ? requestModule(i) : plainModule(i));
  }
  return lines;

  function write(file: string, text: string): number {
    writeFileSync(path.join(folder, file), text);
    return text.split('\n').length;
  }
}

const CLIENT = `export interface PlexOptions { readonly baseUrl: string; readonly token: string }

export class PlexClient {
  private readonly headers: Record<string, string>;
  constructor(private readonly options: PlexOptions) {
    this.headers = { Accept: 'application/json', 'X-Plex-Token': options.token, 'X-Plex-Client-Identifier': 'bench' };
  }
  async get<T>(path: string, params: Record<string, string> = {}): Promise<T> {
    const query = new URLSearchParams(params);
    const response = await fetch(\`\${this.options.baseUrl}\${path}?\${query.toString()}\`, { headers: this.headers });
    if (!response.ok) throw new Error(\`Status \${response.status}\`);
    return (await response.json()) as T;
  }
}
`;

function requestModule(index: number): string {
  const methods = Array.from({ length: SENDING }, (_, i) => {
    const path = PATHS[(index + i) % PATHS.length] ?? '/identity';
    return `export async function request${String(i)}(client: PlexClient, id: number, kind: string): Promise<unknown> {
  const params: Record<string, string> = { type: kind };
  if (id > ${String(i)}) params['sort'] = 'addedAt';
  return client.get(\`${path}\`, params);
}`;
  });
  return `import type { PlexClient } from './plexClient.js';\n${plainModule(index, FUNCTIONS - SENDING)}\n${methods.join('\n\n')}\n`;
}

const PATHS = [
  '/library/sections/${id}/all',
  '/library/metadata/${id}',
  '/library/metadata/${id}/children',
  '/hubs/sections/${id}',
  '/playlists/${id}/items',
  '/library/collections/${id}',
  '/status/sessions',
  '/library/sections',
  '/library/section/${id}/all',
];

function plainModule(index: number, count = FUNCTIONS): string {
  const functions = Array.from({ length: count }, (_, i) => `export function compute${String(i)}(items: readonly Item[], limit: number): Item[] {
  const kept: Item[] = [];
  for (const item of items) {
    if (item.value > limit && item.name.startsWith('x${String(i)}')) kept.push({ ...item, value: item.value * ${String(i + 1)} });
    else if (item.name.includes('/')) kept.push({ name: item.name.split('/').at(-1) ?? 'none', value: limit });
  }
  return kept.sort((a, b) => a.value - b.value || a.name.localeCompare(b.name));
}`);
  return `import { compute0 as first } from './module${String(index === 1 ? 2 : 1)}.js';

export interface Item { readonly name: string; readonly value: number }

${functions.join('\n\n')}

export const result${String(index)} = first([{ name: 'x', value: ${String(index)} }], 3);
`;
}
