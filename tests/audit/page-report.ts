import { findingOf, reportOf, requestOf } from './report-of.ts';
import { errorRowOf, implementedOf, missingOf, nameUseOf, rankedOf, securityRowOf } from './section-samples.ts';
import type { AuditReport, OperationCoverage, TagCoverage } from '../../audit/audit-report.ts';

/** The source that the report of a page is about. */
export const PAGE_SOURCE = Array.from({ length: 60 }, (_, i) => `  send('/path/${String(i + 1)}');`).join('\n');

const REQUESTS = [
  requestOf({ file: 'src/identity.ts', line: 3, column: 9, endLine: 3, endColumn: 16, via: ['get (src/http.ts:4)'], fingerprint: 'r0' }),
  requestOf({ file: 'src/library.ts', line: 12, column: 9, endLine: 12, endColumn: 17, path: '/library/sections', operation: 'GET /library/sections', fingerprint: 'r1' }),
  requestOf({ file: 'src/library.ts', line: 40, column: 9, endLine: 40, endColumn: 17, path: '/library/sections', operation: 'GET /library/sections', status: 'ignored', timeout: true, fingerprint: 'r2' }),
  requestOf({ file: 'src/hubs.ts', line: 7, path: '/hubs', operation: 'GET /hubs', timeout: true, retry: true, fingerprint: 'r3' }),
  requestOf({ file: 'src/odd.ts', line: 1, path: '/nowhere', operation: null, standing: 'unknown', fingerprint: 'r4' }),
  requestOf({ file: 'src/odd.ts', line: 2, path: null, target: null, operation: null, reason: 'The path comes from a response.', standing: 'unresolved', fingerprint: 'r5' }),
  requestOf({ file: 'src/odd.ts', line: 9, path: '/search', target: null, operation: null, reason: 'Nothing tells the API.', standing: 'unresolved', fingerprint: 'r6' }),
];
const siteOf = (number: number) => {
  const { file, line, client, via, fingerprint } = REQUESTS[number] ?? requestOf();
  return { file, line, client, via, fingerprint };
};

/** A report that has a little of everything. */
export function pageReport(): AuditReport {
  const report = partsReport();
  return {
    ...report,
    trend: {
      before: { ...report.summary, findings: { error: 5, warning: 0, accepted: 1 } },
      findings: { new: ['f1'], fixed: [findingOf({ file: 'src/gone.ts', message: 'It was wrong.', fingerprint: 'f9' })] },
      operations: { implemented: [{ description: 'plex-media-server', operation: 'GET /hubs' }], gone: [{ description: 'plex-media-server', operation: 'GET /servers' }] },
    },
  };
}

