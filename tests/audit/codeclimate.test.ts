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

  it('keeps the fingerprint of a finding that moves, and tells apart two that are alike', () => {
    const here = read({ findings: [findingOf(), findingOf({ line: 9 })] }).map(({ fingerprint }) => fingerprint);
    const moved = read({ findings: [findingOf({ line: 30 }), findingOf({ line: 90 })] }).map(({ fingerprint }) => fingerprint);
    expect(moved).toEqual(here);
    expect(new Set(here).size).toBe(2);
    expect(read({ findings: [findingOf({ message: 'Another.' })] })[0]?.fingerprint).not.toBe(here[0]);
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
