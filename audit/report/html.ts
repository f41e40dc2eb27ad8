import { createHash } from 'node:crypto';
import { countOf } from '../../rules/count-of.ts';
import { buildPageData } from './html/build-page-data.ts';
import { html } from './html/markup.ts';
import { PAGE_SCRIPT } from './html/page-script.ts';
import { printFailures } from './html/failures.ts';
import { printLists } from './html/lists.ts';
import { printMap } from './html/map.ts';
import { printNext } from './html/next.ts';
import { printOverview } from './html/overview.ts';
import { PAGE_STYLE } from './html/page-style.ts';
import { printSecurity } from './html/security.ts';
import { printTrend } from './html/trend.ts';
import { printUnknown } from './html/unknown.ts';
import { printableJson } from './printable.ts';
import type { AuditReport } from '../audit-report.ts';
import type { PrintMeans } from './formats.ts';
import type { Section } from './html/section.ts';

/**
 * The report as one page that needs nothing else: no network, no file beside it. Every text of the project is escaped, and
 * the page's policy lets no script and no style run but its own.
 */
export function htmlReport(report: AuditReport, { read }: Pick<PrintMeans, 'read'>): string {
  const data = buildPageData(report, read);
  const sections = [
    printOverview(report),
    printTrend(report),
    printMap(report, data),
    printNext(report, data),
    ...printLists(report, data),
    printFailures(report, data),
    printSecurity(report),
    printUnknown(report),
  ].filter((section) => section !== null);
  const title = report.root === '.' ? 'Plex API audit' : `Plex API audit of ${report.root}`;
  const page = html`<!doctype html>
<html lang="en" data-theme="auto">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${report.tool.name} ${report.tool.version}">
<title>${title}</title>
<style>${{ markup: PAGE_STYLE }}</style>
<script>${{ markup: PAGE_SCRIPT }}</script>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${printHeader(report, title, sections)}
<main id="main" tabindex="-1">
${sections.map(({ id, title: heading, body }) => html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title" tabindex="-1">${heading}</h2>
${body}
</section>
`)}</main>
<footer><p>Made by ${report.tool.name} ${report.tool.version}, with no request to any server. The same sources give the same page.</p></footer>
<script type="application/json" id="data">${{ markup: printableJson(data, null).replaceAll('<', '\\u003c') }}</script>
</body>
</html>
`;
  return page.markup;
}

function printHeader({ summary }: AuditReport, title: string, sections: readonly Section[]): { readonly markup: string } {
  return html`<header>
<div class="bar">
<div><h1>${title}</h1><p>${countOf(summary.files.read, 'file')} read, ${summary.files.withRequests} with requests</p></div>
<button type="button" id="theme" class="only-scripted">Theme: auto</button>
</div>
</header>
<div class="sticky">
<nav aria-label="Sections"><ul>${sections.map(({ id, short }) => html`<li><a href="#${id}">${short}</a></li>`)}</ul></nav>
<form id="search-form" role="search" class="only-scripted"><label for="search">Search</label><input id="search" type="search" placeholder="path, file, rule, words of a message" autocomplete="off" spellcheck="false"><span id="search-status" role="status" aria-live="polite"></span></form>
</div>
`;
}

/** Nothing is loaded and nothing sent; of scripts and styles only the two of the page. */
function policy(): string {
  return `default-src 'none'; script-src ${hash(PAGE_SCRIPT)}; style-src ${hash(PAGE_STYLE)}; base-uri 'none'; form-action 'none'`;
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