function partsReport(): AuditReport {
  return reportOf({
    root: 'app',
    requests: REQUESTS,
    findings: [
      findingOf({ file: 'src/library.ts', line: 40, endLine: 40, rule: 'plex-api/require-status-check', message: 'Check the status.', fingerprint: 'f0', requests: ['r2'] }),
      findingOf({
        file: 'src/hubs.ts', line: 7, endLine: 7, rule: 'plex-api/prefer-headers', severity: 'warning', message: 'Send the product.', fingerprint: 'f1', requests: ['r3'],
        basis: { description: 'plex-media-server', pointer: '/paths/~1hubs/get', line: 70 },
      }),
      findingOf({ file: 'src/odd.ts', line: 1, endLine: 1, rule: 'plex-api/no-unknown-endpoint', message: 'There is no /nowhere.', fingerprint: 'f2', requests: ['r4'] }),
    ],
    accepted: [{ ...findingOf({ file: 'src/identity.ts', rule: 'plex-api/require-timeout', message: 'Set a timeout.', fingerprint: 'f3', requests: ['r0'] }), justification: 'The caller sets it.', byConfig: { owner: 'media', until: '2027-01-31' } }],
    implemented: [
      implementedOf('GET /identity', { sites: [siteOf(0)], findings: ['f3'] }),
      implementedOf('GET /library/sections', {
        name: { tag: 'Library' },
        sites: [siteOf(1), siteOf(2)],
        findings: ['f0'],
        parameters: [nameUseOf('includePreferences', { always: 1 }), nameUseOf('sort')],
        headers: [nameUseOf('Accept', { location: 'header', required: true, always: 2 })],
        strayParameters: [{ name: 'sotr', sites: [{ file: 'src/library.ts', line: 12 }] }],
        response: { described: 9, read: 2, unknown: 1, open: false, fields: [{ field: 'MediaContainer.Directory[].title', described: true, sites: [] }, { field: 'MediaContainer.titel', described: false, sites: [] }], types: [{ file: 'src/types.ts', line: 4, field: '', fields: 3, described: 2 }] },
        statuses: { documented: ['200', '401', '404'], toldApart: ['404'], untold: ['401'], open: false },
      }),
      implementedOf('GET /hubs', { name: { tag: 'Hubs' }, sites: [siteOf(3)], findings: ['f1'] }),
    ],
    missing: [
      { description: 'plex-media-server', tag: 'General', operations: [missingOf('GET /servers', { name: { standing: 'undocumented' } })] },
      { description: 'plex-media-server', tag: 'Library', operations: [missingOf('POST /library/sections', { name: { tag: 'Library' }, parameters: [{ name: 'name', location: 'query', required: true }], body: ['application/json'], security: ['token (admin)'] }), missingOf('DELETE /library/sections/{sectionId}', { name: { tag: 'Library' } })] },
    ],
    outOfScope: [{ by: 'tag Butler', operations: 5 }],
    next: [rankedOf('POST /library/sections'), rankedOf('DELETE /library/sections/{sectionId}', { rank: 2, score: 3, reasons: [{ signal: 'sibling', points: 3, text: 'It is of the resource /library/sections/{sectionId}/collections/{collectionId}/items/{itemId}/move.', sites: [] }] })],
    errorHandling: [
      errorRowOf('GET /identity'),
      errorRowOf('GET /library/sections', { sites: [siteOf(1), siteOf(2)], status: { thrown: 0, checked: 1, ignored: 0, swallowed: 1, unknown: 0 }, timeout: { yes: 1, no: 0, unknown: 1 }, retry: { yes: 0, no: 2, unknown: 0 } }),
      errorRowOf('GET /hubs', { timeout: { yes: 1, no: 0, unknown: 0 }, retry: { yes: 1, no: 0, unknown: 0 }, retrySafe: false, retryReason: 'It starts a scan.', rateLimit: { documented: true, handled: true, retryAfter: false } }),
    ],
    security: {
      hosts: [securityRowOf({ sites: 3 }), securityRowOf({ target: 'plex.tv', host: 'plex.tv', scheme: 'http', token: { header: 0, query: 1, both: 0, none: 0, unknown: 0 }, inQuery: [{ file: 'src/odd.ts', line: 1 }] })],
      unverified: [{ file: 'src/http.ts', line: 4, sites: 2 }],
      findings: ['f2'],
    },
    skipped: [{ file: 'src/broken.ts', line: 2, column: 5, message: 'Unexpected token.' }],
    leftOut: [{ reason: 'test', count: 3 }],
    coverage: [
      {
        description: 'plex-media-server', title: 'Plex Media Server', implemented: 3, total: 5, undocumented: { implemented: 0, total: 1 },
        tags: [
          tagOf('General', [operationOf('GET /identity', 1), operationOf('GET /servers', 0, 'undocumented')]),
          tagOf('Library', [operationOf('GET /library/sections', 2), operationOf('POST /library/sections', 0), operationOf('DELETE /library/sections/{sectionId}', 0)]),
          tagOf('Hubs', [operationOf('GET /hubs', 1)]),
        ],
      },
      {
        description: 'plex-sonos', title: 'Sonos', implemented: 0, total: 1, undocumented: { implemented: 0, total: 0 },
        tags: [tagOf('Player', [operationOf('GET /player', 0)])],
      },
    ],
  });
}

function operationOf(operation: string, sites: number, standing: OperationCoverage['standing'] = 'documented'): OperationCoverage {
  return { operation, summary: `What ${operation} does.`, standing, sites };
}

function tagOf(tag: string, operations: readonly OperationCoverage[]): TagCoverage {
  const count = (standing: string) => {
    const own = operations.filter((operation) => operation.standing === standing);
    return { implemented: own.filter(({ sites }) => sites > 0).length, total: own.length };
  };
  return { tag, ...count('documented'), undocumented: count('undocumented'), operations };
}
