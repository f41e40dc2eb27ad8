import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../audit/run-command.ts';
import type { AuditReport, AuditRequest } from '../../audit/audit-report.ts';

const FOLDER = fileURLToPath(new URL('../../examples/dashboard/', import.meta.url));

describe('examples/dashboard', () => {
  let report: AuditReport;
  let status: number;

  beforeAll(async () => {
    let stdout = '';
    const keep = { write: (text: string) => (stdout += text) };
    status = await runCommand(['audit', FOLDER, '--format', 'json'], { cwd: FOLDER, env: {}, stdout: keep, stderr: { write: () => true } });
    report = JSON.parse(stdout) as AuditReport;
  });

  it('has the findings that its README lists, each on the line below its comment, and no other', () => {
    const found = report.findings.map(({ file, rule, line }) => ({ file, rule, isMarked: isNearMark(file, line) }));
    const listed = listPlanted().map(({ file, rule }) => ({ file, rule: `plex-api/${rule}`, isMarked: true }));
    expect(byText(found)).toEqual(byText(listed));
    expect(status).toBe(1);
  });

  it('sends what a reader of the code counts', () => {
    expect(report.requests.map(print).sort()).toEqual(
      [
        'src/legacy/now-playing.js GET plex-media-server /',
        'src/legacy/now-playing.js GET plex-media-server /hubs/continueWatching',
        'src/legacy/now-playing.js GET plex-media-server /status/sessions',
        'src/plex-tv/plex-tv-client.ts GET plex.tv /api/v2/friends',
        'src/plex-tv/plex-tv-client.ts GET plex.tv /api/v2/resources',
        'src/plex-tv/plex-tv-client.ts GET plex.tv /api/v2/user',
        'src/plex-tv/sign-in.ts GET plex.tv /api/v2/pins/{}',
        'src/plex-tv/sign-in.ts POST plex.tv /api/v2/pins',
        'src/plex/libraries.ts GET plex-media-server /hubs/search',
        'src/plex/libraries.ts GET plex-media-server /library/metadata/{}',
        'src/plex/libraries.ts GET plex-media-server /library/sections/all',
        'src/plex/libraries.ts GET plex-media-server /library/sections/{}/all',
        'src/plex/libraries.ts GET plex-media-server /library/sections/{}/latest',
        'src/plex/libraries.ts POST plex-media-server /library/metadata/{}/refresh',
        'src/plex/libraries.ts PUT plex-media-server /:/scrobble',
      ].sort(),
    );
  });

  it('knows what the wrapper in another file adds to a request', () => {
    const listItems = report.requests.find(({ path }) => path === '/library/sections/{}/all');
    expect(listItems).toMatchObject({
      client: 'fetch',
      operation: 'GET /library/sections/{sectionId}/all',
      accept: 'json',
      token: 'header',
      timeout: true,
      status: 'checked',
      paged: true,
      standing: 'documented',
    });
    expect(listItems?.via).toEqual([expect.stringMatching(/^plexFetch \(src\/plex\/plex-fetch\.ts:\d+\)$/)]);
    expect(listItems?.query.always).toEqual(['sort']);
    expect(listItems?.headers.always).toEqual(expect.arrayContaining(['X-Plex-Container-Start', 'X-Plex-Container-Size', 'Accept']));
  });

  it('counts an operation as implemented only where a request sends it as the description has it', () => {
    const mediaServer = report.coverage.find(({ description }) => description === 'plex-media-server');
    const operations = mediaServer?.tags.flatMap((tag) => tag.operations) ?? [];
    expect(operations.filter(({ sites, standing }) => sites > 0 && standing === 'documented').map(({ operation }) => operation).sort()).toEqual([
      'GET /',
      'GET /hubs/continueWatching',
      'GET /hubs/search',
      'GET /library/metadata/{ids}',
      'GET /library/sections/all',
      'GET /library/sections/{sectionId}/all',
      'GET /status/sessions',
      'PUT /:/scrobble',
    ]);
    expect(mediaServer).toMatchObject({ implemented: 8, total: 258 });
  });
});

/** The rows of the README's table. */
function listPlanted(): { file: string; rule: string }[] {
  const rows = readFileSync(new URL('README.md', `file://${FOLDER}`), 'utf8').matchAll(/^\| `([^`]+)` \|.*\| `([^`]+)` \|$/gm);
  return [...rows].map(([, file = '', rule = '']) => ({ file, rule }));
}

/** Whether a comment that begins with `Mistake:` stands at most two lines above. */
function isNearMark(file: string, line: number): boolean {
  const lines = readFileSync(new URL(file, `file://${FOLDER}`), 'utf8').split('\n');
  return lines.slice(Math.max(0, line - 3), line).some((text) => text.includes('// Mistake:'));
}

function print({ file, method, target, path }: AuditRequest): string {
  return [file, method, target, path].join(' ');
}

function byText<T>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
