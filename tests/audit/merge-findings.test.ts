import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommand } from '../../audit/run-command.ts';
import type { AuditFinding, AuditReport } from '../../audit/audit-report.ts';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plex-lint-merge-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The findings of one rule. */
async function findingsOf(rule: string, files: Readonly<Record<string, string>>): Promise<readonly AuditFinding[]> {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  let stdout = '';
  await runCommand(['audit', '--format', 'json'], { cwd: folder, env: {}, stdout: { write: (text) => (stdout += text) }, stderr: { write: () => true } });
  return (JSON.parse(stdout) as AuditReport).findings.filter((finding) => finding.rule === `plex-api/${rule}`);
}

const HEADERS = "{ headers: { Accept: 'application/json', 'X-Plex-Token': process.env.PLEX_TOKEN }, signal: AbortSignal.timeout(1000) }";
const UNCHECKED = `export async function plexGet(path) {\n  const response = await fetch(\`\${process.env.PLEX_URL}\${path}\`, ${HEADERS});\n  return response.json();\n}\n`;
const caller = (...paths: readonly string[]): string => `import { plexGet } from './wire.js';\n${paths.map((path, i) => `export const f${String(i)} = () => plexGet('${path}');`).join('\n')}\n`;

it('reports the fault of a function that several files call once, at the function, with the number of requests', async () => {
  const findings = await findingsOf('require-status-check', { 'wire.js': UNCHECKED, 'a.js': caller('/identity', '/hubs'), 'b.js': caller('/status/sessions'), 'c.js': caller('/playlists') });
  expect(findings).toMatchObject([{ file: 'wire.js', line: 2, sites: 4 }]);
  expect(findings[0]?.message).toMatch(/ It is one for 4 requests in 3 files\.$/);
});

it('reports it at the first of the files where nothing is reported at the function', async () => {
  const silenced = UNCHECKED.replace('  const', '  // eslint-disable-next-line plex-api/require-status-check -- the callers do\n  const');
  const findings = await findingsOf('require-status-check', { 'wire.js': silenced, 'a.js': caller('/identity', '/hubs'), 'b.js': caller('/status/sessions') });
  expect(findings).toMatchObject([{ file: 'a.js', line: 2, sites: 3 }]);
  expect(findings[0]?.message).toContain('(sent by plexGet, wire.js:1, like 1 more request here)');
});

it('says nothing of numbers where one file has the fault', async () => {
  const lonely = `${UNCHECKED}export const identity = () => plexGet('/identity');\n`;
  const [finding] = await findingsOf('require-status-check', { 'wire.js': lonely });
  expect(finding?.message).not.toContain('It is one for');
  expect(finding).not.toHaveProperty('sites');
});

it('keeps faults of different functions apart, and those of requests themselves', async () => {
  const findings = await findingsOf('require-status-check', {
    'wire.js': UNCHECKED,
    'a.js': caller('/identity'),
    'b.js': caller('/hubs'),
    'other.js': UNCHECKED.replace('plexGet', 'otherGet'),
    'c.js': caller('/playlists').replaceAll('plexGet', 'otherGet').replace('wire', 'other'),
    'own.js': `export const own = async () => (await fetch(\`\${process.env.PLEX_URL}/identity\`, ${HEADERS})).json();\n`,
  });
  expect(findings.map(({ file, sites }) => [file, sites])).toEqual([['other.js', undefined], ['own.js', undefined], ['wire.js', 2]]);
});

it('merges what is written in one place and sent from several files, as a token in a URL', async () => {
  const wire = "export const plexFetch = (path) => fetch(`${process.env.PLEX_URL}${path}?X-Plex-Token=${process.env.PLEX_TOKEN}`, { headers: { Accept: 'application/json' } }).then((response) => { if (!response.ok) throw new Error('x'); return response.json(); });\n";
  const call = (path: string): string => caller(path).replaceAll('plexGet', 'plexFetch');
  const findings = await findingsOf('no-token-in-url', { 'wire.js': wire, 'a.js': call('/identity'), 'b.js': call('/hubs'), 'c.js': call('/playlists') });
  expect(findings).toMatchObject([{ file: 'wire.js', line: 1, sites: 3 }]);
});
