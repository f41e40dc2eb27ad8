import { describe, expect, it } from 'vitest';
import { addPagination } from '../../codemods/add-pagination.ts';
import { mend } from './mend.ts';
import { startPlexServer } from './plex-server.ts';
import { runProgram } from './run-program.ts';
import type { PlexServer } from './plex-server.ts';

const HEADERS = "{ headers: { Accept: 'application/json', 'X-Plex-Token': process.env.PLEX_TOKEN } }";
const ALL = "process.env.PLEX_URL + '/library/sections/1/all'";
const PRINT = 'console.log(JSON.stringify([body.MediaContainer.size, body.MediaContainer.Metadata.map((item) => item.index)]));';

const PROGRAMS = {
  fetch: `
    const response = await fetch(${ALL}, ${HEADERS});
    if (!response.ok) throw new Error('Status ' + response.status);
    const body = await response.json();
    ${PRINT}`,
  'a chain of fetch': `
    const show = () => fetch(${ALL}, ${HEADERS})
      .then((response) => { if (!response.ok) throw new Error('Status ' + response.status); return response.json(); })
      .then((body) => { ${PRINT} });
    await show();`,
  axios: `
    import axios from 'axios';
    const { data: body } = await axios.get(${ALL}, ${HEADERS});
    ${PRINT}`,
  ofetch: `
    import { ofetch } from 'ofetch';
    const body = await ofetch(${ALL}, { retry: 0, ${HEADERS.slice(1)});
    ${PRINT}`,
};

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

describe.each(Object.entries(PROGRAMS))('add-pagination with %s', (client, program) => {
  const files = { 'main.mjs': program };
  const run = async (server: PlexServer, options: Readonly<Record<string, unknown>> = {}): Promise<{ status: number | null; printed: unknown; stderr: string }> => {
    const mended = mend(files, addPagination, options).files;
    expect(mended['main.mjs']).not.toEqual(program);
    const { status, stdout, stderr } = await runProgram(mended, 'main.mjs', server.url);
    return { status, printed: stdout === '' ? null : JSON.parse(stdout), stderr };
  };
  const pages = ({ received }: PlexServer): readonly string[] => received.map(({ headers }) => `${headers['x-plex-container-start'] ?? '-'}+${headers['x-plex-container-size'] ?? '-'}`);

  it('prints what it printed before, from several pages', async () => {
    const server = await startPlexServer({ items: 5 });
    const before = await runProgram(files, 'main.mjs', server.url);
    expect(JSON.parse(before.stdout)).toEqual([5, numbers(5)]);
    expect(await run(server, { 'page-size': 2 })).toEqual({ status: 0, printed: [5, numbers(5)], stderr: '' });
    expect(pages(server)).toEqual(['-+-', '0+2', '2+2', '4+2']);
  });

  it('sends one request where one page is enough', async () => {
    const server = await startPlexServer({ items: 3 });
    expect((await run(server)).printed).toEqual([3, numbers(3)]);
    expect(pages(server)).toEqual(['0+200']);
  });

  it('goes on from what came where pages are shorter than asked for', async () => {
    const server = await startPlexServer({ items: 7, pageLimit: 3 });
    expect((await run(server, { 'page-size': 5 })).printed).toEqual([7, numbers(7)]);
    expect(pages(server)).toEqual(['0+5', '3+5', '6+5']);
  });

  it('reads up to an empty page where no answer says how many there are', async () => {
    const server = await startPlexServer({ items: 4, pageLimit: 2, withoutTotal: true });
    expect((await run(server, { 'page-size': 3 })).printed).toEqual([4, numbers(4)]);
    expect(pages(server)).toEqual(['0+3', '2+3', '4+3']);
  });

  it('takes an empty list as it comes', async () => {
    const server = await startPlexServer({ items: 0 });
    expect((await run(server)).printed).toEqual([0, []]);
    expect(pages(server)).toHaveLength(1);
  });

  it.each([['the first page', [{ status: 401 }], 401, 1], ['a later page', [null, 'html'], 502, 2]] as const)('fails as the program does when %s fails', async (_, faults, status, sent) => {
    const server = await startPlexServer({ items: 4 });
    server.fail(...faults);
    const { status: exit, printed, stderr } = await run(server, { 'page-size': 2 });
    expect({ client, exit, printed }).toEqual({ client, exit: 1, printed: null });
    expect(stderr).toContain(String(status));
    expect(server.received.slice(0, sent).map((one) => one.status).at(-1)).toBe(status);
  });
});

describe('a server that knows no pages', () => {
  it('is asked once more, and no item comes twice', async () => {
    const server = await startPlexServer({ items: 3 });
    const page = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"MediaContainer":{"size":2,"Metadata":[{"index":8},{"index":9}]}}' };
    server.fail(page, page);
    const { stdout } = await runProgram(mend({ 'main.mjs': PROGRAMS.axios }, addPagination).files, 'main.mjs', server.url);
    expect(JSON.parse(stdout)).toEqual([2, [8, 9]]);
    expect(server.received).toHaveLength(2);
  });
});
