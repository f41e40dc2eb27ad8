import { describe, expect, it } from 'vitest';
import { ask, useTemporaryFolder } from './temporary.ts';

const folder = useTemporaryFolder();
const WRONG = ask('/library/sectoins/all');

describe('plex-lint audit --compare', () => {
  it('tells what is new, what is mended, and which operations are sent now', async () => {
    folder.write({ 'a.js': WRONG, 'b.js': ask('/identity') });
    expect((await folder.run(['audit', '--report', 'json=old.json'])).status).toBe(1);
    folder.write({ 'a.js': `\n\n${ask('/hubs/promoetd')}`, 'b.js': ask('/hubs') });
    const { trend, findings } = await folder.audit('--compare', 'old.json');
    expect(trend?.before.findings).toEqual({ error: 1, warning: 0, accepted: 0 });
    expect(trend?.findings.new).toEqual(findings.map(({ fingerprint }) => fingerprint));
    expect(trend?.findings.fixed).toMatchObject([{ file: 'a.js', line: 2, rule: 'plex-api/no-unknown-endpoint' }]);
    expect(trend?.operations).toEqual({
      implemented: [{ description: 'plex-media-server', operation: 'GET /hubs' }],
      gone: [{ description: 'plex-media-server', operation: 'GET /identity' }],
    });
  });

  it('finds nothing new where lines have moved', async () => {
    folder.write({ 'a.js': WRONG });
    await folder.run(['audit', '--report', 'json=old.json']);
    folder.write({ 'a.js': `// moved\n${WRONG}` });
    expect((await folder.audit('--compare', 'old.json')).trend).toMatchObject({ findings: { new: [], fixed: [] }, operations: { implemented: [], gone: [] } });
  });

  it.each([
    ['nothing.json', 'nothing.json, which --compare names, cannot be read'],
    ['a.js', 'a.js, which --compare names, is no JSON'],
    ['other.json', 'other.json, which --compare names, is no report of plex-lint audit --format json with fingerprints. Make it anew.'],
    ['older.json', 'older.json, which --compare names, has the format 0, and this plex-lint reads 1. Make it anew.'],
    ['null.json', 'null.json, which --compare names, is no report of plex-lint audit --format json with fingerprints. Make it anew.'],
    ['bare.json', 'bare.json, which --compare names, is no report of plex-lint audit --format json with fingerprints. Make it anew.'],
    ['empty.json', 'empty.json, which --compare names, is no JSON'],
    ['.', '., which --compare names, cannot be read'],
  ])('says that it cannot use %s, as a baseline too', async (name, message) => {
    folder.write({
      'a.js': WRONG, 'other.json': '{"formatVersion":1}', 'older.json': '{"formatVersion":0,"summary":{},"findings":[],"coverage":[]}', 'null.json': 'null', 'empty.json': '',
      'bare.json': '{"formatVersion":1,"summary":{},"findings":[{"file":"a.js"}],"coverage":[]}',
    });
    expect(await folder.run(['audit', '--compare', name])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) as string });
    expect(await folder.run(['audit', '--check', '--baseline', name])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message.replace('--compare', '--baseline')) as string });
  });
});

describe('plex-lint audit --check', () => {
  it('lets pass what the baseline has, and nothing new', async () => {
    folder.write({ 'a.js': WRONG });
    await folder.run(['audit', '--report', 'json=baseline.json']);
    expect(await folder.run(['audit', '--check', '--baseline', 'baseline.json'])).toMatchObject({ status: 0, stderr: '' });
    expect(await folder.run(['audit', '--check', '--compare', 'baseline.json'])).toMatchObject({ status: 0, stderr: '' });
    expect((await folder.run(['audit', '--check'])).status).toBe(1);
    folder.write({ 'b.js': WRONG });
    expect(await folder.run(['audit', '--check', '--baseline', 'baseline.json'])).toMatchObject({
      status: 1, stderr: 'plex-lint: 1 finding the baseline does not have: b.js:2 plex-api/no-unknown-endpoint.\n',
    });
  });

  it('demands shares in each dimension', async () => {
    const thresholds = { operations: 5, parameters: 100, headers: 100, statuses: 100, fields: 100, errors: 1 };
    folder.write({ 'a.js': ask('/identity'), 'plex-lint.config.json': JSON.stringify({ descriptions: ['plex-media-server'], thresholds }) });
    const { summary } = await folder.audit();
    const missed = Object.values(summary.dimensions).filter(({ reached, total }) => reached < total).map(({ reached, total }) => `(${String(reached)} of ${String(total)})`);
    const { status, stderr } = await folder.run(['audit', '--check']);
    expect(status).toBe(1);
    expect(missed.length).toBeGreaterThan(2);
    expect(missed.filter((part) => !stderr.includes(part))).toEqual([]);
  });

  it('demands what the thresholds say', async () => {
    folder.write({ 'a.js': WRONG, 'b.js': ask('/identity'), 'plex-lint.config.json': JSON.stringify({ descriptions: ['plex-media-server'], thresholds: { operations: 5, errors: 1 } }) });
    const { summary } = await folder.audit();
    const share = ((summary.coverage.implemented / summary.coverage.total) * 100).toFixed(1);
    expect(await folder.run(['audit', '--check'])).toMatchObject({
      status: 1, stderr: `plex-lint: ${share} % of the operations are implemented (1 of ${String(summary.coverage.total)}), and 5 % are demanded.\n`,
    });
    folder.write({ 'plex-lint.config.json': JSON.stringify({ descriptions: ['plex-media-server'], thresholds: { operations: 0.1, errors: 1 } }) });
    expect(await folder.run(['audit', '--check'])).toMatchObject({ status: 0, stderr: '' });
    folder.write({ 'plex-lint.config.json': JSON.stringify({ descriptions: ['plex-media-server'], thresholds: { errors: 0 } }) });
    expect(await folder.run(['audit', '--check'])).toMatchObject({ status: 1, stderr: 'plex-lint: 1 error, and no more than 0 are allowed.\n' });
  });
});
