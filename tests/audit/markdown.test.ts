import { describe, expect, it } from 'vitest';
import { markdownReport } from '../../audit/report/markdown.ts';
import { pageReport } from './page-report.ts';
import { findingOf, reportOf, requestOf } from './report-of.ts';

describe('markdownReport', () => {
  it('says first how it stands, and folds the rest', () => {
    const report = reportOf({ root: 'app', findings: [findingOf(), findingOf({ line: 8, severity: 'warning', message: 'Ask for `pages`.' })], requests: [requestOf()] });
    expect(markdownReport(report).split('\n')).toEqual([
      '## Plex API audit of `app`: 1 error, 1 warning',
      '',
      '|  |  |',
      '|---|---|',
      '| Requests | 1 in 1 file of 4: 1 to plex-media-server |',
      '| Operations sent | 0 of 0 |',
      '| Of these, parameters sent | 0 of 0 |',
      '| Headers sent | 0 of 0 |',
      '| Error statuses told apart | 0 of 0 |',
      '| Response fields read | 0 of 0 |',
      '| Not known | 0 with a path that cannot be known, 0 attributed to no API |',
      '',
      '<details>',
      '<summary><b>2 findings</b></summary>',
      '',
      '|  | place | rule |  |',
      '|---|---|---|---|',
      '| **error** | `app/src/plex.ts:3:7` | `plex-api/no-wrong-method` | /identity accepts GET, not POST. |',
      '| warning | `app/src/plex.ts:8:7` | `plex-api/no-wrong-method` | Ask for `pages`. |',
      '',
      '</details>',
      '',
    ]);
  });

  it('puts what is new first, and tells the rest in tables', () => {
    const text = markdownReport(pageReport());
    expect(text).toContain('\nSince the last report: 1 new finding, 1 no longer open; 1 operation more sent, 1 no longer.\n');
    expect([...text.matchAll(/<summary>(.*)<\/summary>/g)].map(([, title]) => title)).toEqual([
      '<b>1 new finding</b>', '2 findings as before', '1 finding no longer open', '1 accepted', '<b>What to implement next</b>', 'When requests fail', 'Tokens, hosts and TLS', '3 implemented',
      'Missing of plex-media-server (implemented: 3 of 5, and 0 of 1 undocumented)', '1 request with a path that cannot be known', '1 request attributed to no API', '1 file that could not be read',
    ]);
    for (const row of [
      '| warning | `app/src/hubs.ts:7:7` | `plex-api/prefer-headers` | Send the product.<br>`plex-media-server:70 /paths/~1hubs/get` |',
      '| 1 | `POST /library/sections` | 5 | GET /library/sections is sent already. |',
      '| `GET /library/sections` | `app/src/library.ts:12`<br>`app/src/library.ts:40` | 1 of 2 | 1 of 1 | 1 of 2 | 2 of 9 | `sotr`, `MediaContainer.titel` |',
      '| `GET /hubs` plex-media-server | 1 | yes | yes | yes, **unsafe:** It starts a scan. | 401 |',
      '| General | `GET /servers` undocumented |',
    ]) expect(text.split('\n')).toContain(row);
  });

  it('fits a comment on GitHub, and counts what does not', () => {
    const findings = Array.from({ length: 2000 }, (_, i) => findingOf({ line: i + 1 }));
    const text = markdownReport(reportOf({ findings, skipped: [{ file: 'a.ts', line: 1, column: 1, message: 'No.' }] }));
    const shown = text.match(/^\| \*\*error/gm)?.length ?? 0;
    expect(text.length).toBeLessThan(65_536);
    expect(shown).toBeGreaterThan(400);
    expect(text).toContain(`\nAnd ${String(2000 - shown)} more; the JSON report lists all.\n`);
    expect(text).toContain('1 file that could not be read');
  });

  it('says that the rules were not run', () => {
    expect(markdownReport(reportOf({ findingsMissing: 'ESLint is not installed.' }))).toMatch(/^## Plex API audit: the rules were not run\n\n\*\*No findings:\*\* ESLint is not installed\.\n/);
  });
});
