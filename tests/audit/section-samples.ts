import type { DocumentPlace, ErrorHandlingRow, ImplementedOperation, MissingOperation, NamedOperation, NameUse, RankedOperation, SecurityRow } from '../../audit/audit-sections.ts';

/** An operation of the media server by its label, with what a test does not care about filled in. */
function namedOf(operation: string, some: Partial<NamedOperation> = {}): NamedOperation {
  const [method = '', path = ''] = operation.split(' ');
  return { description: 'plex-media-server', operation, method, path, tag: 'General', summary: `What ${operation} does.`, standing: 'documented', ...some };
}

function placeOf({ description, method, path }: NamedOperation): DocumentPlace {
  return { description, pointer: `/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`, line: 12 };
}

export function nameUseOf(name: string, some: Partial<NameUse> = {}): NameUse {
  return { name, location: 'query', required: false, always: 0, maybe: 0, unknown: 0, ...some };
}

export function implementedOf(operation: string, { name = {}, ...some }: Partial<ImplementedOperation> & { readonly name?: Partial<NamedOperation> } = {}): ImplementedOperation {
  const named = namedOf(operation, name);
  return {
    ...named,
    at: placeOf(named),
    sites: [],
    parameters: [],
    openQuery: false,
    strayParameters: [],
    headers: [],
    strayHeaders: [],
    response: { described: 0, read: 0, unknown: 0, open: false, fields: [], types: [] },
    statuses: { documented: ['200'], toldApart: [], untold: [], open: false },
    findings: [],
    ...some,
  };
}

export function missingOf(operation: string, { name = {}, ...some }: Partial<MissingOperation> & { readonly name?: Partial<NamedOperation> } = {}): MissingOperation {
  const named = namedOf(operation, name);
  return { ...named, parameters: [], body: [], security: [], at: placeOf(named), ...some };
}

export function rankedOf(operation: string, some: Partial<RankedOperation> = {}): RankedOperation {
  return { ...namedOf(operation), rank: 1, score: 5, reasons: [{ signal: 'pair', points: 5, text: 'GET /library/sections is sent already.', sites: [{ file: 'src/library.ts', line: 12 }] }], ...some };
}

export function errorRowOf(operation: string, some: Partial<ErrorHandlingRow> = {}): ErrorHandlingRow {
  return {
    target: 'plex-media-server', operation, description: 'plex-media-server', sites: [{ file: 'src/plex.ts', line: 3 }],
    status: { thrown: 0, checked: 1, ignored: 0, swallowed: 0, unknown: 0 },
    timeout: { yes: 0, no: 0, unknown: 1 }, retry: { yes: 0, no: 1, unknown: 0 }, retrySafe: true, retryReason: null,
    untold: ['401'], toldApart: ['404'], statusesOpen: false, rateLimit: { documented: false, handled: false, retryAfter: null },
    ...some,
  };
}

export function securityRowOf(some: Partial<SecurityRow> = {}): SecurityRow {
  return { target: 'plex-media-server', host: null, scheme: null, sites: 1, token: { header: 1, query: 0, both: 0, none: 0, unknown: 0 }, inQuery: [], ...some };
}
