import type { CollectedFile, Sources } from './open-sources.ts';

/** Reads what files send, in this thread. A failure of the engine is the file's problem and no other's. */
export function collectHere(files: readonly string[], sources: Sources, textOf: (file: string) => string | null, onFile: (file: string) => void = () => undefined): readonly CollectedFile[] {
  sources.know(files);
  return files.map((file) => {
    onFile(file);
    return collectFile(file, sources, textOf);
  });
}

/** What one file sends; the others are to be known already. */
export function collectFile(file: string, sources: Sources, textOf: (file: string) => string | null): CollectedFile {
  try {
    return sources.collect(file, textOf(file) ?? '');
  } catch (error) {
    return { file, sites: [], problem: { message: `The file could not be read for requests: ${error instanceof Error ? error.message : String(error)}`, line: 1 } };
  }
}
