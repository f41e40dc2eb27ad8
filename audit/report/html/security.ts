import { countOf } from '../../../rules/count-of.ts';
import { nameHost } from '../words.ts';
import { html, prose } from './markup.ts';
import { printPlaces } from './next.ts';
import type { AuditReport } from '../../audit-report.ts';
import type { SecurityRow } from '../../audit-sections.ts';
import type { Markup } from './markup.ts';
import type { Section } from './section.ts';

const TOKENS: readonly (readonly [keyof SecurityRow['token'], string])[] = [['header', 'in a header'], ['query', 'in the query'], ['both', 'in both'], ['none', 'none'], ['unknown', 'not known']];

/** Where requests go, what they carry, and what is not checked. */
export function printSecurity({ security, findings }: AuditReport): Section | null {
  const { hosts, unverified } = security;
  const open = security.findings.flatMap((fingerprint) => findings.filter((finding) => finding.fingerprint === fingerprint));
  if (hosts.length + unverified.length + open.length === 0) return null;
  const body = html`${unverified.length === 0 ? null : html`<p class="alarm"><strong>The server's certificate is not checked</strong> by ${countOf(unverified.reduce((sum, { sites }) => sum + sites, 0), 'request')}:${printPlaces(unverified)}</p>`}
<div class="scroll" tabindex="0" role="group" aria-label="Hosts and tokens"><table class="hosts"><thead><tr><th scope="col">API</th><th scope="col">Host</th><th scope="col" class="number">Sites</th><th scope="col">Token</th></tr></thead><tbody>
${hosts.map(printHost)}</tbody></table></div>
${open.length === 0 ? null : html`<h3>${countOf(open.length, 'finding')}</h3><ul class="plain">${open.map(({ severity, message, file, line }) => html`<li><span class="severity ${severity}">${severity}</span> ${prose(message)} <span class="place">${file}:${line}</span></li>`)}</ul>`}`;
  return { id: 'security', title: 'Tokens, hosts and TLS', short: 'Security', body };
}

function printHost(row: SecurityRow): Markup {
  const { target, scheme, sites, token, inQuery } = row;
  const host = nameHost(row);
  const tokens = TOKENS.filter(([where]) => token[where] > 0).map(([where, words]) => `${String(token[where])} ${words}`);
  const written = host === null ? html`<span class="note">not written</span>` : html`<span class="path">${host}</span>`;
  return html`<tr><th scope="row">${target}</th><td>${written}${scheme === 'http' ? html` <span class="severity warning">not encrypted</span>` : null}</td><td class="number">${sites}</td><td>${tokens.join(', ')}${printPlaces(inQuery)}</td></tr>
`;
}
