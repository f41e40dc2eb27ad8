import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../audit/run-command.ts';
import { writeProject } from '../modules/write-project.ts';
import type { CodemodReport } from '../../audit/codemod-report.ts';

/** The second codemod adds an import and a line to what the third one leaves. */
const SOURCE = `import { tell } from './tell.js';

export async function rate(key) {
  const answer = await fetch(\`\${plexUrl}/:/rate?identifier=com.plexapp.plugins.library&key=\${key}&rating=5\`, { method: 'PUT' });
  tell(await answer.text());
}

export async function refresh() {
  const answer = await fetch(\`\${plexUrl}/library/sections/1/refresh\`, { method: 'POST' });
  return answer.text();
}
`;

async function run(root: string, ...args: readonly string[]) {
  let stdout = '';
  const status = await runCommand(['codemod', 'add-timeout', 'add-status-check', 'add-retry', '--report', '../lines.json', ...args], { cwd: root, env: {}, stdout: { write: (text) => (stdout += text) }, stderr: { write: (text) => (stdout += text) } });
  return { status, stdout, report: JSON.parse(readFileSync(join(root, '../lines.json'), 'utf8')) as CodemodReport };
}

/** Each request of the report with the text of its line. */
function linesOf(root: string, { changes }: CodemodReport): readonly string[] {
  return changes.flatMap(({ codemod, file, line, requests }) => [{ file, line }, ...requests].map((at) => `${codemod} ${readFileSync(join(root, at.file ?? ''), 'utf8').split('\n')[(at.line ?? 0) - 1]?.trim() ?? 'no such line'}`));
}

describe('the lines of a codemod report', () => {
  const files = { 'api.js': SOURCE, 'tell.js': 'export const tell = (text) => text;\n', 'package.json': { type: 'module' } };

  it('are those of the files, which a dry run leaves as they are', async () => {
    const root = writeProject(files);
    const { stdout, report } = await run(root);
    expect(report.changes.map(({ codemod }) => codemod)).toEqual(expect.arrayContaining(['add-timeout', 'add-status-check', 'add-retry']));
    for (const line of linesOf(root, report)) expect(line).toMatch(/fetch\(/);
    expect(stdout).toContain('api.js:9  POST /library/sections/1/refresh');
  });

  it('are those of the new text once it is written', async () => {
    const root = writeProject(files);
    spawnSync('git', ['init', '-q'], { cwd: root });
    const { status, report } = await run(root, '--write', '--force');
    expect(status).toBe(0);
    for (const line of linesOf(root, report)) expect(line).toMatch(/fetch\(.*AbortSignal/);
    expect(report.changes.flatMap(({ line }) => line ?? [])).not.toContain(9);
  });
});
