import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { collectInWorkers } from '../../codemods/collect-in-workers.ts';
import { buildOnce } from '../package/build-once.ts';
import { writeProject } from '../modules/write-project.ts';

const worker = pathToFileURL(resolve('dist/codemods/collect-worker.js'));

describe('collectInWorkers', () => {
  beforeAll(buildOnce, 120_000);

  it('brings back what files send, with whatever is known of it', async () => {
    const root = writeProject({
      'a.ts': "interface Hubs { MediaContainer: { size: number } }\nexport const hubs = async () => (await (await fetch(`${plexUrl}/hubs`)).json()) as Hubs;\n",
      'b.ts': "import { hubs } from './a';\nexport const identity = () => fetch(`${plexUrl}/identity`);\nvoid hubs();\n",
    });
    const files = [join(root, 'a.ts'), join(root, 'b.ts')];
    const collected = await collectInWorkers({ root, settings: { common: undefined, byFile: new Map() }, overlay: new Map() }, files, { count: 2, patience: 60_000, onFile: () => undefined, worker });
    expect(collected.map(({ file, problem, sites }) => ({ file, problem, sites: sites.length }))).toEqual(files.map((file) => ({ file, problem: null, sites: 1 })));
  });
});
