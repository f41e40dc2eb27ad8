import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { htmlReport } from '../../audit/report/html.ts';
import { needs } from '../package/needs.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { AuditReport } from '../../audit/audit-report.ts';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A page of a report in a browser, and what went wrong or out in it so far. */
export interface OpenedPage {
  readonly page: Page;
  /** What the console said, errors nobody caught, and requests for anything but the page. */
  readonly trouble: readonly string[];
}

/** Opens reports as files in one browser. */
export interface Pages {
  readonly open: (report: AuditReport, options?: BrowserContextOptions & { readonly read?: (file: string) => string | null }) => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
}

export async function startPages(): Promise<Pages> {
  needs('chromium');
  const folder = mkdtempSync(join(tmpdir(), 'plex-lint-page-'));
  const browser: Browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
  let number = 0;
  return {
    async open(report, { read = () => null, ...options } = {}) {
      const file = join(folder, `${String(number++)}.html`);
      writeFileSync(file, htmlReport(report, { read }));
      const url = pathToFileURL(file).href;
      const page = await (await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options })).newPage();
      const trouble: string[] = [];
      page.on('console', (message) => trouble.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => trouble.push(`dialog: ${dialog.message()}`));
      page.on('request', (request) => {
        if (request.url() !== url) trouble.push(`request: ${request.url()}`);
      });
      await page.goto(url);
      return { page, trouble };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
