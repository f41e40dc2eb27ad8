import { countOf } from '../../../rules/count-of.ts';
import { describeTrend } from '../trend.ts';
import { html } from './markup.ts';
import type { AuditFinding, AuditReport, NamedOperation } from '../../audit-report.ts';
import type { Figure } from '../trend.ts';
import type { Markup } from './markup.ts';
import type { Section } from './section.ts';

/** What has changed since the report that this one is compared with. */
export function printTrend(report: AuditReport): Section | null {
  const { trend, findings } = report;
  if (trend === undefined) return null;
  const added = findings.filter(({ fingerprint }) => trend.findings.new.includes(fingerprint));
  const { implemented, gone } = trend.operations;
  const body = html`<div class="columns"><div class="scroll" tabindex="0" role="group" aria-label="Figures then and now"><table class="trend"><thead><tr><th scope="col">Figure</th><th scope="col" class="number">Then</th><th scope="col" class="number">Now</th><th scope="col">Change</th></tr></thead><tbody>
${describeTrend(report.summary, trend.before).map(printFigure)}</tbody></table></div>
<div>${printFindings('New', added)}${printFindings('No longer open', trend.findings.fixed)}${printOperations('Sent now', implemented)}${printOperations('Sent no more', gone)}</div></div>`;
  return { id: 'trend', title: 'Since the last report', short: 'Trend', body };
}

function printFigure({ name, then, now, wanted }: Figure): Markup {
  const change = now - then;
  const mood = change === 0 || wanted === 'either' ? 'unknown' : change > 0 === (wanted === 'more') ? 'good' : 'bad';
  const most = Math.max(then, now, 1);
  return html`<tr><th scope="row">${name}</th><td class="number">${then}</td><td class="number">${now}</td><td class="answer ${mood}"><svg width="120" height="12" viewBox="0 0 120 12" aria-hidden="true" focusable="false"><rect class="then" width="${((then / most) * 120).toFixed(1)}" height="5"/><rect class="now" y="6" width="${((now / most) * 120).toFixed(1)}" height="5"/></svg> ${change === 0 ? 'as before' : `${change > 0 ? '+' : '−'}${String(Math.abs(change))}`}</td></tr>
`;
}

function printFindings(heading: string, findings: readonly AuditFinding[]): Markup | null {
  if (findings.length === 0) return null;
  return html`<details class="reasons"><summary>${heading}: ${countOf(findings.length, 'finding')}</summary><ul class="plain">${findings.map(({ severity, message, file, line }) => html`<li><span class="severity ${severity}">${severity}</span> ${message} <span class="place">${file}:${line}</span></li>`)}</ul></details>
`;
}

function printOperations(heading: string, operations: readonly NamedOperation[]): Markup | null {
  if (operations.length === 0) return null;
  return html`<details class="reasons"><summary>${heading}: ${countOf(operations.length, 'operation')}</summary><ul class="plain">${operations.map(({ operation, description }) => html`<li><span class="path">${operation}</span> <span class="note">${description}</span></li>`)}</ul></details>
`;
}
