import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../audit/run-command.ts';
import type { Explanation } from '../../audit/explanation.ts';

const FILES = {
  'package.json': '{ "name": "app", "type": "module" }\n',
  'src/wire.ts': [
    "import axios from 'axios';",
    'const http = axios.create({ baseURL: process.env.PLEX_URL, timeout: 5000, headers: { Accept: "application/json" } });',
    'export async function send(method: string, path: string, more: Record<string, string> = {}) {',
    '  const { data } = await http.request({ method, url: path, headers: { "X-Plex-Token": token(), ...more } });',
    '  return data;',
    '}',
    'declare function token(): string;',
    '',
  ].join('\n'),
  'src/plex.ts': [
    "import { send } from './wire';",
    'export class Plex {',
    "  get(path: string) { return send('GET', path); }",
    '  children(id: number) {',
    '    return this.get(`/library/metadata/${id}/children?includeUserState=1`);',
    '  }',
    '  anything(route: string) { return this.get(route); }',
    '}',
    '',
  ].join('\n'),
  'src/page.ts': [
    "import { Plex } from './plex';",
    "import { track } from 'analytics';",
    'const plex = new Plex();',
    'export async function show(flag: boolean, query: string) {',
    "  track('shown');",
    '  if (flag) await plex.anything(`/hubs/search?query=${query}`);',
    "  await fetch('https://example.com/plex');",
    '  // plex-api: none',
    '  await send(`/status/sessions`);',
    '  return plex.children(1);',
    '}',
    'const send = (path: string) => fetch(location.origin + path);',
    '',
  ].join('\n'),
  'src/tries.ts': [
    "import pRetry from 'p-retry';",
    'export const identity = () => pRetry(async () => {',
    '  const response = await fetch(`${process.env.PLEX_URL}/identity`);',
    '  if (response.status === 503) throw new Error("busy");',
    '  return response.json();',
    '}, { retries: 4 }).catch(() => undefined);',
    '',
  ].join('\n'),
  'src/other.ts': 'export const x = 1;\nexport const y = f(x);\nfunction f(a: number) { return a; }\n',
  'src/plex.test.ts': "fetch('/library/sections');\n",
};

let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plex-lint-explain-')));
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const status = await runCommand(['audit', ...args], { cwd: folder, env: {}, stdout: { write: (text) => (stdout += text) }, stderr: { write: (text) => (stderr += text) } });
  return { status, stdout, stderr };
}

async function explain(line: string): Promise<Explanation> {
  const { status, stdout } = await run('--explain', line, '--format', 'json');
  expect(status).toBe(0);
  return JSON.parse(stdout) as Explanation;
}

