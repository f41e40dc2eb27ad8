import { execFileSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { buildOnce } from './build-once.ts';

beforeAll(() => {
  buildOnce();
}, 120_000);

// Every editor and every hook pays for what the entry loads; ESLint itself takes some 90 ms.
it('the entry loads no TypeScript, no parser and no YAML', () => {
  const script = `
    import Module from 'node:module';
    const before = process.memoryUsage().rss;
    await import('./dist/rules/index.js');
    console.log(JSON.stringify({ loaded: Object.keys(Module._cache), megabytes: (process.memoryUsage().rss - before) / 1e6 }));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  const { loaded, megabytes } = JSON.parse(printed) as { loaded: readonly string[]; megabytes: number };

  const packages = new Set(loaded.map((file) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]).filter((name) => name !== undefined));
  for (const heavy of ['typescript', '@typescript-eslint/utils', 'oxc-parser', 'yaml', 'eslint']) expect([...packages]).not.toContain(heavy);
  expect(megabytes).toBeLessThan(40);
});
