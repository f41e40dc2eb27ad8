import { createHash } from 'node:crypto';
import { printText } from '../requests/print-text.ts';
import { createThingFinder } from './find-requests-of.ts';
import { readCause } from './read-cause.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { Coded } from './audit-facts.ts';
import type { AuditRequest } from './audit-report.ts';
import type { LintFinding } from './lint-outcome.ts';
import type { PlaceLocator } from './locate-places.ts';

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
export function identifyFindings(sites: readonly RequestSite[], locator: PlaceLocator): FindingIdentifier {
  // not what requests share: who else sends through a function must not change what a finding in it is
  const requestsAt = createThingFinder(sites.filter(({ path }) => path !== null), ({ place, call }) => [place, call], locator);
  const labelOf = (finding: LintFinding): string => [...new Set(requestsAt(finding).map(({ method, path }) => `${method ?? '?'} ${printText(path ?? [])}`))].sort().join(', ');
  const ofFinding: FindingIdentifier['ofFinding'] = (finding) => JSON.stringify(['finding', finding.rule, finding.file, labelOf(finding), finding.code]);
  return {
    ofFinding,
    ofCause(finding) {
      const { origin, said } = readCause(finding);
      return origin === null ? ofFinding(finding) : JSON.stringify(['cause', finding.rule, origin, said]);
    },
  };
}
