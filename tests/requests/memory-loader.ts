import path from 'node:path';
import { parseFile } from '../../modules/parse-file.ts';
import { createEngine } from '../../requests/create-engine.ts';
import { printText } from '../../requests/print-text.ts';
import type { EngineOptions } from '../../requests/create-engine.ts';
import type { Entries, RequestSite } from '../../requests/request-site.ts';
import type { ModuleLoader, SourceModule } from '../../requests/source-module.ts';

/** The files of a project, by path: `{ 'main.ts': '…', 'lib/api.ts': '…' }`. The folder is `/app`. */
export type Files = Readonly<Record<string, string>>;

const EXTENSIONS = ['', '.ts', '.tsx', '.js', '.jsx', '.json', '/index.ts', '/index.js'];

/** Modules that stand in a record instead of on the disk. A specifier that is not relative is a package. */
export function memoryLoader(files: Files): ModuleLoader {
  const modules = new Map<string, SourceModule | null>();
  const names = new Set(Object.keys(files).map((name) => `/app/${name}`));

  return {
    load(file) {
      const known = modules.get(file);
      if (known !== undefined) return known;
      const text = files[file.replace('/app/', '')];
      const parsed = text === undefined ? null : parseFile(file, text);
      const module = parsed !== null && 'module' in parsed ? parsed.module : null;
      modules.set(file, module);
      return module;
    },
    text: (file) => files[file.replace('/app/', '')] ?? null,
    resolve(specifier, fromFile) {
      if (!specifier.startsWith('.')) return null;
      const target = path.posix.join(path.posix.dirname(fromFile), specifier);
      return EXTENSIONS.map((extension) => target + extension).find((name) => names.has(name)) ?? null;
    },
    generation: () => 0,
  };
}

/** The request sites of one file whose path is known. A text alone is that file. */
export function requestsIn(files: Files | string, file = 'main.tsx', options: EngineOptions = {}, known: readonly string[] = []): readonly RequestSite[] {
  return allRequestsIn(files, file, options, known).filter((site) => site.path !== null);
}

/** All request sites of one file, with those whose path is left to a caller, or cannot be known. The engine is told of `known` files before. */
export function allRequestsIn(files: Files | string, file = 'main.tsx', options: EngineOptions = {}, known: readonly string[] = []): readonly RequestSite[] {
  const loader = memoryLoader(typeof files === 'string' ? { [file]: files } : files);
  const module = loader.load(`/app/${file}`);
  if (module === null) throw new Error(`/app/${file} is missing, or does not parse.`);
  const engine = createEngine(loader, options);
  for (const name of known) {
    const other = loader.load(`/app/${name}`);
    if (other !== null) engine.know(other);
  }
  return engine.requestsOf(module);
}

/** `GET /library/sections/{id}?type=1`: what a site sends, in one line. A name that is only sometimes sent ends with `?`. */
export function lineOf(site: RequestSite): string {
  const query = namesIn(site.query);
  return `${site.method ?? '?'} ${site.path === null ? '?' : printText(site.path)}${query === '' ? '' : `?${query}`}`;
}

/** The lines of all sites, in source order. */
export function linesIn(files: Files | string, file?: string, options?: EngineOptions): readonly string[] {
  return requestsIn(files, file, options).map(lineOf);
}

/** `type&sort?&…`: names, those sent only sometimes with `?`, and `…` when others may be sent. */
export function namesIn(entries: Entries): string {
  return [...entries.entries.map(({ name, presence }) => (presence === 'always' ? name : `${name}?`)), ...(entries.open ? ['…'] : [])].join('&');
}

/** The one site that a program has. */
export function siteIn(files: Files | string, file?: string, options?: EngineOptions, known?: readonly string[]): RequestSite {
  const sites = requestsIn(files, file, options, known);
  const [only] = sites;
  if (only === undefined || sites.length > 1) throw new Error(`One request expected, ${String(sites.length)} found: ${sites.map(lineOf).join(', ')}`);
  return only;
}
