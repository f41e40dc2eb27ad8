import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { countOf } from '../rules/count-of.ts';
import type { CollectedFile, SourcesInput } from './open-sources.ts';
import type { WorkerInput } from './collect-worker.ts';

export interface WorkerOptions {
  /** How many at most. */
  readonly count: number;
  /** A worker that takes so long for one file is given up, in milliseconds; for its first, the start counts as well. */
  readonly patience: number;
  readonly onFile: (file: string) => void;
  /** The worker to run; another one for tests. */
  readonly worker?: URL;
}

/** Present where the package is built: Node does not run TypeScript in workers. */
const WORKER = new URL('./collect-worker.js', import.meta.url);

/** Files that a worker gets at once. */
const CHUNK = 12;

/** Whether this installation can start workers. */
export function canStartWorkers(): boolean {
  return existsSync(WORKER);
}

/**
 * Reads what files send, in several threads; one answer for each file, in the same order. A worker that dies or hangs
 * costs the file it was at, which is tried once more and then given up with the reason, and no other.
 */
export async function collectInWorkers(sources: SourcesInput, files: readonly string[], options: WorkerOptions): Promise<readonly CollectedFile[]> {
  const waiting = chunksOf(files);
  const done = new Map<string, CollectedFile>();
  const tried = new Set<string>();
  const input: WorkerInput = { sources, files };
  const onDone = (collected: CollectedFile): void => {
    done.set(collected.file, collected);
    options.onFile(collected.file);
  };
  const take = async (): Promise<void> => {
    let worker: Worker | null = null;
    try {
      for (let chunk = waiting.shift(); chunk !== undefined; chunk = waiting.shift()) {
        worker ??= new Worker(options.worker ?? WORKER, { workerData: input });
        const failure = await ask(worker, chunk, options.patience, onDone);
        if (failure === null) continue;
        await worker.terminate();
        worker = null;
        const [at, ...rest] = chunk.filter((file) => !done.has(file));
        if (rest.length > 0) waiting.push(rest);
        if (at === undefined) continue;
        if (tried.has(at)) onDone({ file: at, sites: [], problem: { message: failure, line: 1 } });
        else waiting.push([at]);
        tried.add(at);
      }
    } finally {
      await worker?.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.count, waiting.length) }, take));
  return files.map((file) => done.get(file) ?? { file, sites: [], problem: { message: 'No worker has answered for the file.', line: 1 } });
}

/** Has a worker read files, one after the other; a text says why it stopped before the last. */
function ask(worker: Worker, chunk: readonly string[], patience: number, onDone: (collected: CollectedFile) => void): Promise<string | null> {
  return new Promise((resolve) => {
    let left = chunk.length;
    const wait = (): NodeJS.Timeout => setTimeout(() => end(`Reading the file took more than ${countOf(Math.round(patience / 1000), 'second')}.`), patience);
    let timer = wait();
    const onMessage = (collected: CollectedFile): void => {
      onDone(collected);
      left--;
      clearTimeout(timer);
      if (left === 0) end(null);
      else timer = wait();
    };
    const onError = (error: Error): void => end(`The worker that read the file has failed: ${error.message}`);
    const onExit = (): void => end('The worker that read the file has ended.');
    const end = (failure: string | null): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(failure);
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(chunk);
  });
}

function chunksOf(files: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (let i = 0; i < files.length; i += CHUNK) chunks.push(files.slice(i, i + CHUNK));
  return chunks;
}
