import { countOf } from '../../../rules/count-of.ts';
import { SKIP_REASONS } from '../words.ts';
import { html, prose } from './markup.ts';
import type { AuditReport } from '../../audit-report.ts';
import type { Dimension, Dimensions } from '../../audit-sections.ts';
import type { Markup } from './markup.ts';
import type { Section } from './section.ts';

const DIMENSIONS: readonly (readonly [keyof Dimensions, string])[] = [
  ['operations', 'Operations sent'],
  ['parameters', 'Parameters sent'],
  ['headers', 'Headers sent'],
  ['statuses', 'Error statuses told apart'],
  ['fields', 'Response fields read'],
];
/** So many reasons are named of what is not known. */
const MOST_REASONS = 3;

/** How it stands, at a glance. */
export function printOverview(report: AuditReport): Section {
  const { summary, findingsMissing } = report;
  const { requests, findings, coverage, dimensions } = summary;
  const { undocumented } = coverage;
  const body = html`${findingsMissing === null ? null : html`<p class="alarm"><strong>The rules were not run:</strong> ${findingsMissing}</p>`}
<ul class="figures">
${printFigure('error', findings.error, 'against the description, or unsafe', findings.error > 0 ? 'bad' : 'good')}
${printFigure('warning', findings.warning, 'that may fail, or be better', findings.warning > 0 ? 'fair' : 'good')}
${printFigure('accepted', findings.accepted, 'findings that have been reviewed', 'plain')}
${printFigure('request', requests.total, `${String(requests.resolved)} resolved, ${String(requests.unresolved)} with an unknown path, ${String(requests.unattributed)} attributed to no API`, 'plain')}
</ul>
<div class="columns">
<div class="meters">
${DIMENSIONS.map(([dimension, name]) => printDimension(name, dimensions[dimension]))}
${undocumented.total === 0 ? null : printMeter('Undocumented ones sent', undocumented.implemented, undocumented.total, '')}
</div>
${printFacts(report)}
</div>`;
  return { id: 'overview', title: 'Overview', short: 'Overview', body };
}

function printFigure(name: string, number: number, note: string, mood: 'good' | 'fair' | 'bad' | 'plain'): Markup {
  return html`<li class="figure ${mood}"><span class="figure-number">${number}</span> <span class="figure-name">${name === 'accepted' || number === 1 ? name : `${name}s`}</span><span class="figure-note">${note}</span></li>`;
}

function printDimension(name: string, { reached, total, outOfReach }: Dimension): Markup {
  return printMeter(name, reached, total, outOfReach.map(({ reason, count }) => `${reason} (${String(count)})`).join(', '));
}

/** A share as a bar and in words. */
function printMeter(name: string, part: number, whole: number, note: string): Markup {
  const share = whole === 0 ? 0 : (part / whole) * 100;
  return html`<div class="meter"><span class="meter-name">${name}</span><svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="meter-ground" width="100" height="6"/><rect class="meter-part" width="${share.toFixed(2)}" height="6"/></svg><span class="meter-value"><strong>${part}</strong> of ${whole}</span>${note === '' ? null : html`<span class="meter-note">Out of reach: ${note}</span>`}</div>`;
}

function printFacts({ summary, leftOut }: AuditReport): Markup {
  const { byTarget, byStanding, foreign } = summary.requests;
  const standings = Object.entries(byStanding).filter(([, count]) => count > 0).map(([standing, count]) => `${String(count)} ${standing}`);
  const reasons = summary.unresolvedReasons.slice(0, MOST_REASONS).map(({ reason, count }) => html`<span class="line">${count} × ${prose(reason)}</span>`);
  const rows: readonly (readonly [string, string | readonly Markup[]])[] = [
    ['By API', Object.entries(byTarget).map(([target, count]) => `${target} ${String(count)}`).join(', ')],
    ['By standing', standings.join(', ')],
    ['To other hosts', foreign === 0 ? '' : countOf(foreign, 'request')],
    ['Not known', reasons],
    ['Left out', leftOut.map(({ reason, count }) => `${SKIP_REASONS[reason]} (${String(count)})`).join(', ')],
  ];
  return html`<dl class="facts">${rows.filter(([, text]) => text.length > 0).map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>`;
}
