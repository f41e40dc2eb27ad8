import { describe, expect, it } from 'vitest';
import { ask, TODAY, useTemporaryFolder } from './temporary.ts';

const folder = useTemporaryFolder();

function config(...accepted: readonly object[]): string {
  return `export default {\n  accepted: [\n${accepted.map((entry) => `    ${JSON.stringify(entry)},\n`).join('')}  ],\n};\n`;
}

describe('accepted deviations', () => {
  it('are no findings, and keep their reason', async () => {
    folder.write({ 'a.js': ask('/library/sectoins/all') });
    const [finding] = (await folder.audit()).findings;
    folder.write({ 'plex-lint.config.ts': config({ fingerprint: finding?.fingerprint, reason: 'A server of our own.', owner: 'media', until: TODAY }) });
    const { findings, accepted, summary } = await folder.audit();
    expect(findings).toEqual([]);
    expect(accepted).toEqual([{ ...finding, justification: 'A server of our own.', byConfig: { owner: 'media', until: TODAY } }]);
    expect(summary.findings).toEqual({ error: 0, warning: 0, accepted: 1 });
    expect((await folder.run(['audit'])).status).toBe(0);
    expect((await folder.run(['audit', '--no-config'])).status).toBe(1);
  });

  it('may be all that a rule finds in requests of an operation', async () => {
    const withoutCheck = ask('/hubs').replace(/ {2}if .*\n/, '');
    folder.write({
      'a.js': withoutCheck, 'b.js': withoutCheck.replace('/hubs', '/identity'), 'c.js': withoutCheck.replace('/hubs', '/hbus'),
      'plex-lint.config.ts': config({ operation: 'GET /hubs', rule: 'require-status-check', reason: 'x' }, { operation: 'GET /hbus', rule: 'plex-api/require-status-check', reason: 'x' }),
    });
    const { findings, accepted } = await folder.audit();
    expect(accepted.map(({ file, rule }) => [file, rule])).toEqual([['a.js', 'plex-api/require-status-check'], ['c.js', 'plex-api/require-status-check']]);
    expect(findings.map(({ file, rule }) => [file, rule])).toEqual([['b.js', 'plex-api/require-status-check'], ['c.js', 'plex-api/no-unknown-endpoint']]);
  });

  it('are a finding when they accept nothing, at their line', async () => {
    folder.write({ 'app/a.js': ask('/identity'), 'plex-lint.config.ts': config({ operation: 'GET /hubs', rule: 'require-paging', reason: 'x', until: '2020-01-01' }) });
    const { findings } = await folder.audit();
    expect(findings).toMatchObject([{
      file: 'plex-lint.config.ts', line: 3, column: 5, rule: 'plex-lint/stale-acceptance', severity: 'warning',
      message: 'Nothing is found any more that this accepts (plex-api/require-paging of GET /hubs). Take the entry away.',
    }]);
    expect((await folder.run(['audit'])).status).toBe(1);
    // of a part of the project nobody can tell
    expect((await folder.audit('app')).findings).toEqual([]);
  });

  it('are open again, and a finding, when their day is over', async () => {
    folder.write({ 'a.js': ask('/library/sectoins/all') });
    const [finding] = (await folder.audit()).findings;
    folder.write({ 'plex-lint.config.ts': config({ fingerprint: finding?.fingerprint, reason: 'Until the new server is there.', owner: 'media', until: '2026-11-22' }) });
    const { findings, accepted } = await folder.audit();
    expect(accepted).toEqual([]);
    expect(findings).toMatchObject([finding ?? {}, {
      file: 'plex-lint.config.ts', line: 3, rule: 'plex-lint/expired-acceptance', severity: 'error',
      message: `This was accepted until 2026-11-22, and media answers for it: Until the new server is there. Mend it (${finding?.fingerprint ?? ''}), or look at it again and set another day.`,
    }]);
  });

  it('are printed in every format', async () => {
    folder.write({ 'a.js': ask('/identity'), 'plex-lint.config.ts': config({ operation: 'GET /hubs', rule: 'require-paging', reason: 'x' }) });
    for (const format of ['text', 'markdown', 'sarif', 'github', 'junit', 'codeclimate']) {
      expect((await folder.run(['audit', '--format', format])).stdout).toContain('plex-lint/stale-acceptance');
    }
  });
});
