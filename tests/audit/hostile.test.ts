import { spawnSync } from 'node:child_process';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES, printReport } from '../../audit/report/formats.ts';
import { printable } from '../../audit/report/printable.ts';
import { needs } from '../package/needs.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { hostileReport } from './hostile-report.ts';
import type { Format } from '../../audit/report/formats.ts';

const report = hostileReport(HOSTILE_TEXTS);
const print = (format: Format): string => printReport(report, format, { colour: false, read: (file) => HOSTILE_TEXTS.map((text) => `${file} ${text}`).join('\n') });

describe('hostile texts', () => {
  it.each(FORMAT_NAMES)('give the same %s twice, without a control, a turned direction or half a character', (format) => {
    const text = print(format);
    expect(text).toBe(print(format));
    const unsafe = /[^\P{Cc}\n]|[\p{Cs}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFFE\uFFFF\u{E0041}]/u;
    expect(unsafe.exec(text)).toBeNull();
  });

  it('come out of the JSON as they went in', () => {
    const { findings } = JSON.parse(print('json')) as { findings: readonly { message: string }[] };
    expect(findings.map(({ message }) => message)).toEqual(HOSTILE_TEXTS);
  });

  it('stay text in JUnit, as a parser of XML reads it', () => {
    needs('xmllint');
    const { stdout, stderr } = spawnSync('xmllint', ['--xpath', 'count(//failure)', '-'], { input: print('junit'), encoding: 'utf8' });
    expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: String(HOSTILE_TEXTS.length), stderr: '' });
    const said = spawnSync('xmllint', ['--xpath', `count(//failure[@message="${HOSTILE_TEXTS[0]}"])`, '-'], { input: print('junit'), encoding: 'utf8' });
    expect(said.stdout.trim()).toBe('1');
  });

  it('make no link in SARIF', () => {
    interface Log { readonly runs: readonly { readonly results: readonly { readonly message: { readonly text: string } }[] }[] }
    const texts = (JSON.parse(print('sarif')) as Log).runs.flatMap(({ results }) => results.map(({ message }) => message.text));
    expect(texts.filter((text) => /\[[^\]]*[^\\]\]\(/.test(text))).toEqual([]);
    expect(texts).toContain(printable(HOSTILE_TEXTS[9]).replaceAll('](', '\\]('));
  });

  it('are one command each for GitHub, which says what they said', () => {
    const lines = print('github').trimEnd().split('\n');
    const said = lines.flatMap((line) => {
      const [, data] = /^::error file=[^:,]*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[^:,]*::(.*)$/.exec(line) ?? [];
      return data === undefined ? [] : [data.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')];
    });
    expect(said).toEqual(HOSTILE_TEXTS.map(printable));
    // and those that are no errors: files that were skipped, and the line of figures
    expect(lines).toHaveLength(HOSTILE_TEXTS.length * 2 + 1);
  });

  it('are entries of a code quality report of their own', () => {
    const string = { type: 'string', minLength: 1 };
    const position = { type: 'integer', minimum: 1 };
    const closed = (properties: object) => ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false });
    const lines = closed({ begin: position, end: position });
    const entry = closed({
      type: { const: 'issue' }, description: string, check_name: string, fingerprint: string,
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] }, categories: { type: 'array' }, location: closed({ path: string, lines }),
    });
    const validate = new Ajv2020({ allErrors: true }).compile({ type: 'array', items: entry });
    const entries = JSON.parse(print('codeclimate')) as readonly { fingerprint: string; description: string }[];
    validate(entries);
    expect(validate.errors).toBeNull();
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
    expect(entries.slice(0, HOSTILE_TEXTS.length).map(({ description }) => description)).toEqual(HOSTILE_TEXTS.map(printable));
  });

  it('stay text in Markdown: no link, no image, no mention, no element but ours', () => {
    const marked = new Marked({ gfm: true });
    const others: string[] = [];
    const html = new Set<string>();
    marked.use({
      walkTokens(token) {
        if (['link', 'image', 'strong', 'em', 'del', 'heading'].includes(token.type)) others.push(token.raw);
        if (token.type === 'html') for (const [tag] of token.raw.matchAll(/<[^>]*>/g)) html.add(tag);
        if (token.type === 'text' && !('tokens' in token) && /@\w|(?<!&)#\d|www\.|:\/\/|mailto:/.test(token.raw)) others.push(token.raw);
      },
    });
    const rendered = marked.parse(print('markdown')) as string;
    expect([...html].sort()).toEqual(['<!---->', '</b>', '</code>', '</details>', '</summary>', '<b>', '<br>', '<code>', '<details>', '<summary>']);
    expect([...new Set(others)].filter((raw) => !['**error**', 'error', '**unsafe:**'].includes(raw) && !raw.startsWith('## Plex API audit'))).toEqual([]);
    expect(rendered.match(/<details>/g)).toHaveLength(rendered.match(/<\/details>/g)?.length ?? 0);
    // a message that a reader sees is the one that was found
    const text = rendered.replace(/<!---->|<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    for (const said of HOSTILE_TEXTS) expect(text).toContain(printable(said));
  });
});
