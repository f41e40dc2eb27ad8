import type { AuditFinding, AuditReport, AuditRequest } from '../../audit/audit-report.ts';
import { summarise } from '../../audit/summarise.ts';

/** A request to a media server, with what a test does not care about filled in. */
export function requestOf(some: Partial<AuditRequest> = {}): AuditRequest {
  return {
    file: 'src/plex.ts', line: 3, column: 7, endLine: 3, endColumn: 17,
    client: 'fetch',
    via: [],
    method: 'GET',
    target: 'plex-media-server',
    path: '/identity',
    reason: null,
    query: { always: [], maybe: [], open: false },
    headers: { always: ['Accept'], maybe: [], open: false },
    accept: 'json',
    token: 'none',
    timeout: null,
    retry: false,
    status: 'checked',
    statuses: [404],
    paged: null,
    operation: 'GET /identity',
    standing: 'documented',
    fingerprint: '00112233445566aa',
    ...some,
  };
}

export function findingOf(some: Partial<AuditFinding> = {}): AuditFinding {
  return {
    file: 'src/plex.ts', line: 3, column: 7, endLine: 3, endColumn: 17,
    rule: 'plex-api/no-wrong-method', severity: 'error', message: '/identity accepts GET, not POST.', requests: [], basis: null, fingerprint: '0123456789abcdef',
    ...some,
  };
}

/** A report with its figures, of the parts that a test gives. */
export function reportOf(some: Partial<Omit<AuditReport, 'summary'>> = {}): AuditReport {
  const parts = {
    requests: [], findings: [], accepted: [], findingsMissing: null, coverage: [],
    implemented: [], missing: [], outOfScope: [], next: [], errorHandling: [], security: { hosts: [], unverified: [], findings: [] },
    skipped: [], leftOut: [],
    ...some,
  };
  return {
    formatVersion: 1,
    tool: { name: 'plex-lint', version: '1.2.3' },
    root: some.root ?? '.',
    summary: summarise(parts, { read: 4, foreign: 1 }),
    ...parts,
  };
}
