import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { CollectedFile, SourcesInput } from './open-sources.ts';
import type { WorkerInput } from './collect-worker.ts';

export interface WorkerOptions {
  /** How many at most. */
  readonly count: number;
  /** A worker that says nothing for so long is given up, in milliseconds. */
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
 * costs the file it was at, which is tried once more alone and then given up with the reason, and no other.
 */
export async function collectInWorkers(sources: SourcesInput, files: readonly string[], options: WorkerOptions): Promise<readonly CollectedFile[]> {
  const waiting = chunksOf(files);
  const done = new Map<string, CollectedFile>();
  const input: WorkerInput = { sources, files };
  const take = async (): Promise<void> => {
    let worker: Worker | null = null;
    try {
      for (let chunk = waiting.shift(); chunk !== undefined; chunk = waiting.shift()) {
        worker ??= new Worker(options.worker ?? WORKER, { workerData: input });
        const answer = await ask(worker, chunk, options.patience);
        if (typeof answer !== 'string') {
          for (const collected of answer) done.set(collected.file, collected);
          for (const file of chunk) options.onFile(file);
          continue;
        }
        await worker.terminate();
        worker = null;
        const [file] = chunk;
        if (chunk.length === 1 && file !== undefined) done.set(file, { file, sites: [], problem: { message: answer, line: 1 } });
        else waiting.push(...chunk.map((one) => [one]));
      }
    } finally {
      await worker?.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(options.count, waiting.length) }, take));
  return files.map((file) => done.get(file) ?? { file, sites: [], problem: { message: 'No worker has answered for the file.', line: 1 } });
}

/** The answer of a worker; a text says why there is none. */
function ask(worker: Worker, chunk: readonly string[], patience: number): Promise<readonly CollectedFile[] | string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(`Reading the file took more than ${String(Math.round(patience / 1000))} seconds.`), patience);
    const end = (answer: readonly CollectedFile[] | string): void => {
      clearTimeout(timer);
      worker.off('message', end).off('error', onError).off('exit', onExit);
      resolve(answer);
    };
    const onError = (error: Error): void => end(`The worker that read the file has failed: ${error.message}`);
    const onExit = (): void => end('The worker that read the file has ended.');
    worker.on('message', end).on('error', onError).on('exit', onExit);
    worker.postMessage(chunk);
  });
}

function chunksOf(files: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (let i = 0; i < files.length; i += CHUNK) chunks.push(files.slice(i, i + CHUNK));
  return chunks;
}
