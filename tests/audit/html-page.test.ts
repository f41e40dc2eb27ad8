import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPages } from './open-page.ts';
import { pageReport, PAGE_SOURCE } from './page-report.ts';
import { requestOf, reportOf } from './report-of.ts';
import type { Locator, Page } from 'playwright-core';
import type { OpenedPage, Pages } from './open-page.ts';

let pages: Pages;

beforeAll(async () => {
  pages = await startPages();
}, 60_000);
afterAll(() => pages.close());

function open(options: Parameters<Pages['open']>[1] = {}): Promise<OpenedPage> {
  return pages.open(pageReport(), { read: () => PAGE_SOURCE, ...options });
}

/** What the first cells of a list say. */
async function rowsOf(page: Page, list: 'operations' | 'findings' | 'requests'): Promise<readonly string[]> {
  return page.locator(`#${list}-rows > tr:not(.detail) > th`).allInnerTexts();
}

function opener(page: Page, name: string): Locator {
  return page.locator('#operations').getByRole('button', { name, exact: true });
}

describe('the page of a report', () => {
  it('is whole in one file: it asks for nothing, and the console has nothing to say', async () => {
    const { page, trouble } = await open({ offline: true });
    await expect(page.title()).resolves.toBe('Plex API audit of app');
    await expect(page.getByRole('heading', { level: 2 }).allInnerTexts()).resolves.toEqual(['Overview', 'Since the last report', 'Map of the API', 'What to implement next', 'Operations', 'Findings', 'Requests', 'When requests fail', 'Tokens, hosts and TLS', 'Not known']);
    for (const link of await page.getByRole('navigation').getByRole('link').all()) await link.click();
    expect(trouble).toEqual([]);
  });

  it('searches operations, findings and requests at once, and says how many are left', async () => {
    const { page } = await open();
    expect(await rowsOf(page, 'operations')).toHaveLength(7);
    await page.getByRole('searchbox').fill('LIBRARY get');
    await expect.poll(() => page.locator('#search-status').innerText()).toBe('1 operation, 0 findings, 2 requests match.');
    expect(await rowsOf(page, 'operations')).toEqual(['GET /library/sections']);
    await page.getByRole('searchbox').fill('src/hubs.ts');
    expect(await rowsOf(page, 'operations')).toEqual(['GET /hubs']);
    expect(await rowsOf(page, 'findings')).toEqual(['Send the product.']);
    expect(await rowsOf(page, 'requests')).toEqual(['GET /hubs']);
    await page.getByRole('searchbox').fill('');
    expect(await rowsOf(page, 'requests')).toHaveLength(7);
    expect(await page.locator('#search-status').innerText()).toBe('');
  });

  it('filters each list by what it is of', async () => {
    const { page } = await open();
    await page.getByLabel('State').selectOption('missing');
    await page.locator('#operations').getByLabel('Standing').selectOption('undocumented');
    expect(await rowsOf(page, 'operations')).toEqual(['GET /servers']);
    expect(await page.locator('#operations-status').innerText()).toBe('1 of 7 operations');
    await page.getByLabel('Severity').selectOption('accepted');
    expect(await rowsOf(page, 'findings')).toEqual(['Set a timeout.']);
    await page.getByLabel('Severity').selectOption('');
    await page.getByLabel('Rule').selectOption('plex-api/no-unknown-endpoint');
    expect(await rowsOf(page, 'findings')).toEqual(['There is no /nowhere.']);
    await page.locator('#requests').getByLabel('API').selectOption('none');
    expect(await rowsOf(page, 'requests')).toEqual(['GET /search', 'GET unknown path']);
  });

  it('tells apart what is implemented, with warnings, with errors and missing', async () => {
    const { page } = await open();
    const states = await page.locator('#operations-rows > tr:not(.detail) > td:nth-child(2)').allInnerTexts();
    expect(states).toEqual(['implemented', 'missing undocumented', 'deviating', 'missing', 'missing', 'partly', 'missing']);
    // cells of the map, in the same order; those of what is not used at all are folded
    const cells = await page.evaluate('[...document.querySelectorAll("#map .tags .cell")].map((cell) => cell.getAttribute("class"))');
    expect(cells).toEqual(['cell clean documented', 'cell missing undocumented', 'cell deviating documented', 'cell missing documented', 'cell missing documented', 'cell partly documented', 'cell missing documented']);
  });

  it('leads from an operation to its sites, with their code, and to its findings', async () => {
    const { page } = await open();
    await opener(page, 'GET /library/sections').click();
    const detail = page.locator('tr.detail:visible');
    expect(await detail.locator('.summary').innerText()).toBe('What GET /library/sections does. plex-media-server, line 12: /paths/~1library~1sections/get');
    expect(await detail.locator('.findings li').allInnerTexts()).toEqual(['error Check the status. plex-api/require-status-check']);
    expect(await detail.locator('.site .place').allInnerTexts()).toEqual(['src/library.ts:12:9', 'src/library.ts:40:9']);
    expect(await detail.locator('.here').allInnerTexts()).toEqual([expect.stringMatching(/^12\s+send\('\/path\/12'\);/), expect.stringMatching(/^40\s+send/)]);
    expect(await detail.locator('mark').first().innerText()).toBe('/path/12');
    expect(await detail.locator('.site').nth(1).locator('dl').innerText()).toMatch(/Status\s+not checked, tells apart 404\s+Timeout\s+yes/);
    await expect(detail.getByRole('link').first().getAttribute('href')).resolves.toMatch(/^https:\/\/.*\/require-status-check\.md$/);
    await opener(page, 'GET /library/sections').click();
    expect(await page.locator('tr.detail:visible').count()).toBe(0);
  });

  it('sets what an operation takes beside what is sent', async () => {
    const { page } = await open();
    await opener(page, 'GET /library/sections').click();
    const detail = page.locator('tr.detail:visible');
    const names = await page.evaluate('[...document.querySelectorAll("tr.detail:not([hidden]) .names tbody tr")].map((row) => [...row.children].map(({ textContent }) => textContent))');
    expect(names).toEqual([['includePreferences', 'query', 'always by 1 of 2'], ['sort', 'query', 'no'], ['Accept required', 'header', 'always']]);
    const facts = await detail.locator(':scope > td > dl.facts').allInnerTexts();
    expect(facts.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'Also sent sotr (not in the description; src/library.ts:12)',
      'Statuses documented 200, 401, 404; told apart 404; not told apart 401',
      'Response 2 of 9 fields read, not known of 1 of 2 sites',
      'Fields read MediaContainer.Directory[].title, MediaContainer.titel (not in the description)',
      'Types declared the body: 2 of 3 fields described (src/types.ts:4)',
    ]);
    await opener(page, 'POST /library/sections').click();
    expect((await page.locator('tr.detail:visible').last().innerText()).replace(/\s+/g, ' ')).toContain('name required query Body application/json Authorised by token (admin)');
  });

  it('says what has changed since the report that it is compared with', async () => {
    const { page } = await open();
    const rows = (await page.locator('#trend tbody tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(rows.slice(0, 3)).toEqual(['Errors 5 2 −3', 'Warnings 0 1 +1', 'Accepted findings 1 1 as before']);
    for (const summary of await page.locator('#trend summary').all()) await summary.click();
    expect((await page.locator('#trend details').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'New: 1 finding warning Send the product. src/hubs.ts:7',
      'No longer open: 1 finding error It was wrong. src/gone.ts:3',
      'Sent now: 1 operation GET /hubs plex-media-server',
      'Sent no more: 1 operation GET /servers plex-media-server',
    ]);
    await page.getByLabel('Severity').selectOption('new');
    expect(await rowsOf(page, 'findings')).toEqual(['Send the product.']);
  });

  it('ranks what to implement next, with the reasons', async () => {
    const { page } = await open();
    const ranked = (await page.locator('#next .ranking > li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(ranked).toEqual([
      '1 POST /library/sections plex-media-server, General 5 points What POST /library/sections does. +5 GET /library/sections is sent already. src/library.ts:12',
      '2 DELETE /library/sections/{sectionId} plex-media-server, General 3 points What DELETE /library/sections/{sectionId} does. +3 It is of the resource /library/sections/{sectionId}/collections/{collectionId}/items/{itemId}/move.',
    ]);
  });

  it('says where requests go and what they carry', async () => {
    const { page } = await open();
    const text = (await page.locator('#security').innerText()).replace(/\s+/g, ' ');
    expect(text).toContain("The server's certificate is not checked by 2 requests: src/http.ts:4");
    expect(text).toContain('plex.tv http://plex.tv not encrypted 1 1 in the query src/odd.ts:1');
    expect(text).toContain('1 finding error There is no /nowhere. src/odd.ts:1');
  });

  it('opens a finding with its code, and says why one is accepted', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Set a timeout.' }).click();
    expect(await page.locator('#findings tr.detail:visible').innerText()).toContain('Accepted by the configuration (owner media, until 2027-01-31): The caller sets it.');
    expect(await page.locator('#findings mark').innerText()).toBe('(\'/path/3\'');
  });

  it('leads from the map to the operations of a tag, and from a cell to the operation', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: /^Library/ }).press('Enter');
    expect(await rowsOf(page, 'operations')).toEqual(['GET /library/sections', 'POST /library/sections', 'DELETE /library/sections/{sectionId}']);
    expect(await page.evaluate('document.activeElement.id')).toBe('operations-title');
    await page.locator('#map [data-operation="5"]').click();
    expect(await opener(page, 'GET /hubs').getAttribute('aria-expanded')).toBe('true');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('GET /hubs');
  });

  it('leads from the ranking and the matrix of failures to the operation', async () => {
    const { page } = await open();
    await page.getByLabel('State').selectOption('deviating');
    await page.locator('#next').getByRole('button', { name: 'POST /library/sections' }).press('Enter');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-controls")')).toBe('operation-3');
    expect(await opener(page, 'POST /library/sections').getAttribute('aria-expanded')).toBe('true');
    await page.locator('#failures').getByRole('button', { name: 'GET /identity' }).click();
    expect(await opener(page, 'GET /identity').getAttribute('aria-expanded')).toBe('true');
  });

  it('counts the answers about failures by operation', async () => {
    const { page } = await open();
    const rows = await page.evaluate('[...document.querySelectorAll("#failures tbody tr:not(.group)")].map((row) => [...row.children].map(({ textContent }) => textContent))');
    expect(rows).toEqual([
      ['GET /identity', '1', 'yes', '–', 'no', 'no', '404, not 401'],
      ['GET /library/sections', '2', '1 of 2 1 swallowed', '1 of 2', 'no', 'no', '404, not 401'],
      ['GET /hubs', '1', 'yes', 'yes', 'unsafe It starts a scan.', 'yes without Retry-After', '404, not 401'],
    ]);
  });

  it('says what is not known, and why', async () => {
    const { page } = await open();
    await page.locator('#unknown').getByText('The path comes from a response.').click();
    expect(await page.locator('#unknown').innerText()).toMatch(/GET \? src\/odd\.ts:2/);
    expect(await page.locator('#unknown').innerText()).toContain('src/broken.ts:2:5 Unexpected token.');
  });

  it('is used with the keyboard alone', async () => {
    const { page } = await open();
    const focus = (): Promise<string> => page.evaluate('(document.activeElement.id || document.activeElement.textContent).trim()');
    const tabTo = async (wanted: string): Promise<void> => {
      for (let i = 0; i < 60 && (await focus()) !== wanted; i++) await page.keyboard.press('Tab');
      expect(await focus()).toBe(wanted);
      // what has the focus shows it
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
    };
    await page.keyboard.press('Tab');
    expect(await focus()).toBe('Skip to the report');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('location.hash')).toBe('#main');
    await tabTo('operations-state');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await rowsOf(page, 'operations')).toEqual(['GET /hubs']);
    await tabTo('GET /hubs');
    await page.keyboard.press('Enter');
    expect(await page.locator('#operations .site .place').innerText()).toBe('src/hubs.ts:7:7');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Code at src/hubs.ts:7');
    await page.keyboard.press('Space');
  });

  it('is light and dark as the system is, or as the reader wants, and keeps that', async () => {
    const ground = (page: Page): Promise<string> => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    const { page } = await open({ colorScheme: 'dark' });
    const dark = await ground(page);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await ground(page);
    expect(light).not.toBe(dark);
    const button = page.getByRole('button', { name: /^Theme/ });
    await button.click();
    await button.click();
    expect([await button.innerText(), await ground(page)]).toEqual(['Theme: dark', dark]);
    await page.reload();
    expect([await button.innerText(), await ground(page)]).toEqual(['Theme: dark', dark]);
  });

  it('can be read without its script', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.locator('#overview').innerText()).toMatch(/2\s*errors/);
    expect(await page.locator('#theme').isVisible()).toBe(false);
    expect(await page.locator('noscript').first().innerText()).toContain('JSON');
    expect(await page.locator('#failures tbody tr').count()).toBe(4);
  });

  it('prints in ink on white, without what paper has no use for', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: /^Theme/ }).isVisible()).toBe(false);
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toMatch(/^rgb\(25\d, 25\d, 2[45]\d\)$/);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
  });
}, 60_000);

describe('the page of a report with ten thousand requests', () => {
  it('puts a part of them into the page, shows more when asked, filters all, and prints many', async () => {
    const requests = Array.from({ length: 10_000 }, (_, i) => requestOf({ file: `src/file-${String(i % 500)}.ts`, line: i + 1, endLine: i + 1, path: `/path/${String(i)}`, operation: null, standing: 'unknown' }));
    const { page, trouble } = await pages.open(reportOf({ requests }), { read: () => PAGE_SOURCE });
    expect(await rowsOf(page, 'requests')).toHaveLength(50);
    expect(await page.locator('#requests-status').innerText()).toBe('10000 requests, the first 50 shown');
    await page.getByRole('button', { name: 'Show 50 more of 9950' }).click();
    expect(await rowsOf(page, 'requests')).toHaveLength(100);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('GET /path/50');
    await page.getByRole('searchbox').fill('/path/9999');
    expect(await rowsOf(page, 'requests')).toEqual(['GET /path/9999']);
    await page.getByRole('searchbox').fill('');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => rowsOf(page, 'requests').then(({ length }) => length)).toBe(1000);
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(() => rowsOf(page, 'requests').then(({ length }) => length)).toBe(50);
    expect(trouble).toEqual([]);
  });
}, 60_000);
