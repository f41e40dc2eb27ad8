import { describe, expect, it } from 'vitest';
import { runAudit } from '../../audit/run-audit.ts';
import { readDescriptions } from '../../spec/read-descriptions.ts';
import { parseFile } from '../../modules/parse-file.ts';
import { placeAt, siteOf, textOf } from './site.ts';
import type { AuditedProject } from '../../audit/run-audit.ts';
import type { LintOutcome } from '../../audit/lint-outcome.ts';
import type { RequestSite } from '../../requests/request-site.ts';

const NOTHING: LintOutcome = { findings: [], accepted: [], skipped: [], missing: null, warnings: [] };
const descriptions = readDescriptions({ descriptions: ['plex-media-server'] }, '/app');

interface Sources {
  readonly files: Readonly<Record<string, string>>;
  readonly sites?: Readonly<Record<string, readonly RequestSite[]>>;
  readonly lint?: Partial<LintOutcome>;
}

/** A project in memory; a file has a clue when it says `plex`. */
function projectOf({ files, sites = {}, lint = {} }: Sources, linted: string[] = []): AuditedProject {
  return {
    root: '/app',
    rootName: '.',
    files: Object.keys(files),
    leftOut: [{ reason: 'test', count: 3 }],
    warnings: [],
    read: (file) => files[file] ?? null,
    parse(file, text) {
      const parsed = parseFile(file, text);
      return 'error' in parsed ? { file, ...parsed.error } : parsed.module;
    },
    findSyntaxError: (file, text) => (text.includes('broken(') ? { file, line: 1, column: 8, message: 'Expected `)`' } : null),
    resolve: () => null,
    requestsOf: ({ file }) => sites[file] ?? [],
    textOf: (file) => files[file] ?? null,
    loggedIn: () => [],
    hasClue: (text) => text.includes('plex'),
    isPlain: (text) => !text.includes('plex'),
    descriptions,
    descriptionsOf: () => descriptions,
    settings: {},
    lint(list) {
      linted.push(...list);
      return Promise.resolve({ ...NOTHING, ...lint });
    },
    onFile: () => undefined,
    seen: () => [],
    version: '1.2.3',
  };
}