describe('plex-lint audit --explain', () => {
  it('gives the chain of functions over three files, each with where it is declared and called', async () => {
    const { found, requests } = await explain('src/plex.ts:5');
    expect(found).toBe('path');
    expect(requests).toHaveLength(1);
    expect(requests[0]?.chain.map(({ name, declared, called }) => [name, `${declared.file}:${String(declared.line)}`, called === null ? null : `${called.file}:${String(called.line)}`])).toEqual([
      ['Plex.get', 'src/plex.ts:3', 'src/plex.ts:5'],
      ['send', 'src/wire.ts:3', 'src/plex.ts:3'],
      ['axios', 'src/wire.ts:4', null],
    ]);
  });

  it('says where each header and query parameter comes from, and whether it is always sent', async () => {
    const [request] = (await explain('src/plex.ts:5')).requests;
    const print = ({ name, presence, values, place }: NonNullable<typeof request>['headerEntries']['entries'][number]): unknown[] => [name, presence, values, place === null ? null : `${place.file}:${String(place.line)}`];
    expect(request?.headerEntries.entries.map(print)).toEqual([
      ['Accept', 'always', ['application/json'], 'src/wire.ts:2'],
      ['X-Plex-Token', 'always', [expect.any(String)], 'src/wire.ts:4'],
    ]);
    expect(request?.headerEntries.open).toBeNull();
    expect(request?.queryEntries.entries.map(print)).toEqual([['includeUserState', 'always', ['1'], 'src/plex.ts:5']]);
    expect(request?.methodPlace).toMatchObject({ file: 'src/plex.ts', line: 3 });
  });

  it('takes the path apart: what is written where, and why the rest is not known', async () => {
    const [request] = (await explain('src/plex.ts:5')).requests;
    expect(request?.pathParts.map(({ text, unknown, place }) => [text, unknown, place?.line])).toEqual([
      ['/library/metadata/', null, 5],
      ['{}', 'id: a parameter, of type number', 4],
      ['/children', null, 5],
    ]);
    expect(request?.standingReason).toMatch(/^GET \/library\/metadata\/\{\w+\}\/children is (?:un)?documented in Plex Media Server\.$/);
  });

  it('says why the request goes to this API', async () => {
    const [request] = (await explain('src/plex.ts:5')).requests;
    expect(request).toMatchObject({ target: 'plex-media-server', listed: true });
    expect(request?.evidence).toMatchObject({ reason: 'It sends X-Plex-Token.', declaredBy: null, host: null });
    expect(request?.evidence.words).toContain('PLEX_URL');
  });

  it('says what the code does about failure and time', async () => {
    const [request] = (await explain('src/plex.ts:5')).requests;
    expect(request?.handling.map(({ text }) => text)).toEqual(['An error status is thrown.', 'A timeout is set.', 'It is not sent again on failure.', 'The body is read as json.']);
  });

  it('says where it is sent again, and where its failure is dropped', async () => {
    const [request] = (await explain('src/tries.ts:3')).requests;
    expect(request?.handling.map(({ text, place }) => [text, place?.line])).toEqual([
      ['A failure is dropped, and nothing tells of it.', 6],
      ['Statuses that are told apart: 503.', undefined],
      ['No timeout is set.', undefined],
      ['It is sent again on failure by a function of a package, 4 times at most, after any error status.', 2],
      ['The body is read as json.', 3],
    ]);
  });

  it('finds a request at the call that completes its path, although another file sends it', async () => {
    const { found, requests } = await explain('src/page.ts:6');
    expect(found).toBe('path');
    expect(requests.map(({ method, path }) => `${method ?? ''} ${path ?? ''}`)).toEqual(['GET /hubs/search']);
    expect(requests[0]?.chain.map(({ name }) => name)).toEqual(['Plex.anything', 'Plex.get', 'send', 'axios']);
  });

  it('lists all requests that go through a function, at its declaration and at its send', async () => {
    for (const line of ['src/wire.ts:3', 'src/plex.ts:3']) {
      const { found, requests } = await explain(line);
      expect({ line, found, paths: requests.map(({ path }) => path).sort() }).toEqual({ line, found: 'through', paths: ['/hubs/search', '/library/metadata/{}/children'] });
    }
  });

  it('explains a header at the line where it is written', async () => {
    const { found, requests } = await explain('src/wire.ts:2');
    expect(found).toBe('part');
    expect(requests).toHaveLength(2);
  });

  it('names the comment that declares the API', async () => {
    const { requests } = await explain('src/page.ts:9');
    expect(requests).toMatchObject([{ path: '/status/sessions', target: null, listed: false, evidence: { reason: 'It is declared to go to none of the described APIs.', declaredBy: 'a comment at src/page.ts:8' } }]);
  });

  it('says of a request to another host where it goes', async () => {
    const { requests } = await explain('src/page.ts:7');
    expect(requests).toMatchObject([{ target: null, listed: false, evidence: { host: 'example.com' }, standingReason: 'No operation is looked for, because no API is known.' }]);
  });

  it('says of a line without a request what its calls are, and which requests are near', async () => {
    const { found, requests, reasons } = await explain('src/page.ts:5');
    expect(reasons).toEqual(["track comes from the package 'analytics', which is no client that is known and is not read. If it sends requests, declare it in settings['plex-api'].clients, or name it in .packages to have it read."]);
    expect(found).toBe('near');
    expect(requests[0]?.line).toBe(6);
  });

  it('says of a file that nothing in it speaks of an API', async () => {
    const { found, requests, reasons } = await explain('src/other.ts:2');
    expect({ found, requests }).toEqual({ found: null, requests: [] });
    expect(reasons).toEqual([expect.stringMatching(/^f is not known to send a request/), expect.stringMatching(/^Nothing in the file speaks of a described API/)]);
  });

  it('prints all of it as text', async () => {
    const { stdout, stderr } = await run('--explain', 'src/plex.ts:5');
    expect(stderr).toBe('');
    expect(stdout).toContain('src/plex.ts:5 sends 1 request.\n');
    expect(stdout).toMatch(/^ {2}Chain {6}Plex\.get \(src\/plex\.ts:3\), called at src\/plex\.ts:5\n {13}→ send \(src\/wire\.ts:3\), called at src\/plex\.ts:3\n {13}→ axios \(src\/wire\.ts:4\)$/m);
    expect(stdout).toMatch(/^ {2}Headers {4}Accept {8}always {2}application\/json {2}src\/wire\.ts:2$/m);
    expect((await run('--explain', 'src/page.ts:5')).stdout).toContain('src/page.ts:5 sends no request that is known.\n  track comes from');
  });

  it.each([
    ['src/plex.ts', '--explain needs a file and a line, such as src/plex.ts:12, not "src/plex.ts".'],
    ['src/plex.ts:0', '--explain needs a file and a line, such as src/plex.ts:12, not "src/plex.ts:0".'],
    ['src/plx.ts:1', 'There is no file src/plx.ts to explain a line of'],
    ['src/plex.ts:99', 'src/plex.ts has no line 99: it ends with line 9.'],
    ['src/plex.test.ts:1', 'src/plex.test.ts is none of the files that are audited: name it, or the folder it is in, beside --explain.'],
  ])('says what is wrong with %s', async (line, message) => {
    const { status, stdout, stderr } = await run('--explain', line);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('prints text and JSON, and no other format', async () => {
    expect(await run('--explain', 'src/plex.ts:5', '--format', 'sarif')).toMatchObject({ status: 2, stderr: expect.stringContaining('--explain prints text or json, not sarif.') as string });
  });
});
