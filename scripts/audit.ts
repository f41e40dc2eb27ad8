// npm run audit [-- <folder> …]: audits examples/dashboard, or any code. Findings are no failure here: npm would print
// one of its own below them. Whoever wants the exit status runs `plex-lint audit`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../audit/cli.js', import.meta.url));
const args = process.argv.slice(2);
const { status } = spawnSync(process.execPath, [cli, 'audit', ...(args.length === 0 ? ['examples/dashboard'] : args)], { stdio: 'inherit' });
process.exitCode = status === 1 ? 0 : (status ?? 2);
