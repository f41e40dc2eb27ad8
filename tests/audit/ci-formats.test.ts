import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { githubReport } from '../../audit/report/github.ts';
import { junitReport } from '../../audit/report/junit.ts';
import { sarifReport } from '../../audit/report/sarif.ts';
import { needs } from '../package/needs.ts';
import { hostileReport } from './hostile-report.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { findingOf, reportOf, requestOf } from './report-of.ts';

/** The published schemas lie beside the project where it is developed. */
const SPECS = fileURLToPath(new URL('../../../shared/specs/', import.meta.url));
const SARIF = path.join(SPECS, 'sarif-2.1.0.schema.json');
const JUNIT = path.join(SPECS, 'junit.xsd');

const NASTY = 'a "b" <c> & 100%, d: e::f\u001b[31m \ud800 \u0000 end';

const full = reportOf({
  root: 'app',
  requests: [requestOf({ file: 'src/clean.ts' }), requestOf()],
  findings: [
    findingOf(),
    findingOf({ file: 'src/odd name, ü & co.ts', line: 4, endLine: 5, endColumn: 2, severity: 'warning', message: NASTY }),
  ],
  accepted: [{ ...findingOf({ line: 9, endLine: 9 }), justification: 'A server of our own.' }, { ...findingOf(), justification: null }],
  skipped: [{ file: 'src/broken.ts', line: 2, column: 5, message: 'Unexpected token.' }],
});
const notRun = reportOf({ findingsMissing: 'ESLint is not installed.' });

describe('sarifReport', () => {
  interface Log {
    readonly runs: readonly [{ readonly results: readonly Record<string, unknown>[]; readonly tool: { readonly driver: { readonly rules: readonly object[] } }; readonly invocations: readonly object[] }];
  }
  const read = (text: string): Log['runs'][0] => (JSON.parse(text) as Log).runs[0];

  it.skipIf(!existsSync(SARIF))(`is what the published schema says (skipped without ${path.basename(SARIF)})`, () => {
    // Written for draft 4; without its name, and with no keyword that later drafts read otherwise.
    const { $schema, id, ...schema } = JSON.parse(readFileSync(SARIF, 'utf8')) as Record<string, unknown>;
    expect([$schema, id]).toEqual([expect.stringContaining('draft-04'), expect.any(String)]);
    const validate = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    for (const report of [full, notRun, reportOf(), hostileReport(HOSTILE_TEXTS)]) {
      validate(JSON.parse(sarifReport(report)));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ version: '2.1.0', runs: [{ results: [{}] }] })).toBe(false);
  });

  it('names files from the folder that the audit was started in, as URIs', () => {
    expect(read(sarifReport(full)).results.map(({ locations }) => locations)).toMatchObject([
      [{ physicalLocation: { artifactLocation: { uri: 'app/src/plex.ts' }, region: { startLine: 3, startColumn: 7, endLine: 3, endColumn: 17 } } }],
      [{ physicalLocation: { artifactLocation: { uri: 'app/src/odd%20name%2C%20%C3%BC%20%26%20co.ts' } } }],
      [{}],
      [{}],
    ]);
  });

  it('marks what a comment accepts as suppressed, with its reason', () => {
    expect(read(sarifReport(full)).results.map(({ suppressions }) => suppressions)).toEqual([
      undefined,
      undefined,
      [{ kind: 'inSource', justification: 'A server of our own.' }],
      [{ kind: 'inSource', justification: '' }],
    ]);
  });

  it('describes each rule once, with the address of its page', () => {
    expect(read(sarifReport(full)).tool.driver.rules).toEqual([
      { id: 'plex-api/no-wrong-method', shortDescription: { text: expect.stringMatching(/\.$/) as string }, helpUri: expect.stringContaining('no-wrong-method') as string },
    ]);
  });

  it('says that the rules were not run', () => {
    expect(read(sarifReport(notRun)).invocations).toMatchObject([{ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: 'ESLint is not installed.' } }] }]);
    expect(read(sarifReport(full)).invocations).toMatchObject([{ executionSuccessful: true, toolExecutionNotifications: [{ message: { text: 'Unexpected token.' } }] }]);
  });
});

describe('githubReport', () => {
  it('prints a command for each finding, escaped so that it stays one', () => {
    expect(githubReport(full).split('\n')).toEqual([
      '::error file=app/src/plex.ts,line=3,endLine=3,col=7,endColumn=17,title=plex-api/no-wrong-method::/identity accepts GET, not POST.',
      '::warning file=app/src/odd name%2C ü & co.ts,line=4,endLine=5,title=plex-api/no-wrong-method::a "b" <c> & 100%25, d: e::f\\u{1b}[31m \\u{d800} \\u{0} end',
      '::warning file=app/src/broken.ts,line=2,col=5,title=plex-lint skipped this file::Unexpected token.',
      'plex-lint: 1 error, 1 warning, 2 accepted; 2 requests in 4 files',
      '',
    ]);
  });

  it('fails loudly where the rules were not run', () => {
    expect(githubReport(notRun)).toMatch(/^::error title=plex-lint::ESLint is not installed\.\n/);
  });
});

describe('junitReport', () => {
  it.skipIf(!existsSync(JUNIT))(`is what the published schema says, by xmllint (skipped without ${path.basename(JUNIT)})`, () => {
    needs('xmllint');
    const folder = mkdtempSync(path.join(tmpdir(), 'plex-api-junit-'));
    try {
      for (const report of [full, notRun, reportOf(), hostileReport(HOSTILE_TEXTS)]) {
        const file = path.join(folder, 'report.xml');
        writeFileSync(file, junitReport(report));
        const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', JUNIT, file], { encoding: 'utf8' });
        expect({ status, stderr }).toEqual({ status: 0, stderr: `${file} validates\n` });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('has a suite for each file, failed for findings, broken for what could not be read, passed for the rest', () => {
    const suites = [...junitReport(full).matchAll(/<testsuite .*? name="([^"]*)".*? (tests="\d" failures="\d" errors="\d")/g)].map(([, name, counts]) => `${name ?? ''} ${counts ?? ''}`);
    expect(suites).toEqual([
      'app/src/broken.ts tests="1" failures="0" errors="1"',
      'app/src/clean.ts tests="1" failures="0" errors="0"',
      'app/src/odd name, ü &amp; co.ts tests="1" failures="1" errors="0"',
      'app/src/plex.ts tests="1" failures="1" errors="0"',
    ]);
    expect(junitReport(full)).toContain('message="a &quot;b&quot; &lt;c&gt; &amp; 100%, d: e::f\\u{1b}[31m \\u{d800} \\u{0} end">app/src/odd name, ü &amp; co.ts:4:7</failure>');
  });
});
