import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from '../../audit/report/formats.ts';
import { ask, useTemporaryFolder } from './temporary.ts';
import type { AuditReport } from '../../audit/audit-report.ts';

const folder = useTemporaryFolder();
const WRONG = ask('/library/sectoins/all');
const PARTS = ['parts/1.json', 'parts/2.json'];

beforeEach(() => {
  folder.write({ 'app/a.js': WRONG, 'app/b.js': ask('/hubs'), 'app/c.js': ask('/identity'), 'parts/readme.md': '' });
});

/** Audits the folder in two shards. */
async function shard(): Promise<void> {
  for (const [i, part] of PARTS.entries()) await folder.run(['audit', 'app', '--shard', `${String(i + 1)}/2`, '--format', 'json', '-o', part]);
}

/** What one audit of everything, and the merge of its shards, answer to these options. */
async function bothWays(...options: readonly string[]) {
  await shard();
  return { whole: await folder.run(['audit', 'app', ...options]), merged: await folder.run(['audit', 'merge', ...PARTS, ...options]) };
}

const read = (file: string): string => readFileSync(join(folder.path(), file), 'utf8');

describe('plex-lint audit merge', () => {
  it.each(FORMAT_NAMES)('prints %s as one audit of everything does', async (format) => {
    const { whole, merged } = await bothWays('--format', format);
    expect(whole.stdout).toContain(format === 'html' ? 'library/sectoins' : 'sectoins');
    expect(merged).toEqual(whole);
  });

  it('writes several reports at once', async () => {
    await shard();
    const reports = FORMAT_NAMES.flatMap((format) => ['--report', `${format}=out.${format}`]);
    const { status, stdout } = await folder.run(['audit', 'merge', ...PARTS, ...reports]);
    expect(status).toBe(1);
    expect(stdout).toBe(read('out.text'));
    for (const format of FORMAT_NAMES) expect(read(`out.${format}`)).toBe((await folder.run(['audit', 'app', '--format', format])).stdout);
  });

  it('tells the trend, and lets pass what the baseline has', async () => {
    await folder.run(['audit', 'app', '--report', 'json=old.json']);
    for (const options of [['--compare', 'old.json', '--format', 'json'], ['--check', '--baseline', 'old.json'], ['--check', '--compare', 'old.json']]) {
      const { whole, merged } = await bothWays(...options);
      expect(merged).toEqual(whole);
      expect(whole.status).toBe(options.includes('--check') ? 0 : 1);
    }
    folder.write({ 'app/b.js': ask('/hubs/promoetd'), 'plex-lint.config.json': '{ "thresholds": { "errors": 1 } }' });
    const { whole, merged } = await bothWays('--check', '--compare', 'old.json', '--format', 'json');
    expect(merged).toEqual(whole);
    expect((JSON.parse(merged.stdout) as AuditReport).trend?.findings.new).toHaveLength(1);
    expect(merged).toMatchObject({ status: 1, stderr: expect.stringMatching(/^plex-lint: .*b\.js:2 plex-api\/no-unknown-endpoint\.\nplex-lint: 2 errors, and no more than 1 is allowed\.\n$/) as string });
  });

  it('says of which files the page has no code, since they are not there, or not as they were', async () => {
    await shard();
    rmSync(join(folder.path(), 'app/a.js'));
    folder.write({ 'app/b.js': `// later\n${ask('/hubs')}` });
    const { status, stdout, stderr } = await folder.run(['audit', 'merge', ...PARTS, '--format', 'html']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: `plex-lint: The page has no code of a.js and 1 other file: not there in ${join(folder.path(), 'app')} as audited. Merge where the sources are.\n` });
    expect(stdout).toContain('response.status');
    const { code } = JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(stdout)?.[1] ?? '') as { readonly code: object };
    expect(Object.keys(code)).toEqual(['c.js']);
    expect((await folder.run(['audit', 'merge', ...PARTS, '--format', 'sarif'])).stderr).toBe('');
  });
});
