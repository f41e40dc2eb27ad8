// npm run mutations [-- '^query']: every mistake of the mutation benchmark, with every operation of every description, or
// the kinds whose names match. Prints the matrix. `MUTATION_SEED` and `MUTATION_TRIES` make other calls, and more.
import { spawnSync } from 'node:child_process';

const [kinds = ''] = process.argv.slice(2);
const { status } = spawnSync('npx', ['vitest', 'run', 'tests/mutations', '--reporter=default'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, MUTATIONS: 'all', MUTATION_KINDS: kinds },
});
process.exitCode = status ?? 2;
