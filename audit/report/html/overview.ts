import { countOf, SKIP_REASONS } from '../words.ts';
import { html } from './markup.ts';
import type { AuditReport } from '../../audit-report.ts';
import type { Markup } from './markup.ts';
import type { Section } from './section.ts';

/** How it stands, at a glance. */
export function printOverview(report: AuditReport): Section {
  const { summary, findingsMissing } = report;
  const { requests, findings, coverage } = summary;
  const body = html`${findingsMissing === null ? null : html`<p class="alarm"><strong>The rules were not run:</strong> ${findingsMissing}</p>`}
<ul class="figures">
${printFigure('error', findings.error, 'against the description, or unsafe', findings.error > 0 ? 'bad' : 'good')}
${printFigure('warning', findings.warning, 'that may fail, or be better', findings.warning > 0 ? 'fair' : 'good')}
${printFigure('accepted', findings.accepted, 'findings, by a comment', 'plain')}
${printFigure('request', requests.total, `${String(requests.resolved)} resolved, ${String(requests.unresolved)} with an unknown path, ${String(requests.unattributed)} attributed to no API`, 'plain')}
</ul>
<div class="meters">
${printMeter('Operations implemented', coverage.implemented, coverage.total)}
${coverage.undocumented.total === 0 ? null : printMeter('Undocumented ones used', coverage.undocumented.implemented, coverage.undocumented.total)}
${printMeter('Requests resolved', requests.resolved, requests.total)}
</div>
${printStandings(report)}`;
  return { id: 'overview', title: 'Overview', body };
}

function printFigure(name: string, number: number, note: string, mood: 'good' | 'fair' | 'bad' | 'plain'): Markup {
  return html`<li class="figure ${mood}"><span class="figure-number">${number}</span> <span class="figure-name">${name === 'accepted' || number === 1 ? name : `${name}s`}</span><span class="figure-note">${note}</span></li>`;
}

/** A share as a bar and in words. */
export function printMeter(name: string, part: number, whole: number): Markup {
  const share = whole === 0 ? 0 : (part / whole) * 100;
  return html`<div class="meter"><span class="meter-name">${name}</span><svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="meter-ground" width="100" height="6"/><rect class="meter-part" width="${share.toFixed(2)}" height="6"/></svg><span class="meter-value"><strong>${part}</strong> of ${whole}</span></div>`;
}

function printStandings({ summary, leftOut }: AuditReport): Markup {
  const { byTarget, byStanding, foreign } = summary.requests;
  const standings = Object.entries(byStanding).filter(([, count]) => count > 0).map(([standing, count]) => `${String(count)} ${standing}`);
  const rows = [
    ['By API', Object.entries(byTarget).map(([target, count]) => `${target} ${String(count)}`).join(', ')],
    ['By standing', standings.join(', ')],
    ['To other hosts', foreign === 0 ? '' : countOf(foreign, 'request')],
    ['Left out', leftOut.map(({ reason, count }) => `${SKIP_REASONS[reason]} (${String(count)})`).join(', ')],
  ].filter(([, text]) => text !== '');
  return html`<dl class="facts">${rows.map(([name, text]) => html`<div><dt>${name ?? ''}</dt><dd>${text ?? ''}</dd></div>`)}</dl>`;
}
