import { LIST_STYLE } from './list-style.ts';

/** The page's look: the ground, the head, what is seen at a glance. */
const GLANCE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#fbfaf8, #15171a);
  --raised: light-dark(#ffffff, #1c1f23);
  --sunk: light-dark(#f2f0ec, #101214);
  --line: light-dark(#dedad3, #33383f);
  --text: light-dark(#20242a, #e3e6ea);
  --muted: light-dark(#59606a, #a4acb6);
  --accent: light-dark(#0a6760, #63cabe);
  --clean: light-dark(#1f8a80, #3ba99d);
  --partly: light-dark(#b97a14, #d9a13a);
  --deviating: light-dark(#c0392b, #ef7564);
  --error: light-dark(#a8251b, #ff9d90);
  --warning: light-dark(#7d4c00, #f0bd67);
  --good: light-dark(#17643a, #7fd19c);
  --mark: light-dark(#ffe9a8, #574511);
  --mono: ui-monospace, 'Cascadia Code', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; background: var(--ground); }
body { margin: 0 auto; max-width: 80rem; padding: 0 1.5rem 3rem; color: var(--text); overflow-wrap: break-word; font: 0.9375rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif; }
:root:not(.scripted) .only-scripted { display: none; }
h1, h2, h3, p, ul, dl, dd, pre { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: 1.375rem; font-weight: 650; letter-spacing: -0.01em; line-height: 1.25; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; font-weight: 650; letter-spacing: -0.005em; margin-bottom: 0.875rem; }
h3 { font-size: 0.9375rem; font-weight: 650; margin: 1.25rem 0 0.625rem; }
.detail h3 { font-size: 0.8125rem; margin: 0.875rem 0 0.375rem; }
a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
h2:focus, main:focus { outline: none; }
button, select, input { font: inherit; color: inherit; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 0.75rem; background: var(--raised); border: 1px solid var(--line); z-index: 3; }
.skip:focus { top: 0.5rem; }
code { font-family: var(--mono); font-size: 0.9em; }
.note { color: var(--muted); font-weight: 400; font-size: 0.8125rem; }
.alarm { padding: 0.625rem 0.875rem; margin-bottom: 1rem; border-left: 3px solid var(--deviating); background: var(--raised); }
.bar { display: flex; justify-content: space-between; align-items: flex-start; gap: 1rem; padding: 1.75rem 0 0.75rem; }
.bar p { color: var(--muted); margin-top: 0.125rem; }
.bar > div { min-width: 0; }
#theme, .more { background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: 0.25rem 0.75rem; cursor: pointer; white-space: nowrap; }
#theme:hover, .more:hover { border-color: var(--muted); }
.sticky { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.25rem; padding: 0.5rem 0; background: var(--ground); border-bottom: 1px solid var(--line); }
.sticky nav { flex: 1 1 auto; }
.sticky ul { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.sticky nav a { display: inline-block; padding: 0.1875rem 0; color: var(--muted); text-decoration: none; font-size: 0.875rem; white-space: nowrap; }
.sticky nav a:hover { color: var(--text); text-decoration: underline; }
#search-form { display: flex; align-items: center; gap: 0.5rem; flex: 0 1 22rem; flex-wrap: wrap; }
#search-form label { font-size: 0.875rem; color: var(--muted); }
#search { flex: 1 1 9rem; min-width: 0; padding: 0.25rem 0.5rem; border: 1px solid var(--line); border-radius: 6px; background: var(--raised); }
#search::placeholder { color: var(--muted); opacity: 1; font-size: 0.8125rem; }
#search-status { font-size: 0.8125rem; color: var(--muted); }
#search-status:empty { display: none; }
section { padding: 1.75rem 0 0.25rem; }
section + section { border-top: 1px solid var(--line); margin-top: 1.5rem; }
footer { margin-top: 2.5rem; padding-top: 0.75rem; border-top: 1px solid var(--line); color: var(--muted); font-size: 0.8125rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.75rem; }
.figure { padding: 0.625rem 0.875rem 0.75rem; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; }
.figure-number { font-size: 1.625rem; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums; letter-spacing: -0.02em; }
.figure-name { font-weight: 550; }
.figure-note { display: block; color: var(--muted); font-size: 0.8125rem; line-height: 1.35; }
.figure.bad .figure-number { color: var(--error); }
.figure.fair .figure-number { color: var(--warning); }
.figure.good .figure-number { color: var(--good); }
.columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1rem 3rem; margin: 1.25rem 0; align-items: start; }
.columns > dl.facts { display: grid; gap: 0.4rem; }
.columns > dl.facts > div { display: grid; grid-template-columns: 7rem 1fr; }
.meters { display: grid; gap: 0.4rem; }
.meter-note { grid-column: 1 / -1; color: var(--muted); font-size: 0.8125rem; line-height: 1.35; margin: -0.25rem 0 0.25rem; }
.meter { display: grid; grid-template-columns: 13.5rem 1fr 6.5rem; gap: 0.875rem; align-items: center; }
.meter svg { width: 100%; height: 8px; border-radius: 4px; display: block; }
.meter-ground { fill: var(--line); }
.meter-part { fill: var(--clean); }
.meter-value { font-variant-numeric: tabular-nums; color: var(--muted); font-size: 0.875rem; }
.meter-value strong { color: var(--text); font-weight: 600; }
dl.facts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.75rem; font-size: 0.875rem; }
dl.facts > div { display: flex; gap: 0.5rem; min-width: 0; }
dl.facts dt { color: var(--muted); white-space: nowrap; }
dl.facts dd { overflow-wrap: anywhere; }
dl.facts .line { display: block; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.8125rem; color: var(--muted); }
.legend li { display: flex; align-items: center; gap: 0.4rem; }
.tags { display: grid; grid-template-columns: repeat(auto-fill, minmax(13.25rem, 1fr)); gap: 0.625rem; }
.wide-tag { grid-column: span 2; }
.tag { display: flex; flex-direction: column; align-items: flex-start; width: 100%; height: 100%; text-align: left; padding: 0.5rem 0.625rem 0.625rem; background: var(--raised); border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
:root:not(.scripted) .tag { cursor: default; }
.scripted .tag:hover { border-color: var(--muted); }
.tag-name { font-weight: 550; overflow-wrap: anywhere; }
.tag-count { display: block; color: var(--muted); font-size: 0.8125rem; margin-bottom: 0.375rem; line-height: 1.35; font-variant-numeric: tabular-nums; }
.tag svg { display: block; max-width: 100%; height: auto; }
.cell { fill: none; pointer-events: all; stroke: light-dark(#a9a49b, #5b636d); stroke-width: 1; }
.cell.undocumented, .cell.retired { stroke-dasharray: 2 1.5; }
.cell.clean { fill: var(--clean); stroke: var(--clean); }
.cell.partly { stroke: var(--partly); }
.cell.partly + .sign { fill: var(--partly); }
.cell.deviating { fill: var(--deviating); stroke: var(--deviating); }
.cell.deviating + .sign { stroke: light-dark(#ffffff, #15171a); stroke-width: 1.6; fill: none; }
.tag g:hover .cell { stroke: var(--text); }
.unused { margin-top: 1.25rem; }
summary { cursor: pointer; }
.unused summary { color: var(--muted); }
.reasons { margin: 0.25rem 0; }
.reasons ul { margin: 0.375rem 0 0.75rem 1.125rem; columns: 26rem auto; column-gap: 2rem; }
.reasons li { break-inside: avoid; padding: 0.0625rem 0; }
.reasons .place { color: var(--muted); }
`;

/** Phones and paper. */
const PLACE_STYLE = `
@media (max-width: 44rem) {
  body { padding: 0 0.875rem 2rem; }
  .bar { padding-top: 1rem; }
  .sticky { position: static; }
  html { scroll-padding-top: 0.5rem; }
  #search-form { flex-basis: 100%; }
  .columns { grid-template-columns: minmax(0, 1fr); }
  .columns > dl.facts > div { grid-template-columns: 6rem 1fr; }
  .meter { grid-template-columns: 1fr auto; gap: 0.125rem 0.75rem; }
  .meter svg { grid-row: 2; grid-column: 1 / 3; }
  .meter-note { margin-top: 0.125rem; }
  .figures { grid-template-columns: 1fr 1fr; }
  .tags { grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); }
  /* a cell that is not there would leave its column to the rows that are opened */
  .scroll > table .wide { width: 0; padding: 0; visibility: hidden; font-size: 0; }
  .scroll > table th.number:not(.wide) { width: 3rem; }
  .scroll > table { table-layout: fixed; }
  .scroll > table th:first-child { width: 58%; min-width: 0; }
  /* the matrix is wider than a phone: its operations stay in sight while the rest is scrolled */
  .scroll > table.matrix { table-layout: auto; width: max-content; }
  .scroll > table.matrix th:first-child { width: 10rem; min-width: 10rem; max-width: 10rem; position: sticky; left: 0; background: var(--ground); }
  .scroll > table.matrix .group th { max-width: none; }
  .scroll > table.matrix :is(th, td):last-child { min-width: 9rem; }
  .scroll > table.matrix th.number { width: auto; }
  .scroll > table.matrix :is(th, td) { vertical-align: top; }
  .scroll > table.hosts { table-layout: auto; }
  .scroll > table.hosts th:first-child { width: auto; }
  .matrix caption { max-width: calc(100vw - 1.75rem); }
  th, td { padding-right: 0.5rem; }
  .method { display: block; }
  .scroll > table td > .note { font-size: 0.75rem; overflow-wrap: normal; }
  tr.detail > td { padding-left: 0; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root, :root[data-theme] { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  .sticky, .filters label, .more, .skip, #theme { display: none; }
  section { break-inside: auto; }
  h2, h3 { break-after: avoid; }
  tr, .figure, .tags li, .meter { break-inside: avoid; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  svg, .severity, .state, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  pre.code { white-space: pre-wrap; overflow: visible; }
}
`;

/** The page's whole style sheet. */
export const PAGE_STYLE = `${GLANCE_STYLE}${LIST_STYLE}${PLACE_STYLE}`;
