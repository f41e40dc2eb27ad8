import { createClientRegistry } from './client-registry.ts';
import type { ClientModel } from './client-model.ts';
import { findRequests } from './find-requests.ts';
import type { ModuleRequests } from './find-requests.ts';
import type { LoggedValue } from './logged-values.ts';
import type { RequestSite } from './request-site.ts';
import { maySend } from './may-send.ts';
import { adoptModule, createWorld, moduleAt } from './run.ts';
import type { World } from './run.ts';
import type { ModuleLoader, SourceModule } from './source-module.ts';

export interface Engine {
  /** The request sites whose reporting function lies in this module, in source order. Never throws. */
  readonly requestsOf: (module: SourceModule) => readonly RequestSite[];
  /** What the log calls of a module that may send requests write, in source order: of values that no function in it was handed by a caller. */
  readonly loggedIn: (module: SourceModule) => readonly LoggedValue[];
  /** Tells the engine of a module before its requests are asked for: what makes instances of the classes of others counts. */
  readonly know: (module: SourceModule) => void;
  /** Statements and expressions executed since a module last changed: what the engine costs, told without a clock. */
  readonly work: () => number;
}

export interface EngineOptions {
  /** Client models beside the built-in ones; they come first. */
  readonly clients?: readonly ClientModel[];
  /**
   * What comments begin with that name the API which code sends to: with `my-api`, `/* my-api: name *\/` and
   * `// my-api: none`. Default: comments are not read.
   */
  readonly marker?: string;
}

/** Makes an engine that keeps what it learns about modules until one of them changes. */
export function createEngine(loader: ModuleLoader, options: EngineOptions = {}): Engine {
  const clients = createClientRegistry(options.clients);
  let world: World | null = null;
  /** What the trees hold that a linter handed over since a module last changed. */
  let adopted = new WeakMap<SourceModule['program'], ModuleRequests>();
  let generation = Number.NaN;

  const current = (): World => {
    const now = loader.generation();
    if (world === null || now !== generation) {
      world = createWorld(loader, clients, options.marker ?? null);
      adopted = new WeakMap();
      generation = now;
    }
    return world;
  };

  const find = (source: SourceModule): ModuleRequests | null => {
    const known = current();
    if (!maySend(known, source.file, source.text)) return null;
    // the tree that a linter hands over is not the one that importers of the file see
    const onDisk = moduleAt(known, source.file);
    const isSame = onDisk?.source.text === source.text || onDisk?.source.program === source.program;
    if (isSame) return findRequests(known, onDisk);
    const found = adopted.get(source.program) ?? findRequests(known, adoptModule(known, source));
    adopted.set(source.program, found);
    return found;
  };

  return {
    know(source) {
      const known = current();
      known.told.add(source.file);
      moduleAt(known, source.file);
    },
    work: () => world?.work ?? 0,
    requestsOf: (source) => find(source)?.sites ?? [],
    loggedIn: (source) => find(source)?.logged ?? [],
  };
}
