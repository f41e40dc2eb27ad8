import nodePath from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ModuleLoader, SourceModule } from '../requests/source-module.ts';
import { createResolver } from './create-resolver.ts';
import { isSourceFile } from './find-source.ts';
import type { LintJournal } from './lint-journal.ts';
import { overlayDisk } from './overlay-disk.ts';
import { parseFile } from './parse-file.ts';
import { createProject } from './project.ts';
import type { DiskRecord } from './record-disk.ts';
import { createWatchedDisk } from './watched-disk.ts';

export interface ModuleLoaderOptions {
  /** The folder that relative file names start from. Default: the working directory. */
  readonly root?: string;
  /** Packages of node_modules whose sources are to be read like the project's own. */
  readonly packages?: readonly string[];
  /** False for a run that may take the disk as it is at the start. Default: true. */
  readonly watch?: boolean;
  /** Texts of files, by absolute name, that are taken instead of what the disk has. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** Notes which files and folders the answers rest on. */
  readonly journal?: LintJournal;
  /** Records every answer of the disk. */
  readonly record?: DiskRecord;
}

/** Up to this many files and folders are looked at whenever the generation is asked for. */
const FEW = 100;
/** Beyond that, a look may take one part in so many of the time. */
const SHARE = 50;

/** Makes the loader of modules from the disk. All of it is synchronous, and nothing needs to be installed. */
export function createModuleLoader(options: ModuleLoaderOptions = {}): ModuleLoader {
  const root = nodePath.resolve(options.root ?? '.');
  const { journal, record } = options;
  const onDisk = overlayDisk(createWatchedDisk(), options.overlay ?? new Map());
  const disk = record?.recording(onDisk) ?? onDisk;
  const project = createProject(journal?.noting(disk) ?? disk, nodePath);
  const resolveFrom = createResolver(project, options.packages ?? []);
  const modules = new Map<string, SourceModule | null>();
  const resolved = new Map<string, Map<string, string | null>>();
  const imported = new Set<string>();
  const read = new Set<string>();
  // A linted file is read as well; ESLint's cache watches it by itself, and others rest on it only if they import it.
  const noteIfBoth = (file: string): void => {
    if (journal !== undefined && read.has(file) && imported.has(file)) journal.noteFile(file, { text: disk.text(file), stamp: disk.stamp(file) });
  };
  const textOf = (file: string): string | null => {
    if (!isSourceFile(file)) return null;
    const text = disk.text(file);
    if (!read.has(file)) noteIfBoth((read.add(file), file));
    return text;
  };
  let generation = 0;
  let nextLook = 0;

  return {
    load(name) {
      const file = nodePath.resolve(root, name);
      let module = modules.get(file);
      if (module === undefined) modules.set(file, (module = loadFrom(file, textOf(file))));
      return module;
    },
    text: (name) => textOf(nodePath.resolve(root, name)),
    resolve(specifier, fromFile) {
      const folder = nodePath.dirname(nodePath.resolve(root, fromFile));
      let known = resolved.get(folder);
      if (known === undefined) resolved.set(folder, (known = new Map<string, string | null>()));
      let file = known.get(specifier);
      if (file === undefined) {
        known.set(specifier, (file = resolveFrom(specifier, folder)));
        if (file !== null) noteIfBoth((imported.add(file), file));
      }
      return file;
    },
    generation(exact = false) {
      if (options.watch === false) return generation;
      const start = performance.now();
      if (!exact && disk.size() > FEW && start < nextLook) return generation;

      const changes = disk.changes();
      if (changes.length > 0) {
        generation += 1;
        for (const path of changes) {
          modules.delete(path);
          read.delete(path);
        }
        resolved.clear();
        project.forget();
      }
      const end = performance.now();
      nextLook = end + (end - start) * SHARE;
      return generation;
    },
  };
}

function loadFrom(file: string, text: string | null): SourceModule | null {
  const parsed = text === null ? null : parseFile(file, text);
  return parsed !== null && 'module' in parsed ? parsed.module : null;
}
