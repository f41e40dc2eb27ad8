import { describe, expect, it } from 'vitest';
import { readArguments } from '../../audit/read-arguments.ts';

describe('readArguments', () => {
  it('reads paths and options in any order', () => {
    expect(readArguments(['audit', 'src', '--format=json', 'lib', '-o', 'a.json', '-d', 'plex-tv', '--description', 'other.yaml'])).toEqual({
      kind: 'audit',
      arguments: { paths: ['src', 'lib'], format: 'json', output: 'a.json', reports: [], descriptions: ['plex-tv', 'other.yaml'], settings: null, config: null, root: null, check: false, baseline: null, compare: null, changedSince: null, facts: false, shard: null, scope: {}, merge: false, useConfig: false, cache: null, cacheLocation: null, explain: null },
    });
  });

  it('audits with text by default', () => {
    expect(readArguments(['audit'])).toMatchObject({ arguments: { paths: [], format: 'text', output: null, descriptions: [] } });
  });

  it('reads reports in several formats, in files whose names may have a sign of equality', () => {
    expect(readArguments(['audit', '--report', 'json=out/a.json', '-r', 'markdown=a=b.md'])).toMatchObject({
      arguments: { format: 'text', output: null, reports: [{ format: 'json', file: 'out/a.json' }, { format: 'markdown', file: 'a=b.md' }] },
    });
  });

  it('takes what stands behind -- for paths', () => {
    expect(readArguments(['audit', '--', '--format'])).toMatchObject({ arguments: { paths: ['--format'] } });
  });

  it.each([
    [['audit', '--fromat', 'json'], 'There is no option --fromat. Did you mean --format?'],
    [['audit', '--outptu=x'], 'There is no option --outptu. Did you mean --output?'],
    [['audit', '--frobnicate'], 'There is no option --frobnicate. See plex-lint audit --help.'],
    [['audit', '--format', 'jsn'], 'There is no format "jsn". Did you mean json?'],
    [['audit', '--format', 'pdf'], 'There is no format "pdf". The formats are: text, json, markdown, html, sarif, github, junit, codeclimate.'],
    [['audit', '--format'], '--format needs a value: one of text, json, markdown, html, sarif, github, junit, codeclimate.'],
    [['audit', '--output', '--format', 'json'], '--output needs a value: a file name.'],
    [['audit', '--output='], '--output needs a value: a file name.'],
    [['audit', '--help=yes'], '--help takes no value.'],
    [['audit', '--settings'], '--settings needs a value: a JSON file.'],
    [['audit', '--settings', 'a.json', '--use-config'], "--use-config and --settings exclude each other: with the first, the settings are those of the project's ESLint configuration."],
    [['audit', '--report', 'sarfi=a.sarif'], 'There is no format "sarfi". Did you mean sarif?'],
    [['audit', '--report', 'json'], '--report needs a format and a file, such as json=audit.json, not "json".'],
    [['audit', '--report', 'json='], '--report needs a format and a file, such as json=audit.json, not "json=".'],
    [['audit', '-r', 'json=a', '-r', 'junit=a'], 'Two reports cannot both be written to a.'],
    [['audit', '-o', 'a', '-r', 'junit=a'], 'Two reports cannot both be written to a.'],
    [['audit', '--explain', 'a.ts:1', '-r', 'junit=a'], '--explain and --report exclude each other: a line is explained instead of making a report.'],
    [['audti'], 'There is no command "audti". Did you mean "audit"?'],
    [['audit', '--shard', '9/8'], '--shard needs which part of how many, such as 3/8, not "9/8".'],
    [['audit', '--shard', '1/8', '--check'], '--shard and --check exclude each other: a shard does not see everything: give the second to plex-lint audit merge.'],
    [['audit', 'merge'], 'plex-lint audit merge needs the JSON reports to join. (A folder of that name is ./merge.)'],
    [['audit', '--facts'], '--facts is for plex-lint audit merge, which reads JSON: give --format json or --report json=facts.json as well.'],
    [['audit', '--shard', '1/2', '--report', 'html=a.html'], '--shard is for plex-lint audit merge, which reads JSON: give --format json or --report json=facts.json as well.'],
    [['audit', 'merge', 'a.json', '--shard', '1/2'], 'plex-lint audit merge reads reports, not code: give --shard to the audits that make them.'],
    [['serve'], 'There is no command "serve". The commands are: audit, codemod.'],
  ])('names the way out of %j', (args, message) => {
    expect(readArguments(args)).toMatchObject({ kind: 'mistake', message });
  });

  it('gives help and version before anything else', () => {
    expect(readArguments([])).toEqual({ kind: 'help', of: 'plex-lint' });
    expect(readArguments(['audit', 'src', '--help'])).toEqual({ kind: 'help', of: 'audit' });
    expect(readArguments(['--version'])).toEqual({ kind: 'version' });
    expect(readArguments(['audit', '-v'])).toEqual({ kind: 'version' });
  });
});