describe('runAudit', () => {
  it('lists the requests of every file with a clue, by place', async () => {
    const late = siteOf({ place: placeAt('/app/a.ts', 20, 29), path: textOf('/library/sections/{}/all') });
    const { report } = await runAudit(projectOf({
      files: { '/app/b.ts': 'plex', '/app/a.ts': 'plex', '/app/c.ts': '' },
      sites: {
        '/app/a.ts': [late, siteOf({ place: placeAt('/app/a.ts', 5, 9), method: 'PUT', path: textOf('/:/scrobble') })],
        '/app/b.ts': [siteOf({ place: placeAt('/app/b.ts', 0, 9) })],
        '/app/c.ts': [siteOf({ place: placeAt('/app/c.ts', 0, 9) })],
      },
    }));
    expect(report.requests.map(({ file, method, path, operation, standing }) => [file, method, path, operation, standing])).toEqual([
      ['a.ts', 'PUT', '/:/scrobble', 'PUT /:/scrobble', 'documented'],
      ['a.ts', 'GET', '/library/sections/{}/all', 'GET /library/sections/{sectionId}/all', 'documented'],
      ['b.ts', 'GET', '/identity', 'GET /identity', 'documented'],
    ]);
    expect(report.summary.requests).toMatchObject({ total: 3, resolved: 3, byTarget: { 'plex-media-server': 3 } });
    expect(report.summary.files).toEqual({ read: 3, withRequests: 2, skipped: 0, leftOut: 3 });
  });

  it('counts a site that two files give once, and two calls of one path twice', async () => {
    const site = siteOf({ place: placeAt('/app/paths.ts', 5, 9), call: placeAt('/app/a.ts', 5, 9) });
    const { report } = await runAudit(projectOf({
      files: { '/app/a.ts': 'plex', '/app/b.ts': 'plex' },
      sites: { '/app/a.ts': [site], '/app/b.ts': [site, { ...site, call: placeAt('/app/b.ts', 30, 40) }] },
    }));
    expect(report.requests.map(({ callFile }) => callFile)).toEqual(['a.ts', 'b.ts']);
  });

  it('lists what a wrapper sends at its callers, and by itself only where no caller gives the path', async () => {
    const wrapper = placeAt('/app/api.ts', 0, 90);
    const send = placeAt('/app/api.ts', 40, 60);
    const inner = siteOf({ place: send, send, frame: wrapper, path: null, pathReason: 'A caller gives it.' });
    const outer = siteOf({ place: placeAt('/app/a.ts', 5, 9), send, via: [{ name: 'get', place: wrapper }] });
    const files = { '/app/a.ts': 'plex', '/app/api.ts': 'plex' };

    const { report } = await runAudit(projectOf({ files, sites: { '/app/a.ts': [outer], '/app/api.ts': [inner] } }));
    expect(report.requests.map(({ file, path }) => [file, path])).toEqual([['a.ts', '/identity']]);

    const uncalled = await runAudit(projectOf({ files, sites: { '/app/api.ts': [inner] } }));
    expect(uncalled.report.requests).toMatchObject([{ file: 'api.ts', path: null, reason: 'A caller gives it.' }]);
  });

  it('leaves requests to other hosts out, and counts them', async () => {
    const base = { text: textOf('https://api.github.com'), host: 'api.github.com', scheme: 'https', words: [], declared: null };
    const { report } = await runAudit(projectOf({ files: { '/app/a.ts': 'plex' }, sites: { '/app/a.ts': [siteOf({ base, path: textOf('/repos') })] } }));
    expect(report.requests).toEqual([]);
    expect(report.summary.requests.foreign).toBe(1);
  });

  it('counts an operation for each request that surely calls it', async () => {
    const { report } = await runAudit(projectOf({
      files: { '/app/a.ts': 'plex' },
      sites: {
        '/app/a.ts': [
          siteOf({ place: placeAt('/app/a.ts', 1, 2) }),
          siteOf({ place: placeAt('/app/a.ts', 3, 4) }),
          siteOf({ place: placeAt('/app/a.ts', 5, 6), method: 'DELETE' }),
          siteOf({ place: placeAt('/app/a.ts', 7, 8), path: null, pathReason: 'It is read from a response.' }),
        ],
      },
    }));
    const [mediaServer] = report.coverage;
    expect(mediaServer).toMatchObject({ description: 'plex-media-server', implemented: 1, total: 258 });
    const operations = mediaServer?.tags.flatMap((tag) => tag.operations) ?? [];
    expect(operations.filter(({ sites }) => sites > 0)).toMatchObject([{ operation: 'GET /identity', sites: 2 }]);
    expect(report.summary.requests).toMatchObject({ total: 4, resolved: 3, unresolved: 1, byStanding: { documented: 2, 'wrong-method': 1 } });
  });

  it('skips what does not parse, with a clue or without, and runs the rules on the rest', async () => {
    const linted: string[] = [];
    const { report } = await runAudit(projectOf(
      { files: { '/app/a.ts': 'plex(', '/app/b.ts': 'broken(', '/app/c.ts': 'plex()', '/app/d.ts': 'fine()' } },
      linted,
    ));
    expect(report.skipped).toMatchObject([{ file: 'a.ts', line: 1 }, { file: 'b.ts', line: 1, column: 8, message: 'Expected `)`' }]);
    expect(linted).toEqual(['/app/c.ts']);
  });

  it('names the files of findings from the root, and sorts them', async () => {
    const finding = { line: 2, column: 1, endLine: 2, endColumn: 4, rule: 'plex-api/x', severity: 'error', message: 'No.' } as const;
    const { report } = await runAudit(projectOf({
      files: { '/app/a.ts': 'plex' },
      lint: {
        findings: [{ ...finding, file: '/app/src/b.ts' }, { ...finding, file: '/app/a.ts', line: 9 }, { ...finding, file: '/app/a.ts', severity: 'warning' }],
        accepted: [{ ...finding, file: '/app/a.ts', justification: 'An old server.' }],
        skipped: [{ file: '/app/a.ts', line: 1, column: 1, message: 'A rule failed.' }],
      },
    }));
    expect(report.findings.map(({ file, line }) => `${file}:${String(line)}`)).toEqual(['a.ts:2', 'a.ts:9', 'src/b.ts:2']);
    expect(report.accepted).toMatchObject([{ file: 'a.ts', justification: 'An old server.' }]);
    expect(report.summary.findings).toEqual({ error: 2, warning: 1, accepted: 1 });
    expect(report.skipped).toMatchObject([{ file: 'a.ts', message: 'A rule failed.' }]);
  });
});
