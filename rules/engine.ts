import path from 'node:path';
import { createModuleLoader } from '../modules/create-module-loader.ts';
import { createEngine } from '../requests/create-engine.ts';
import type { Place, RequestSite } from '../requests/request-site.ts';
import type { ModuleLoader, SourceModule } from '../requests/source-module.ts';

/** One engine for the life of the process: what it learns of a module serves every file that imports it. */
let shared: SharedEngine | null = null;

interface SharedEngine {
  readonly loader: ModuleLoader;
  readonly requestsOf: (module: SourceModule) => readonly RequestSite[];
}

/** Makes all rules read modules through this loader from now on; what was learnt through another is forgotten. */
export function setModuleLoader(loader: ModuleLoader): void {
  shared = shareEngine(loader);
}

function engine(): SharedEngine {
  return (shared ??= shareEngine(createModuleLoader()));
}

function shareEngine(loader: ModuleLoader): SharedEngine {
  return { loader, requestsOf: createEngine(loader).requestsOf };
}

/** The request sites of a module, by the engine that all rules share. */
export function requestsOf(module: SourceModule): readonly RequestSite[] {
  return engine().requestsOf(module);
}

/** The module of the project that a specifier means; null for a package, or where there is none. */
export function loadImport(specifier: string, fromFile: string): SourceModule | null {
  const { loader } = engine();
  const file = loader.resolve(specifier, fromFile);
  return file === null ? null : loader.load(file);
}

/** A place as a reader finds it: `server/api.ts:58`, relative to `cwd`. Without the line where the file cannot be read. */
export function printPlace(place: Place, cwd: string): string {
  const file = path.relative(cwd, place.file).replaceAll('\\', '/');
  const text = engine().loader.load(place.file)?.text;
  return text === undefined ? file : `${file}:${text.slice(0, place.start).split('\n').length}`;
}
