import { describe, expect, it } from 'vitest';
import { codeclimateReport } from '../../audit/report/codeclimate.ts';
import { findingOf, reportOf } from './report-of.ts';

interface Entry {
  readonly check_name: string;
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: object;
}

const read = (...args: Parameters<typeof reportOf>): readonly Entry[] => JSON.parse(codeclimateReport(reportOf(...args))) as readonly Entry[];

describe('codeclimateReport', () => {
  it('names files from the folder that the audit was started in', () => {
    expect(read({ root: 'app', findings: [findingOf({ endLine: 5 })] })).toMatchObject([
      { check_name: 'plex-api/no-wrong-method', severity: 'major', location: { path: 'app/src/plex.ts', lines: { begin: 3, end: 5 } } },
    ]);
  });

  it('has the fingerprints of the report, and one of its own for a file that was skipped', () => {
    const entries = read({ findings: [findingOf({ fingerprint: 'aa' })], skipped: [{ file: 'a.ts', line: 2, column: 5, message: 'No.' }, { file: 'b.ts', line: 2, column: 5, message: 'No.' }] });
    expect(entries.map(({ fingerprint }) => fingerprint)).toEqual(['aa', expect.stringMatching(/^[0-9a-f]{16}$/), expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  it('has no place for what a comment accepts', () => {
    expect(read({ accepted: [{ ...findingOf(), justification: 'Ours.' }] })).toEqual([]);
  });

  it('says what was not looked at', () => {
    expect(read({ findingsMissing: 'ESLint is not installed.', skipped: [{ file: 'a.ts', line: 2, column: 5, message: 'Unexpected token.' }] })).toMatchObject([
      { severity: 'blocker', description: 'ESLint is not installed.', location: { path: '.' } },
      { severity: 'minor', description: 'Unexpected token.', location: { path: 'a.ts', lines: { begin: 2 } } },
    ]);
  });
});
