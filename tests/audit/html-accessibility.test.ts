import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPages } from './open-page.ts';
import { pageReport, PAGE_SOURCE } from './page-report.ts';
import { reportOf } from './report-of.ts';
import type { AuditReport } from '../../audit/audit-report.ts';
import type { Page } from 'playwright-core';
import type { Pages } from './open-page.ts';

let pages: Pages;

beforeAll(async () => {
  pages = await startPages();
}, 60_000);
afterAll(() => pages.close());

/** What axe finds wrong, with the elements; every rule that it has, beside those that are experiments. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate<axe.AxeResults>('axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })');
  expect(passes.length).toBeGreaterThan(20);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
}

async function openAll(page: Page): Promise<void> {
  for (const list of ['operations', 'findings', 'requests']) for (const button of await page.locator(`#${list}-rows > tr > th > button`).all()) await button.click();
  for (const summary of await page.locator('summary').all()) await summary.click();
}

describe.each(['light', 'dark'] as const)('axe has nothing against the page in %s', (colorScheme) => {
  it.each<readonly [string, AuditReport]>([
    ['of a report', pageReport()],
    ['of a report with nothing in it', reportOf()],
    ['of a report without findings, because the rules were not run', { ...pageReport(), findings: [], accepted: [], findingsMissing: 'ESLint is not installed.' }],
  ])('%s', async (_, report) => {
    const { page } = await pages.open(report, { colorScheme, read: () => PAGE_SOURCE });
    expect(await violationsOf(page)).toEqual([]);
    await openAll(page);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('on a phone, where nothing is wider than the screen', async () => {
    const { page } = await pages.open(pageReport(), { colorScheme, read: () => PAGE_SOURCE, viewport: { width: 360, height: 740 } });
    await openAll(page);
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
}, 60_000);

it('axe would say so', async () => {
  const { page } = await pages.open(reportOf());
  await page.evaluate('document.body.append(document.createElement("button"))');
  expect((await violationsOf(page)).join()).toContain('button-name: <button></button>');
}, 60_000);
