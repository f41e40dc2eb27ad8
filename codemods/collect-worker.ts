import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { collectFile } from './collect-here.ts';
import { openSources } from './open-sources.ts';
import type { CollectedFile, SourcesInput } from './open-sources.ts';

/** What a worker is started with. */
export interface WorkerInput {
  readonly sources: SourcesInput;
  /** All files: what one makes, another may send with. */
  readonly files: readonly string[];
}

const { sources: input, files } = workerData as WorkerInput;
const sources = openSources(input);
sources.know(files);

// one answer for each file: who waits can tell which file takes long
parentPort?.on('message', (chunk: readonly string[]) => {
  for (const file of chunk) parentPort?.postMessage(sendable(collectFile(file, sources, (name) => input.overlay.get(name) ?? readFileSync(name, 'utf8'))));
});

/** What can be sent to another thread: declared types are read when they are asked for, by functions, and no codemod asks. */
function sendable(collected: CollectedFile): CollectedFile {
  return { ...collected, sites: collected.sites.map((site) => ({ ...site, response: { ...site.response, declared: [] } })) };
}
