import path from 'node:path';
import { createModuleLoader } from '../modules/create-module-loader.ts';
import { createLintJournal } from '../modules/lint-journal.ts';
import { createEngine } from '../requests/create-engine.ts';
import { declareBySettings } from './declare-by-settings.ts';
import type { ClientModel } from '../requests/client-model.ts';
import type { Engine } from '../requests/create-engine.ts';
import type { LoggedValue } from '../requests/logged-values.ts';
import type { Place, RequestSite } from '../requests/request-site.ts';
import type { ModuleLoader, SourceModule } from '../requests/source-module.ts';

/** What the user tells the engine. Equal settings are to be one object: each has an engine of its own. */
export interface EngineSettings {
  /** Clients beside the built-in ones. */
  readonly clients: readonly ClientModel[];
  /** Packages in node_modules that are read like the project's own sources. */
  readonly packages: readonly string[];
  /** The APIs that the user names, by host (`*` for any part, with a port or without) and by a name in the code. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
}

/** What holds where the user says nothing. */
export const NO_SETTINGS: EngineSettings = { clients: [], packages: [], hosts: {}, names: {} };

/** What comments begin with that name an API: `// plex-api: plex-media-server`. */
export const MARKER = 'plex-api';

type MakeLoader = (packages: readonly string[]) => ModuleLoader;

/** What findings rest on outside of the linted files, for ESLint's cache. */
export const journal = createLintJournal(() => process.cwd());

let makeLoader: MakeLoader = (packages) => createModuleLoader({ packages, journal });

/** One loader for each list of packages. */
const loaders = new Map<string, ModuleLoader>();

/** Engines for the life of the process: what one learns of a module serves every file that imports it. */
let engines = new WeakMap<EngineSettings, Engine>();

/** The loader that was used last: it knows the files that findings are about. */
let latest: ModuleLoader | null = null;

/** Makes all rules read modules through these loaders from now on; what was learnt through others is forgotten. */
export function setModuleLoader(loader: ModuleLoader | MakeLoader): void {
  makeLoader = typeof loader === 'function' ? loader : () => loader;
  loaders.clear();
  engines = new WeakMap();
  latest = null;
}

function loaderOf({ packages }: EngineSettings): ModuleLoader {
  const key = packages.join(' ');
  let loader = loaders.get(key);
  if (loader === undefined) loaders.set(key, (loader = makeLoader(packages)));
  latest = loader;
  return loader;
}

/** The request sites of a module, by the engine that all rules share under these settings. */
export function requestsOf(module: SourceModule, settings: EngineSettings = NO_SETTINGS): readonly RequestSite[] {
  const sites = engineOf(settings).requestsOf(module);
  return settings.hosts === NO_SETTINGS.hosts && settings.names === NO_SETTINGS.names ? sites : sites.map((site) => declareBySettings(site, settings));
}

/** What the log calls of a module write, by the same engine. */
export function loggedIn(module: SourceModule, settings: EngineSettings = NO_SETTINGS): readonly LoggedValue[] {
  return engineOf(settings).loggedIn(module);
}

/** Tells the engine of a module before its requests are asked for. */
export function knowModule(module: SourceModule, settings: EngineSettings = NO_SETTINGS): void {
  engineOf(settings).know(module);
}

function engineOf(settings: EngineSettings): Engine {
  let engine = engines.get(settings);
  if (engine === undefined) engines.set(settings, (engine = createEngine(loaderOf(settings), { clients: settings.clients, marker: MARKER })));
  return engine;
}

/** Forgets modules that have changed on the disk. In a large project it looks now and then only, unless it is to be `exact`. */
export function lookAtDisk(settings: EngineSettings, exact = false): void {
  loaderOf(settings).generation(exact);
}

/** A file of the project as the engine reads it; null when it cannot be read or parsed. */
export function loadFile(file: string, settings: EngineSettings = NO_SETTINGS): SourceModule | null {
  return loaderOf(settings).load(file);
}

/** The file of the project that a specifier means; null for a package, or where there is none. */
export function resolveImport(specifier: string, fromFile: string, settings: EngineSettings = NO_SETTINGS): string | null {
  return loaderOf(settings).resolve(specifier, fromFile);
}

/** Its text, without parsing it. */
export function textOfImport(specifier: string, fromFile: string, settings: EngineSettings = NO_SETTINGS): string | null {
  const file = resolveImport(specifier, fromFile, settings);
  return file === null ? null : textOfFile(file, settings);
}

/** The text of a source file, without parsing it; null where there is none. */
export function textOfFile(file: string, settings: EngineSettings = NO_SETTINGS): string | null {
  return loaderOf(settings).text(file);
}

/** A place as a reader finds it: `server/api.ts:58`, relative to `cwd`. Without the line where the file cannot be read. */
export function printPlace(place: Place, cwd: string): string {
  const file = path.relative(cwd, place.file).replaceAll('\\', '/');
  const text = (latest ?? loaderOf(NO_SETTINGS)).load(place.file)?.text;
  return text === undefined ? file : `${file}:${text.slice(0, place.start).split('\n').length}`;
}

/** The source text at a place; null where the file cannot be read. */
export function readPlace({ file, start, end }: Place): string | null {
  return (latest ?? loaderOf(NO_SETTINGS)).load(file)?.text.slice(start, end) ?? null;
}
