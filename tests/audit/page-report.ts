import { findingOf, reportOf, requestOf } from './report-of.ts';
import type { AuditReport, OperationCoverage, TagCoverage } from '../../audit/audit-report.ts';

/** The source that the report of a page is about. */
export const PAGE_SOURCE = Array.from({ length: 60 }, (_, i) => `  send('/path/${String(i + 1)}');`).join('\n');

/** A report that has a little of everything. */
export function pageReport(): AuditReport {
  return reportOf({
    root: 'app',
    requests: [
      requestOf({ file: 'src/identity.ts', line: 3, column: 9, endLine: 3, endColumn: 16, via: ['get (src/http.ts:4)'] }),
      requestOf({ file: 'src/library.ts', line: 12, column: 9, endLine: 12, endColumn: 17, path: '/library/sections', operation: 'GET /library/sections' }),
      requestOf({ file: 'src/library.ts', line: 40, column: 9, endLine: 40, endColumn: 17, path: '/library/sections', operation: 'GET /library/sections', status: 'ignored', timeout: true }),
      requestOf({ file: 'src/hubs.ts', line: 7, path: '/hubs', operation: 'GET /hubs', timeout: true, retry: true }),
      requestOf({ file: 'src/odd.ts', line: 1, path: '/nowhere', operation: null, standing: 'unknown' }),
      requestOf({ file: 'src/odd.ts', line: 2, path: null, target: null, operation: null, reason: 'The path comes from a response.', standing: 'unresolved' }),
      requestOf({ file: 'src/odd.ts', line: 9, path: '/search', target: null, operation: null, reason: 'Nothing tells the API.', standing: 'unresolved' }),
    ],
    findings: [
      findingOf({ file: 'src/library.ts', line: 40, endLine: 40, rule: 'plex-api/require-status-check', message: 'Check the status.' }),
      findingOf({ file: 'src/hubs.ts', line: 7, endLine: 7, rule: 'plex-api/prefer-headers', severity: 'warning', message: 'Send the product.' }),
      findingOf({ file: 'src/odd.ts', line: 1, endLine: 1, rule: 'plex-api/no-unknown-endpoint', message: 'There is no /nowhere.' }),
    ],
    accepted: [{ ...findingOf({ file: 'src/identity.ts', rule: 'plex-api/require-timeout', message: 'Set a timeout.' }), justification: 'The caller sets it.' }],
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
