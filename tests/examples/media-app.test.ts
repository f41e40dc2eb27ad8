import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../audit/run-command.ts';
import { readDescriptions } from '../../spec/read-descriptions.ts';
import type { AuditReport } from '../../audit/audit-report.ts';

const FOLDER = fileURLToPath(new URL('../../examples/media-app/', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'plex-api-media-app-'));

describe('examples/media-app', () => {
  let text = '';
  let report: AuditReport;

  beforeAll(async () => {
    const stdout = { write: (piece: string) => (text += piece) };
    const stderr = { write: (piece: string) => (text += piece) };
    await runCommand(['audit', '.', '--report', `json=${join(out, 'report.json')}`], { cwd: FOLDER, env: {}, stdout, stderr });
    report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as AuditReport;
  }, 60_000);

  afterAll(() => rmSync(out, { recursive: true, force: true }));

  // after a change that is meant: npx vitest run tests/examples/media-app.test.ts --update
  it('has the reports that are committed', async () => {
    await expect(text).toMatchFileSnapshot(join(FOLDER, 'report.txt'));
    const { implemented, missing, next } = report;
    const parts = {
      implemented: implemented.map(({ operation, sites }) => ({ operation, sites: sites.map(({ file, line }) => `${file}:${String(line)}`) })),
      missing: missing.map(({ tag, operations }) => ({ tag, operations: operations.map(({ operation, standing }) => (standing === 'documented' ? operation : `${operation} (${standing})`)) })),
      next: next.slice(0, 30).map(({ operation, rank, reasons, score }) => ({ rank, operation, score, reasons: reasons.map(({ points, text: reason }) => `${String(points)}: ${reason}`) })),
    };
    await expect(`${JSON.stringify(parts, null, 2)}\n`).toMatchFileSnapshot(join(FOLDER, 'report.json'));
  });

  it('names exactly the eight requests that the description has otherwise, as its README does', () => {
    const deviating = report.requests.filter(({ standing }) => standing !== 'documented').map(({ method, operation, path }) => operation ?? `${method ?? '?'} ${path ?? '?'}`);
    const listed = [...readFileSync(join(FOLDER, 'README.md'), 'utf8').matchAll(/^\| `(GET [^`]+)` \|/gm)].map(([, request]) => request ?? '');
    expect(listed).toHaveLength(8);
    expect([...new Set(deviating)].sort()).toEqual([...listed].sort());
    expect(report.requests).toHaveLength(17);
  });

  it('says of the wrong methods where the description has the right ones', () => {
    const methods = report.findings.filter(({ rule }) => rule === 'plex-api/no-method-variant');
    expect(methods.map(({ basis }) => basis?.pointer)).toEqual(['/paths/~1:~1scrobble', '/paths/~1:~1unscrobble', '/paths/~1:~1timeline']);
    for (const { basis, requests } of methods) {
      expect(requests).toHaveLength(1);
      const line = readFileSync(new URL('../../spec/plex-media-server.json', import.meta.url), 'utf8').split('\n')[(basis?.line ?? 0) - 1];
      expect(line).toContain(basis?.pointer.slice('/paths/'.length).replaceAll('~1', '/'));
    }
  });

  it('lists every operation that is not sent, and no other', () => {
    const sent = new Set(report.implemented.map(({ operation }) => operation));
    const [description] = readDescriptions({ descriptions: ['plex-media-server'] }, FOLDER);
    const unsent = description?.operations.filter(({ label, standing }) => standing !== 'retired' && !sent.has(label)).map(({ label }) => label);
    expect(report.missing.flatMap(({ operations }) => operations).map(({ operation }) => operation).sort()).toEqual(unsent?.sort());
    expect(sent.size).toBe(13);
  });

  it.each([
    ['GET /{transcodeType}/:/transcode/universal/decision', ['data', 'sibling', 'usage'], 'transcode/universal/start.*'],
    ['GET /status/sessions', ['data', 'usage'], '14 public clients'],
    ['GET /hubs/search', ['data', 'sibling', 'usage'], '/hubs/sections/{sectionId}'],
    ['POST /playQueues', ['data', 'usage'], '`playQueueItemID`, which GET /:/timeline takes'],
  ])('ranks %s among the first fifteen, and says why', (wanted, signals, evidence) => {
    const ranked = report.next.find(({ operation }) => operation === wanted);
    expect(ranked?.rank).toBeLessThanOrEqual(15);
    expect([...new Set(ranked?.reasons.map(({ signal }) => signal))]).toEqual(signals);
    expect(ranked?.reasons.map(({ text: reason }) => reason).join(' ')).toContain(evidence);
    expect(ranked?.score).toBeCloseTo(ranked?.reasons.reduce((sum, { points }) => sum + points, 0) ?? 0);
  });

  it('ranks what is sent with a wrong method before everything that is not sent at all', () => {
    expect(report.next.slice(0, 4).map(({ operation }) => operation)).toEqual(['GET /library/sections/all', 'POST /:/timeline', 'PUT /:/unscrobble', 'PUT /:/scrobble']);
  });

  it('knows what the one function that sends does about failures', () => {
    const row = report.errorHandling.find(({ operation }) => operation === 'GET /library/sections/{sectionId}/all');
    expect(row).toMatchObject({ status: { checked: 2 }, timeout: { yes: 0, no: 2, unknown: 0 }, retry: { yes: 0, no: 2 }, retrySafe: true });
    expect(report.security.hosts).toMatchObject([{ target: 'plex-media-server', sites: 17, token: { query: 2, unknown: 0 } }]);
  });
});
