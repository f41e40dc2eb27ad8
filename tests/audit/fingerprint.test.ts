import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../audit/run-command.ts';
import type { AuditReport } from '../../audit/audit-report.ts';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plex-lint-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function audit(files: Readonly<Record<string, string>>): Promise<AuditReport> {
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  let stdout = '';
  await runCommand(['audit', '--format', 'json'], { cwd: folder, env: {}, stdout: { write: (text) => (stdout += text) }, stderr: { write: () => true } });
  return JSON.parse(stdout) as AuditReport;
}

/** A function that asks for a path, which no server has. */
function ask(name: string, path: string): string {
  return `export async function ${name}(plexUrl, plexToken) {
  const response = await fetch(\`\${plexUrl}${path}\`, { headers: { Accept: 'application/json', 'X-Plex-Token': plexToken }, signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
`;
}

function prints(items: readonly { readonly fingerprint: string }[]): string[] {
  return items.map(({ fingerprint }) => fingerprint);
}

describe('fingerprints', () => {
  it('stay when lines move, and when other code is added', async () => {
    const before = await audit({ 'a.js': ask('first', '/library/sectoins/all') });
    const after = await audit({ 'a.js': `// moved\n\n${ask('other', '/hubs/promoetd')}${ask('first', '/library/sectoins/all').replace('`, {', '`,\n    {')}`, '0.js': ask('first', '/library/sectoins/all') });
    expect(before.findings).toHaveLength(1);
    expect(before.findings[0]?.line).not.toBe(after.findings.at(-1)?.line);
    expect(prints(after.findings)).toContain(prints(before.findings)[0]);
    expect(prints(after.requests)).toContain(prints(before.requests)[0]);
    expect(new Set(prints(after.findings)).size).toBe(after.findings.length);
  });

  it('tell apart what is alike, and are not shared by findings and requests', async () => {
    const { findings, requests } = await audit({ 'a.js': ask('first', '/library/sectoins/all') + ask('second', '/library/sectoins/all') });
    expect(findings).toHaveLength(2);
    expect(new Set([...prints(findings), ...prints(requests)]).size).toBe(4);
  });

  it('change with the request that a finding is about', async () => {
    const one = await audit({ 'a.js': ask('first', '/library/sectoins/all') });
    const other = await audit({ 'a.js': ask('first', '/library/sectoins/one') });
    expect(prints(other.findings)).not.toEqual(prints(one.findings));
    expect(prints(other.requests)).not.toEqual(prints(one.requests));
  });

  it('are one for a cause that several files share, whichever file is the first', async () => {
    const client = `export async function plexGet(plexUrl, path, plexToken) {
  const response = await fetch(plexUrl + path, { headers: { 'X-Plex-Token': plexToken }, signal: AbortSignal.timeout(5000) });
  return response.json();
}
`;
    const caller = "import { plexGet } from './client.js';\nexport const sections = (plexUrl, token) => plexGet(plexUrl, '/library/sections/all', token);\n";
    const one = await audit({ 'client.js': client, 'm.js': caller });
    const two = await audit({ 'client.js': `\n${client}`, 'b.js': caller });
    expect(one.findings.map(({ file }) => file)).not.toEqual(two.findings.map(({ file }) => file));
    expect(two.findings).toHaveLength(one.findings.length);
    expect(prints(two.findings).sort()).toEqual(prints(one.findings).sort());
  });

  it('stay for a finding when a comment accepts the one before it', async () => {
    const twice = ask('first', '/library/sectoins/all') + ask('second', '/library/sectoins/all');
    const open = await audit({ 'a.js': twice });
    const one = await audit({ 'a.js': twice.replace('  const response', '  // eslint-disable-next-line plex-api/no-unknown-endpoint -- our own server\n  const response') });
    expect(prints(one.accepted)).toEqual([open.findings[0]?.fingerprint]);
    expect(prints(one.findings)).toEqual([open.findings[1]?.fingerprint]);
  });
});
