import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { ResolverFactory } from 'oxc-resolver';
import { describe, expect, it } from 'vitest';
import { createModuleLoader } from '../../modules/create-module-loader.ts';
import { writeProject } from './write-project.ts';

const FILES = ['x.ts', 'x.tsx', 'x.js', 'x.jsx', 'x.mjs', 'x.mts', 'x.json', 'x.d.ts', 'x/index.ts', 'x/index.js', 'x/package.json', 'x/lib.js', 'x.y.ts', 'x.js.ts', 'index.ts', 'sub/x.ts'];
const SPECIFIERS = ['./x', './x/', './x.js', './x.ts', './x.jsx', './x.mjs', './x.json', './x/index', './x/index.js', './x.y', './x.y.js', '.', './', './sub/x', './sub/../x', './sub', './x/lib'];

/** A well-kept resolver with the same choices; it cannot be ours because it does not say what it looked at. */
const oracle = () =>
  new ResolverFactory({
    extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte', '.astro', '.json', '.d.ts'],
    extensionAlias: { '.js': ['.ts', '.tsx', '.js', '.jsx', '.d.ts'], '.jsx': ['.tsx', '.jsx', '.ts', '.js'], '.mjs': ['.mts', '.mjs', '.ts'] },
    mainFields: ['module', 'main'],
    symlinks: false,
  });

describe('relative resolution', () => {
  it('answers like oxc-resolver for any set of files', () => {
    let answered = 0;
    fc.assert(
      fc.property(fc.subarray(FILES, { minLength: 1 }), (files) => {
        const root = writeProject({ 'from.ts': '', ...Object.fromEntries(files.map((file) => [file, file.endsWith('package.json') ? { main: './lib.js' } : ''])) });
        mkdirSync(join(root, 'sub'), { recursive: true });
        const loader = createModuleLoader({ root });
        const other = oracle();
        for (const specifier of SPECIFIERS) {
          const expected = other.sync(root, specifier).path ?? null;
          expect(loader.resolve(specifier, join(root, 'from.ts')), `${specifier} in ${files.join(' ')}`).toBe(expected);
          if (expected !== null) answered += 1;
        }
      }),
      { numRuns: 150, seed: 20 },
    );
    expect(answered).toBeGreaterThan(500);
  });
});
