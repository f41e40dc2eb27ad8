import { createHash } from 'node:crypto';
import { printText } from '../requests/print-text.ts';
import { readCause } from './read-cause.ts';
import type { Place } from '../requests/request-site.ts';
import type { JudgedRequest } from '../rules/judge-request.ts';
import type { Coded } from './audit-facts.ts';
import type { AuditRequest } from './audit-report.ts';
import type { LintFinding } from './lint-outcome.ts';
import type { PlaceLocator, Position } from './locate-places.ts';

/** The fingerprint of each thing, by what it is: things that are alike are told apart by their order. */
export function fingerprintAll<Thing>(things: readonly Thing[], identify: (thing: Thing) => string): (thing: Thing) => string {
  const seen = new Map<string, number>();
  const fingerprints = new Map<Thing, string>();
  for (const thing of things) {
    const identity = identify(thing);
    const before = seen.get(identity) ?? 0;
    seen.set(identity, before + 1);
    fingerprints.set(thing, createHash('sha256').update(`${identity} ${String(before)}`).digest('hex').slice(0, 16));
  }
  return (thing) => fingerprints.get(thing) ?? '';
}

/** What a request is: what it asks for, from which files, through which functions. */
export function identifyRequest({ file, callFile = file, client, via, method, path }: Omit<AuditRequest, 'fingerprint'>): string {
  const through = via.map((wrapper) => wrapper.replace(/:\d+\)$/, ')'));
  return JSON.stringify(['request', file, callFile, client, through, method, path]);
}

/** What a finding is: its rule, its file, the request it is about and the code it is at. */
export interface FindingIdentifier {
  readonly ofFinding: (finding: Coded<LintFinding>) => string;
  /** The same for one whose cause is elsewhere: it is that cause's, whichever file it is reported in. */
  readonly ofCause: (finding: Coded<LintFinding>) => string;
}

/** Makes what tells what findings are, beside the requests of the report. */
export function identifyFindings(requests: readonly JudgedRequest[], locator: PlaceLocator): FindingIdentifier {
  const byFile = new Map<string, Ranged[]>();
  for (const { site } of requests) {
    if (site.path === null) continue;
    const label = `${site.method ?? '?'} ${printText(site.path)}`;
    for (const place of [site.place, site.call]) {
      const ranged = { label, size: place.end - place.start, ...rangeOf(place, locator) };
      const listed = byFile.get(place.file);
      if (listed === undefined) byFile.set(place.file, [ranged]);
      else listed.push(ranged);
    }
  }
  const ofFinding: FindingIdentifier['ofFinding'] = (finding) => JSON.stringify(['finding', finding.rule, finding.file, labelOf(finding, byFile.get(finding.file) ?? []), finding.code]);
  return {
    ofFinding,
    ofCause(finding) {
      const { origin, said } = readCause(finding);
      return origin === null ? ofFinding(finding) : JSON.stringify(['cause', finding.rule, origin, said]);
    },
  };
}

interface Ranged {
  readonly label: string;
  readonly size: number;
  readonly start: Position;
  readonly end: Position;
}

function rangeOf(place: Place, locator: PlaceLocator): Pick<Ranged, 'start' | 'end'> {
  return { start: locator.positionOf(place.file, place.start), end: locator.positionOf(place.file, place.end) };
}

/** The requests that a finding is in, or has in it: those of the smallest range. */
function labelOf({ line, column, endLine, endColumn }: LintFinding, ranges: readonly Ranged[]): string {
  const [start, end] = [{ line, column }, { line: endLine, column: endColumn }];
  const around = ranges.filter((range) => (!isBefore(start, range.start) && !isBefore(range.end, end)) || (!isBefore(range.start, start) && !isBefore(end, range.end)));
  const smallest = Math.min(...around.map(({ size }) => size));
  return [...new Set(around.filter(({ size }) => size === smallest).map(({ label }) => label))].sort().join(', ');
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
