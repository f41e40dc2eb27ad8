import { countOf } from '../../../rules/count-of.ts';
import { html, prose } from './markup.ts';
import { createOperationLinks } from './operation-link.ts';
import type { AuditReport } from '../../audit-report.ts';
import type { CodePlace, RankedOperation } from '../../audit-sections.ts';
import type { Markup } from './markup.ts';
import type { PageData } from './page-data.ts';
import type { Section } from './section.ts';

/** So many are shown at once, so many more are folded, and so many places are named of one reason. */
const FIRST = 12;
const MOST = 60;
const MOST_PLACES = 1;

/** What to implement next, the best first, each with the reasons for its place. */
export function printNext({ next }: AuditReport, data: PageData): Section | null {
  if (next.length === 0) return null;
  const link = createOperationLinks(data);
  const printRanked = (ranked: RankedOperation): Markup => printOne(ranked, link(ranked.description, ranked.operation));
  const rest = next.slice(FIRST, MOST);
  const body = html`<ol class="ranking">${next.slice(0, FIRST).map(printRanked)}</ol>
${rest.length === 0 ? null : html`<details class="folded"><summary>The next ${countOf(rest.length, 'operation')}</summary><ol class="ranking" start="${FIRST + 1}">${rest.map(printRanked)}</ol></details>`}
${next.length > MOST ? html`<p class="note">And ${next.length - MOST} more: the JSON report ranks all.</p>` : null}`;
  return { id: 'next', title: 'What to implement next', short: 'Next', body };
}

function printOne({ rank, description, tag, summary, score, reasons }: RankedOperation, name: Markup): Markup {
  return html`<li><p class="ranked"><span class="rank">${rank}</span> <span>${name} <span class="note">${description}, ${tag}</span></span> <span class="score">${countOf(score, 'point')}</span></p>
${summary === null ? null : html`<p>${summary}</p>`}
<ul class="because">${reasons.map(({ text, points, sites }) => html`<li><span class="points${points < 0 ? ' against' : ''}">${points < 0 ? `−${String(-points)}` : `+${String(points)}`}</span> <span>${prose(text)}${printPlaces(sites)}</span></li>`)}</ul></li>
`;
}

/** ` src/plex.ts:12, src/a.ts:3 and 4 more` */
export function printPlaces(places: readonly CodePlace[]): Markup | null {
  if (places.length === 0) return null;
  const more = places.length - MOST_PLACES;
  return html` <span class="place">${places.slice(0, MOST_PLACES).map(({ file, line }) => `${file}:${String(line)}`).join(', ')}</span>${more > 0 ? html` <span class="note">and ${more} more</span>` : null}`;
}
