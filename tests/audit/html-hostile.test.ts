import { Marked } from 'marked';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markdownReport } from '../../audit/report/markdown.ts';
import { printable } from '../../audit/report/printable.ts';
import { hostileReport } from './hostile-report.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { startPages } from './open-page.ts';
import type { Page } from 'playwright-core';
import type { Pages } from './open-page.ts';

const report = hostileReport(HOSTILE_TEXTS);
const read = (): string => HOSTILE_TEXTS.join('\n').repeat(3);
let pages: Pages;

beforeAll(async () => {
  pages = await startPages();
}, 60_000);
afterAll(() => pages.close());

/** Opens all there is to open. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate('for (const more of document.querySelectorAll(".more:not([hidden])")) more.click()');
  await page.evaluate('for (const opener of document.querySelectorAll("button.opener, summary")) opener.click()');
}

describe('the page of a report in which every text is hostile', () => {
  it('runs none of it, loads none of it, and says nothing to the console', async () => {
    const { page, trouble } = await pages.open(report, { read });
    await openAll(page);
    await page.mouse.move(300, 300);
    expect(await page.evaluate('globalThis.sprung')).toBeUndefined();
    expect(trouble).toEqual([]);
    expect(await page.locator('img, iframe, object, embed, link, base, form:not(#search-form)').count()).toBe(0);
    // the page's own two: its script and its data
    expect(await page.locator('script').count()).toBe(2);
    expect(await page.evaluate('[...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith("on") || name === "style")')).toEqual([]);
    const addresses = await page.evaluate<readonly string[]>('[...document.links].map(({ href }) => new URL(href).protocol)');
    expect([...new Set(addresses)].filter((protocol) => protocol !== 'https:' && protocol !== 'file:')).toEqual([]);
  });

  it('shows it as it is, but for what cannot be seen', async () => {
    const { page } = await pages.open(report, { read });
    await openAll(page);
    const messages = await page.locator('#findings-rows .message').allTextContents();
    expect(messages.slice(0, HOSTILE_TEXTS.length)).toEqual(HOSTILE_TEXTS.map(printable));
    const all = await page.evaluate<string>('document.documentElement.outerHTML');
    expect(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}|[^\P{Cc}\n\t]/u.exec(all)).toBeNull();
    expect(await page.title()).toBe('Plex API audit');
  });

  it('filters by what is hostile', async () => {
    const { page } = await pages.open(report, { read });
    await page.getByRole('searchbox').fill('<img src=x');
    expect(await page.locator('#findings-rows .message').allTextContents()).toEqual([HOSTILE_TEXTS[2], HOSTILE_TEXTS[2]]);
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('Rule').selectOption({ index: 3 });
    expect(await page.locator('#findings-rows .message').count()).toBe(1);
  });

  it('has a policy that would stop what got through', async () => {
    const { page, trouble } = await pages.open(report, { read });
    await page.evaluate('document.body.insertAdjacentHTML("beforeend", "<img src=https://evil.example/x.png onerror=globalThis.sprung=1>"); document.body.append(Object.assign(document.createElement("script"), { textContent: "globalThis.sprung = 2" }))');
    await expect.poll(() => trouble.filter((one) => one.includes('Content Security Policy')).length).toBeGreaterThan(1);
    expect(await page.evaluate('globalThis.sprung')).toBeUndefined();
  });
}, 60_000);

it('runs nothing of a rendered Markdown report, either', async () => {
  const { page, trouble } = await pages.open(report);
  const before = trouble.length;
  await page.goto('about:blank');
  await page.setContent(new Marked({ gfm: true }).parse(markdownReport(report)) as string);
  expect(await page.evaluate('globalThis.sprung')).toBeUndefined();
  expect(await page.locator('a, img, script, iframe, style').count()).toBe(0);
  expect(trouble.slice(before)).toEqual([]);
}, 60_000);
