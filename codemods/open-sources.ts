import { relative } from 'node:path';
import { createModuleLoader } from '../modules/create-module-loader.ts';
import { parseFile } from '../modules/parse-file.ts';
import { knowModule, loadFile, requestsOf, resolveImport, setModuleLoader } from '../rules/engine.ts';
import { hasClue } from '../rules/make-clue.ts';
import { mayRequest } from '../rules/may-request.ts';
import { readSettings } from '../rules/read-settings.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { SourceModule } from '../requests/source-module.ts';
import type { ReadSettings } from '../rules/read-settings.ts';

/** `settings['plex-api']` as written: for all files, and for those that have others. Can be sent to a worker. */
export interface WrittenSettings {
  readonly common: unknown;
  readonly byFile: ReadonlyMap<string, unknown>;
}

/** What sources are to be read. Can be sent to a worker. */
export interface SourcesInput {
  /** The folder that relative names in settings start from, absolute. */
  readonly root: string;
  readonly settings: WrittenSettings;
  /** Texts that are not written yet, by absolute file. */
  readonly overlay: ReadonlyMap<string, string>;
}

/** What a file sends, or why that cannot be told. Between threads it can be sent without the types that responses declare. */
export interface CollectedFile {
  readonly file: string;
  readonly sites: readonly RequestSite[];
  readonly problem: FileProblem | null;
}

/** Why a file could not be read; 1-based. */
export interface FileProblem {
  readonly message: string;
  readonly line: number;
}

/** Sources, with what the engine reads in them. */
export interface Sources {
  readonly settingsOf: (file: string) => ReadSettings;
  /** Whether a request to a described API may be in the file, so that reading it is worth the time. */
  readonly mayHoldRequests: (file: string, text: string) => boolean;
  /** Tells the engine of files before any is asked for its requests: what one makes, another may send with. */
  readonly know: (files: readonly string[]) => void;
  readonly collect: (file: string, text: string) => CollectedFile;
  readonly load: (file: string) => SourceModule | null;
  readonly resolve: (specifier: string, fromFile: string) => string | null;
}

/** Opens sources for this thread; the engine forgets those that were open before. Throws `SettingsError`. */
export function openSources({ root, settings, overlay }: SourcesInput): Sources {
  const known = new Map<unknown, ReadSettings>();
  const settingsOf = (file: string): ReadSettings => {
    const written = settings.byFile.has(file) ? settings.byFile.get(file) : settings.common;
    let read = known.get(written);
    if (read === undefined) known.set(written, (read = readSettings(written, root)));
    return read;
  };
  setModuleLoader((packages) => createModuleLoader({ root, packages, watch: false, overlay }));
  const load = (file: string): SourceModule | null => loadFile(file, settingsOf(file).engine);
  return {
    settingsOf,
    load,
    resolve: (specifier, fromFile) => resolveImport(specifier, fromFile, settingsOf(fromFile).engine),
    // a folder that is named after an API holds what sends to it, whatever the words inside
    mayHoldRequests: (file, text) => mayRequest(file, text, settingsOf(file)) || hasClue(relative(root, file), settingsOf(file).descriptions),
    know(files) {
      for (const file of files) {
        const module = load(file);
        if (module !== null) knowModule(module, settingsOf(file).engine);
      }
    },
    collect(file, text) {
      const module = load(file);
      if (module !== null) return { file, sites: requestsOf(module, settingsOf(file).engine), problem: null };
      const parsed = parseFile(file, text);
      return { file, sites: [], problem: 'error' in parsed ? parsed.error : { message: 'The file cannot be read.', line: 1 } };
    },
  };
}
