import { describe, expect, it } from 'vitest';
import { readArguments } from '../../audit/read-arguments.ts';

describe('readArguments', () => {
  it('reads paths and options in any order', () => {
    expect(readArguments(['audit', 'src', '--format=json', 'lib', '-o', 'a.json', '-d', 'plex-tv', '--description', 'other.yaml'])).toEqual({
      kind: 'audit',
      arguments: { paths: ['src', 'lib'], format: 'json', output: 'a.json', descriptions: ['plex-tv', 'other.yaml'], settings: null, useConfig: false, explain: null },
    });
  });

  it('audits with text by default', () => {
    expect(readArguments(['audit'])).toMatchObject({ arguments: { paths: [], format: 'text', output: null, descriptions: [] } });
  });

  it('takes what stands behind -- for paths', () => {
    expect(readArguments(['audit', '--', '--format'])).toMatchObject({ arguments: { paths: ['--format'] } });
  });

  it.each([
    [['audit', '--fromat', 'json'], 'There is no option --fromat. Did you mean --format?'],
    [['audit', '--outptu=x'], 'There is no option --outptu. Did you mean --output?'],
    [['audit', '--frobnicate'], 'There is no option --frobnicate. See plex-lint audit --help.'],
    [['audit', '--format', 'jsn'], 'There is no format "jsn". Did you mean json?'],
    [['audit', '--format', 'html'], 'There is no format "html". The formats are: text, json, sarif, github, junit.'],
    [['audit', '--format'], '--format needs a value: one of text, json, sarif, github, junit.'],
    [['audit', '--output', '--format', 'json'], '--output needs a value: a file name.'],
    [['audit', '--output='], '--output needs a value: a file name.'],
    [['audit', '--help=yes'], '--help takes no value.'],
    [['audit', '--settings'], '--settings needs a value: a JSON file.'],
    [['audit', '--settings', 'a.json', '--use-config'], "--settings and --use-config exclude each other: with the second, the settings are those of the project's configuration."],
    [['audti'], 'There is no command "audti". Did you mean "audit"?'],
    [['serve'], 'There is no command "serve". The commands are: audit.'],
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
