import { describe, expect, it } from 'vitest';
import { textReport } from '../../audit/report/text.ts';
import { findingOf, reportOf, requestOf } from './report-of.ts';

const plain = { colour: false };

describe('textReport', () => {
  it('says of an empty project that there is nothing', () => {
    expect(textReport(reportOf(), plain)).toBe(
      [
        'Audit of .',
        '  0 requests in 0 of 4 files',
        '  0 with an unknown path, 0 not attributed to an API, 1 to other hosts',
        '  Operations implemented: 0 of 0 (--format json lists each)',
        '  0 errors, 0 warnings',
        '',
      ].join('\n'),
    );
  });

  it('groups findings by file, under the name that leads there from the working folder', () => {
    const findings = [findingOf(), findingOf({ line: 12, severity: 'warning' }), findingOf({ file: 'src/b.ts' })];
    const lines = textReport(reportOf({ root: 'packages/app', findings }), plain).split('\n');
    expect(lines.slice(0, 6)).toEqual([
      'packages/app/src/plex.ts',
      '     3:7  error    /identity accepts GET, not POST.  plex-api/no-wrong-method',
      '    12:7  warning  /identity accepts GET, not POST.  plex-api/no-wrong-method',
      '',
      'packages/app/src/b.ts',
      '     3:7  error    /identity accepts GET, not POST.  plex-api/no-wrong-method',
    ]);
    expect(lines.at(-2)).toBe('  2 errors, 1 warning');
  });

  it('lists what could not be resolved or attributed, each with its reason', () => {
    const text = textReport(reportOf({
      requests: [
        requestOf({ path: null, method: null, reason: 'The key comes from a response.', standing: 'unresolved' }),
        requestOf({ target: null, path: '/search', reason: 'Nothing names an API.', standing: 'unresolved' }),
      ],
    }), plain);
    expect(text).toContain('Paths that cannot be known: 1\n  src/plex.ts:3:7  any method  The key comes from a response.');
    expect(text).toContain('attributes to an API: 1\n  Nothing names an API.\n    src/plex.ts:3:7  GET /search\n');
    expect(text).toContain('1 with an unknown path, 1 not attributed to an API');
  });

  it('counts the sites beyond the first twenty of a kind', () => {
    const requests = Array.from({ length: 23 }, () => requestOf({ path: null, reason: 'No.', standing: 'unresolved' }));
    const text = textReport(reportOf({ requests }), plain);
    expect(text.match(/any method|GET {2}No\./g)).toHaveLength(20);
    expect(text).toContain('and 3 more: --format json lists them all');
  });

  it('names what could not be attributed by file, the one with the most first', () => {
    const of = (file: string, path: string) => requestOf({ file, path, target: null, reason: 'Nothing names an API.', standing: 'unresolved' });
    const text = textReport(reportOf({ requests: [of('a.ts', '/users'), of('b.ts', '/movies'), of('b.ts', '/series'), of('b.ts', '/tags')] }), plain);
    expect(text).toContain('attributes to an API: 4\n  Nothing names an API.\n    b.ts:3:7  GET /movies and 2 more\n    a.ts:3:7  GET /users\n');
  });

  it('keeps prose to eighty columns', () => {
    const tags = Array.from({ length: 12 }, (_, i) => ({ tag: `Some tag ${String(i)}`, implemented: 0, total: 5, undocumented: { implemented: 0, total: 0 }, operations: [] }));
    const used = { tag: 'Used', implemented: 0, total: 0, undocumented: { implemented: 0, total: 0 }, operations: [{ operation: 'GET /old', summary: null, standing: 'retired' as const, sites: 1 }] };
    const text = textReport(reportOf({ coverage: [{ description: 'plex-media-server', title: 'Plex', implemented: 0, total: 60, undocumented: { implemented: 0, total: 0 }, tags: [used, ...tags] }] }), plain);
    expect(text).toContain('░ Used  retired\n  None of: Some tag 0 (5), ');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('shows coverage by tag, and folds what is not used', () => {
    const operations = [
      { operation: 'GET /identity', summary: null, standing: 'documented', sites: 2 },
      { operation: 'GET /servers', summary: null, standing: 'undocumented', sites: 1 },
    ] as const;
    const text = textReport(reportOf({
      coverage: [
        {
          description: 'plex-media-server', title: 'Plex Media Server', implemented: 1, total: 9, undocumented: { implemented: 1, total: 4 },
          tags: [
            { tag: 'General', implemented: 1, total: 4, undocumented: { implemented: 1, total: 3 }, operations },
            { tag: 'Butler', implemented: 0, total: 5, undocumented: { implemented: 0, total: 1 }, operations: [] },
          ],
        },
        { description: 'plex-sonos', title: 'Sonos', implemented: 0, total: 0, undocumented: { implemented: 0, total: 3 }, tags: [] },
      ],
    }), plain);
    expect(text).toContain(
      [
        'plex-media-server: 1 of 9, and 1 of 4 undocumented',
        '  ███░░░░░░░ General  1 of 4, and 1 of 3 undocumented',
        '  None of: Butler (6)',
        'Not used at all: plex-sonos (3)',
      ].join('\n'),
    );
  });

  it('says loudly that rules were not run', () => {
    const text = textReport(reportOf({ findingsMissing: 'ESLint is not installed.' }), plain);
    expect(text).toMatch(/^No findings: ESLint is not installed\./);
    expect(text).toContain('Rules were not run');
    expect(text).not.toContain('0 errors');
  });

  it('names skipped and left out files', () => {
    const text = textReport(reportOf({
      skipped: [{ file: 'src/broken.ts', line: 2, column: 5, message: 'Expected `;`' }],
      leftOut: [{ reason: 'test', count: 2 }, { reason: 'minified', count: 1 }],
    }), plain);
    expect(text).toContain('were skipped: 1\n  src/broken.ts:2:5  Expected `;`');
    expect(text).toContain('Left out: tests, mocks and stories (2), minified files (1)');
  });

  it('lets no text of the project steer the terminal', () => {
    const text = textReport(reportOf({ findings: [findingOf({ file: 'a\u001B[2J\n.ts', message: 'x\u202Ey' })] }), plain);
    expect(text).toContain('a\\u{1b}[2J\\u{a}.ts');
    expect(text).toContain('x\\u{202e}y');
    expect(text).not.toContain('\u001B');
  });

  it('paints only when asked to', () => {
    const report = reportOf({ findings: [findingOf()] });
    expect(textReport(report, { colour: true })).toContain('\u001B[31merror  \u001B[39m');
    expect(textReport(report, plain)).not.toContain('\u001B');
  });
});
