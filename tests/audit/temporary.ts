import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { runCommand } from '../../audit/run-command.ts';
import type { AuditReport } from '../../audit/audit-report.ts';

/** A folder of its own for each test of a file, and the command run in it. */
export interface Temporary {
  readonly path: () => string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** Runs `plex-lint` in the folder, or in one below it. */
  readonly run: (args: readonly string[], in_?: string) => Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }>;
  /** Runs `plex-lint audit --format json`. */
  readonly audit: (...args: string[]) => Promise<AuditReport>;
}

/** The day of all tests. */
export const TODAY = '2026-11-23';

export function useTemporaryFolder(): Temporary {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'plex-lint-')));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run: Temporary['run'] = async (args, at = '.') => {
    let stdout = '';
    let stderr = '';
    const status = await runCommand(args, { cwd: join(folder, at), env: {}, today: TODAY, stdout: { write: (text) => (stdout += text) }, stderr: { write: (text) => (stderr += text) } });
    return { status, stdout, stderr };
  };
  return {
    path: () => folder,
    run,
    write(files) {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
    },
    async audit(...args) {
      const { stdout, stderr } = await run(['audit', '--format', 'json', ...args]);
      if (stdout === '') throw new Error(stderr);
      return JSON.parse(stdout) as AuditReport;
    },
  };
}

/** A module with a function that asks for a path as it should be done. */
export function ask(path: string, name = 'ask'): string {
  return `export async function ${name}(plexUrl, plexToken) {
  const response = await fetch(\`\${plexUrl}${path}\`, { headers: { Accept: 'application/json', 'X-Plex-Token': plexToken }, signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
`;
}
