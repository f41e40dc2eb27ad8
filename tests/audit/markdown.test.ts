import { describe, expect, it } from 'vitest';
import { markdownReport } from '../../audit/report/markdown.ts';
import { findingOf, reportOf, requestOf } from './report-of.ts';

describe('markdownReport', () => {
  it('says first how it stands, and folds the rest', () => {
    const report = reportOf({ root: 'app', findings: [findingOf(), findingOf({ line: 8, severity: 'warning', message: 'Ask for `pages`.' })], requests: [requestOf()] });
    expect(markdownReport(report).split('\n')).toEqual([
      '## Plex API audit of `app`: 1 error, 1 warning',
      '',
      '| | |',
      '|---|---|',
      '| Requests | 1 in 1 file of 4: 1 to plex-media-server |',
      '| Operations implemented | 0 of 0 |',
      '| Not known | 0 with a path that cannot be known, 0 attributed to no API |',
      '',
      '<details>',
      '<summary><b>2 findings</b></summary>',
      '',
      '| | place | rule | |',
      '|---|---|---|---|',
      '| **error** | `app/src/plex.ts:3:7` | `plex-api/no-wrong-method` | /identity accepts GET, not POST. |',
      '| warning | `app/src/plex.ts:8:7` | `plex-api/no-wrong-method` | Ask for \\`pages\\`. |',
      '',
      '</details>',
      '',
    ]);
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
