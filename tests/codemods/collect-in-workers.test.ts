import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { collectInWorkers } from '../../codemods/collect-in-workers.ts';
import { writeProject } from '../modules/write-project.ts';

const SOURCES = { root: '/app', settings: { common: undefined, byFile: new Map() }, overlay: new Map() };
const FILES = Array.from({ length: 30 }, (_, i) => `/app/f${String(i)}.js`);

/** What a worker does at the eighth file; the others it answers. */
function collect(atEighth: string, patience: number) {
  const root = writeProject({ 'worker.mjs': `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (files) => { for (const file of files) {
      if (file === '/app/f7.js') { ${atEighth} }
      parentPort.postMessage({ file, sites: [], problem: null });
    } });` });
  return collectInWorkers(SOURCES, FILES, { count: 2, patience, onFile: () => undefined, worker: pathToFileURL(join(root, 'worker.mjs')) });
}

describe('collectInWorkers', () => {
  it.each([
    ['dies', 'process.exit(1);', /has ended/],
    ['throws', "throw new Error('out of luck');", /out of luck|has ended/],
    ['hangs', 'for (;;);', /took more than/],
  ])('loses no file but the one at which a worker %s', async (_, atEighth, message) => {
    const collected = await collect(atEighth, 5000);
    expect(collected.map(({ file }) => file)).toEqual(FILES);
    expect(collected.filter(({ problem }) => problem !== null)).toMatchObject([{ file: '/app/f7.js', problem: { message: expect.stringMatching(message) as string } }]);
  }, 60_000);
});
