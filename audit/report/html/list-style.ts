/** The look of lists, tables and code. */
export const LIST_STYLE = `
.filters { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; margin-bottom: 0.625rem; }
.filters label { display: inline-flex; align-items: center; gap: 0.375rem; font-size: 0.8125rem; color: var(--muted); }
.filters select { padding: 0.1875rem 0.375rem; border: 1px solid var(--line); border-radius: 6px; background: var(--raised); color: var(--text); max-width: 16rem; }
.list-status { margin-left: auto; font-size: 0.8125rem; color: var(--muted); font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; }
caption { text-align: left; color: var(--muted); font-size: 0.8125rem; padding-bottom: 0.375rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3125rem 0.875rem 0.3125rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
tbody tr:last-child > *, tbody tr:nth-last-child(2):has(+ tr[hidden]) > * { border-bottom: 0; }
thead th { font-size: 0.75rem; font-weight: 600; color: var(--muted); white-space: nowrap; border-bottom-color: var(--muted); }
td.number, th.number { font-variant-numeric: tabular-nums; text-align: right; }
td.place, span.place, p.place, td.rule, .path, .rule { font-family: var(--mono); font-size: 0.8125rem; }
td.place, span.place, p.place { overflow-wrap: anywhere; }
.path { overflow-wrap: anywhere; }
th[scope='row'] { min-width: 14rem; }
.opener { display: block; width: 100%; text-align: left; background: none; border: 0; padding: 0 0 0 1.125rem; position: relative; }
button.opener { cursor: pointer; }
button.opener::before { content: ''; position: absolute; left: 0.125rem; top: 0.4375rem; border: solid var(--muted); border-width: 0 1.5px 1.5px 0; width: 0.375rem; height: 0.375rem; transform: rotate(-45deg); }
button.opener[aria-expanded='true']::before { transform: rotate(45deg); top: 0.3125rem; }
button.opener:hover .path, button.opener:hover .message { text-decoration: underline; text-underline-offset: 0.15em; }
.method { display: inline-block; min-width: 3.5rem; font-family: var(--mono); font-size: 0.75rem; font-weight: 600; color: var(--muted); }
.method.get { color: light-dark(#1d5b94, #83bdf0); }
.method.post { color: light-dark(#1b6640, #84d1a3); }
.method.put, .method.patch { color: light-dark(#7d4c00, #f0bd67); }
.method.delete { color: light-dark(#a8251b, #ff9d90); }
.state::before { content: ''; display: inline-block; width: 0.625rem; height: 0.625rem; margin-right: 0.4375rem; border-radius: 2px; border: 1px solid light-dark(#a9a49b, #5b636d); }
.state.clean::before { background: var(--clean); border-color: var(--clean); }
.state.partly::before { background: linear-gradient(135deg, transparent 50%, var(--partly) 50%); border-color: var(--partly); }
.state.deviating::before { background: var(--deviating); border-color: var(--deviating); }
.state { white-space: nowrap; }
.state.missing { color: var(--muted); }
.severity { font-size: 0.8125rem; font-weight: 600; color: var(--warning); white-space: nowrap; }
.severity.error { color: var(--error); }
.severity.accepted { color: var(--muted); }
.standing { white-space: nowrap; }
.standing-unknown, .standing-wrong-method { color: var(--error); }
.standing-retired, .standing-undocumented { color: var(--warning); }
.standing-unresolved { color: var(--muted); }
tr.detail > td { padding: 0.25rem 0 1rem 1.125rem; background: transparent; }
.summary { color: var(--text); }
.findings li { padding: 0.125rem 0; }
.findings .rule { color: var(--muted); }
.sites { display: grid; gap: 1rem; }
.site { min-width: 0; }
.reason { color: var(--muted); margin: 0.25rem 0; }
.chain { font-family: var(--mono); font-size: 0.75rem; color: var(--muted); margin: 0.375rem 0 0.25rem; overflow-wrap: anywhere; }
.detail dl.facts { font-size: 0.8125rem; gap: 0.0625rem 1.25rem; }
pre.code { margin: 0.3125rem 0; padding: 0.4375rem 0; background: var(--sunk); border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; font: 0.8125rem/1.5 var(--mono); tab-size: 2; max-width: 100%; }
.code-line { display: block; padding: 0 0.75rem 0 0; min-width: max-content; }
.code-line.here { background: light-dark(#f9f3df, #2a2615); }
.line-number { display: inline-block; min-width: 3.25rem; padding-right: 0.875rem; text-align: right; color: var(--muted); user-select: none; }
mark { background: var(--mark); color: inherit; border-radius: 2px; box-shadow: 0 0 0 1px var(--mark); }
.findings .basis { display: block; color: var(--muted); font-size: 0.8125rem; overflow-wrap: anywhere; }
table.names { width: auto; min-width: min(34rem, 100%); margin: 0.5rem 0; font-size: 0.8125rem; }
table.names th, table.names td { padding: 0.125rem 1.25rem 0.125rem 0; }
.ranking { list-style: none; margin: 0; padding: 0; counter-reset: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(34rem, 100%), 1fr)); gap: 0.875rem 2.5rem; }
.ranking > li { padding-left: 0.875rem; border-left: 2px solid var(--line); }
.ranked { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0.375rem; align-items: start; }
.ranked .note { display: block; }
.ranked .path { overflow-wrap: anywhere; }
.ranking .score { white-space: nowrap; font-variant-numeric: tabular-nums; color: var(--muted); font-size: 0.8125rem; }
.ranking .rank { min-width: 1.25rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.because { color: var(--muted); font-size: 0.8125rem; line-height: 1.45; margin-top: 0.125rem; }
.ranking > li > p:not(.ranked), .because { margin-left: 1.625rem; }
.because li { display: grid; grid-template-columns: 3.25rem minmax(0, 1fr); }
.because .place { font-size: 0.75rem; }
.because .points { color: var(--accent); font-variant-numeric: tabular-nums; }
.because .points.against { color: var(--error); }
table.trend { width: auto; min-width: min(36rem, 100%); }
.trend svg { vertical-align: middle; margin-right: 0.5rem; }
.trend .then { fill: light-dark(#b9b4ab, #565d66); }
.trend .now { fill: var(--clean); }
.trend td.answer { white-space: nowrap; font-variant-numeric: tabular-nums; font-weight: 400; }
.folded { margin-top: 1rem; }
.folded > summary { color: var(--muted); margin-bottom: 0.75rem; }
.more { margin-top: 0.75rem; }
button.link { background: none; border: 0; padding: 0; min-height: 1.5rem; text-align: left; color: inherit; }
.scripted button.link { cursor: pointer; }
.scripted button.link:hover { text-decoration: underline; text-underline-offset: 0.15em; }
.matrix .group th { font-weight: 650; padding-top: 1.125rem; }
.matrix th, .matrix td { vertical-align: baseline; }
.matrix td.answer { white-space: nowrap; }
.matrix td.answer .note { white-space: normal; }
.answer.good { color: var(--good); }
.answer.bad { color: var(--error); font-weight: 600; }
.answer.some { color: var(--warning); }
.answer.unknown { color: var(--muted); }
ul.plain li { padding: 0.125rem 0; }
`;
