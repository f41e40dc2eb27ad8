import { describe, expect, it } from 'vitest';
import { countOf } from '../../rules/count-of.ts';
import { whatOf } from '../../codemods/retry-policy.ts';
import { codemodSummary } from '../../audit/report/codemod-summary.ts';
import { FORMAT_NAMES } from '../../audit/report/formats.ts';
import { ask, useTemporaryFolder } from './temporary.ts';

const folder = useTemporaryFolder();

/** `1 requests`, `2 file`: a count beside a noun of the other number. Percentages, rates and `1 of …` are none. */
const NOUNS = 'accepted finding|new finding|finding|request|file|operation|error|warning|site|field|parameter|header|status|reason|host|time|point|second|shard|change|edit|place|package';
const WRONG = new RegExp(`(?<![\\w.,:/-])(?:1 (?:${NOUNS})s|(?:0|[2-9]|\\d{2,}) (?:${NOUNS}))(?![\\w-])`, 'g');

/** What is wrong in the words of a report: without the code that it quotes, and without data for programs. */
function miscounted(text: string): readonly string[] {
  const words = text.replace(/<script.*?<\/script>|<style.*?<\/style>|<svg.*?<\/svg>/gs, ' ').replace(/<[^>]*>/g, ' ');
  return [...words.matchAll(WRONG)].map(({ 0: found, index }) => `${found} (${words.slice(Math.max(0, index - 40), index + 40)})`);
}

/** So many files with a request that is missing a status check, by a function they share, and so many with a wrong path. */
function write(count: number): void {
  folder.write({ 'client.js': 'export async function plexGet(plexUrl, path, plexToken) {\n  return (await fetch(plexUrl + path, { headers: { Accept: \'application/json\', \'X-Plex-Token\': plexToken } })).json();\n}\n', 'types.d.ts': '' });
  for (let i = 0; i < count; i++) {
    folder.write({
      [`a${String(i)}.js`]: `import { plexGet } from './client.js';\nexport const hubs = (plexUrl, token) => plexGet(plexUrl, '/hubs', token);\n`,
      [`b${String(i)}.js`]: ask('/library/sectoins/all'),
      [`c${String(i)}.js`]: ask('/identity').replace('  const', '  // eslint-disable-next-line plex-api/require-status-check -- ours\n  const').replace("  if (!response.ok) throw new Error(String(response.status));\n", ''),
    });
  }
}

it('tells what it looks for from what is right', () => {
  expect(miscounted('1 requests in 2 file; <b>1</b> findings')).toHaveLength(2);
  expect(miscounted('1 request in 21 files, 0 findings of 1 file; 11 errors, 1 of 3 operations')).toEqual([]);
  expect([0, 1, 2].map((count) => countOf(count, 'file'))).toEqual(['0 files', '1 file', '2 files']);
});

describe.each([0, 1, 2])('with %i of everything', (count) => {
  it.each(FORMAT_NAMES.filter((format) => format !== 'json'))('the report as %s counts in words that fit', async (format) => {
    write(2);
    await folder.run(['audit', '--report', 'json=old.json']);
    for (let i = count; i < 2; i++) folder.write({ [`a${String(i)}.js`]: '', [`b${String(i)}.js`]: '', [`c${String(i)}.js`]: '' });
    const { stdout, stderr } = await folder.run(['audit', '--format', format, ...(count === 1 ? ['--compare', 'old.json', '--scope', 'no-operation=GET /hubs/promoted'] : [])]);
    expect(stdout).not.toBe('');
    expect(miscounted(stdout + stderr)).toEqual([]);
  });

  it('the check, the explanation and a codemod do', async () => {
    write(count);
    folder.write({ 'plex-lint.config.json': '{ "thresholds": { "errors": 0, "warnings": 0 } }', 'd.js': ask('/hubs') });
    const check = await folder.run(['audit', '--check']);
    const explained = await folder.run(['audit', '--explain', 'client.js:2']);
    const codemod = await folder.run(['codemod', 'add-timeout', '.']);
    for (const { stdout, stderr } of [check, explained, codemod]) expect(miscounted(stdout + stderr)).toEqual([]);
    // by itself the function sends a request of which the path is not known
    expect(explained.stdout).toContain(['client.js:2 sends 1 request.', 'client.js:2 has a part of 1 request.', 'client.js:2 has a part of 2 requests.'][count]);
    expect(codemod.stdout).toMatch(count === 0 ? /1 request to change in 1 file/ : /\d requests to change in \d files?/);
  });

  it('the summary of a codemod and what retries say do', () => {
    const summary = { requests: { changed: count, skipped: count, declined: count, failed: count }, files: { changed: count, added: count, failed: count, read: count, left: count } };
    const text = codemodSummary({ changes: [], files: [], written: true, codemods: ['add-timeout'], summary } as unknown as Parameters<typeof codemodSummary>[0], false);
    expect(text).toContain(`${countOf(count, 'request')} changed in ${countOf(count, 'file')}`);
    expect(miscounted(text)).toEqual([]);
    expect(miscounted(whatOf({ attempts: count } as Parameters<typeof whatOf>[0]))).toEqual([]);
  });
});
