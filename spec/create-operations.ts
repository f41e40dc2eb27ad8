import type { OpenAPIV3_1 } from 'openapi-types';
import type { Description, HeaderDemand, Operation, Parameter, SecurityRequirement } from './description.ts';
import { deriveDemands } from './derive-demands.ts';
import { isRecord, type JsonRecord } from './is-record.ts';
import { number, readErrata, readHeaderDemands, readPageLimit, readReplacement, text, texts } from './read-extensions.ts';
import { readParameter, readStanding } from './read-parameter.ts';
import { escapeKey, resolveRef } from './resolve-ref.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The operations of a document, in its order. */
export function createOperations(description: Description, document: JsonRecord): readonly Operation[] {
  const paths = isRecord(document.paths) ? document.paths : {};
  const demands = readHeaderDemands(document['x-plex-header-policy']);
  return Object.entries(paths).flatMap(([path, written]) => {
    const item = isRecord(written) && path.startsWith('/') ? resolveRef(document, written) : null;
    if (item === null) return [];
    const pointer = `/paths/${escapeKey(path)}`;
    const shared = readParameters(document, item, pointer);
    return METHODS.flatMap((method) => {
      const operation = item[method];
      return isRecord(operation) ? [createOperation({ description, document, path, method, written: operation, pointer: `${pointer}/${method}`, shared, demands })] : [];
    });
  });
}

interface Source {
  readonly description: Description;
  readonly document: JsonRecord;
  readonly path: string;
  readonly method: string;
  readonly written: JsonRecord;
  readonly pointer: string;
  /** The parameters of the path, for all its operations. */
  readonly shared: readonly Parameter[];
  /** The header policy of the document. */
  readonly demands: readonly HeaderDemand[];
}

function createOperation({ demands, description, document, method, path, pointer, shared, written }: Source): Operation {
  const name = method.toUpperCase();
  const responses = readResponses(document, written.responses);
  const security = readSecurity(written.security ?? document.security);
  const parameters = mergeParameters(readParameters(document, written, pointer), shared);
  const derived = deriveDemands(document, parameters, security, demands);
  const basis = written['x-plex-statuses-basis'];
  const pagination = written['x-plex-pagination'];
  return {
    description,
    method: name,
    path,
    label: `${name} ${path}`,
    id: text(written.operationId),
    tags: texts(written.tags),
    summary: text(written.summary),
    deprecated: written.deprecated === true,
    standing: readStanding(written['x-plex-standing']),
    parameters,
    security,
    secured: security.length > 0 && security.every((requirement) => Object.keys(requirement).length > 0),
    requestBody: isRecord(written.requestBody) ? (resolveRef(document, written.requestBody) as OpenAPIV3_1.RequestBodyObject | null) : null,
    responses,
    statuses: Object.keys(responses),
    statusesBasis: basis === 'evidenced' || basis === 'success-only' ? basis : null,
    pagination: pagination === 'required' || pagination === 'advised' ? pagination : null,
    pageLimit: readPageLimit(written['x-plex-page-limit']) ?? description.pageLimit,
    libraryWide: written['x-plex-library-wide'] === true,
    stream: written['x-plex-stream'] === true,
    idempotency: text(written['x-plex-idempotency']),
    retry: text(written['x-plex-retry']),
    noRetryStatuses: texts(written['x-plex-no-retry-statuses']),
    openQuery: readOpenQuery(written['x-plex-open-query']),
    legacy: written['x-plex-legacy'] === true,
    documentedEqual: text(written['x-plex-documented-equal']),
    responseOf: text(written['x-plex-response-of']) ?? text(written['x-plex-documented-equal']),
    replacedBy: readReplacement(written['x-plex-replaced-by']),
    retired: readRetired(written['x-plex-retired']),
    methodVariant: readMethodVariant(written['x-plex-method-variant']),
    errata: readErrata(written['x-plex-errata']),
    headerDemands: mergeDemands(mergeDemands(readHeaderDemands(written['x-plex-header-policy']), derived), demands),
    usage: readUsage(written['x-plex-client-usage']),
    note: text(written['x-plex-note']),
    pointer,
  };
}

function readParameters(document: JsonRecord, holder: JsonRecord, pointer: string): readonly Parameter[] {
  const written = Array.isArray(holder.parameters) ? (holder.parameters as unknown[]) : [];
  return written
    .map((parameter, index) => readParameter(document, parameter, `${pointer}/parameters/${index}`))
    .filter((parameter) => parameter !== null);
}

/** An operation's own parameter hides the path's of the same name and place. */
function mergeParameters(own: readonly Parameter[], shared: readonly Parameter[]): readonly Parameter[] {
  const hidden = (parameter: Parameter): boolean => own.some(({ location, name }) => name === parameter.name && location === parameter.location);
  return [...own, ...shared.filter((parameter) => !hidden(parameter))];
}

/** What is nearer to an operation hides what is demanded for the same header elsewhere. */
function mergeDemands(own: readonly HeaderDemand[], shared: readonly HeaderDemand[]): readonly HeaderDemand[] {
  if (own.length === 0) return shared;
  return [...own, ...shared.filter(({ anyOf }) => !own.some((demand) => demand.anyOf.some((name) => anyOf.includes(name))))];
}

function readResponses(document: JsonRecord, written: unknown): Record<string, OpenAPIV3_1.ResponseObject> {
  const responses: Record<string, OpenAPIV3_1.ResponseObject> = {};
  for (const [status, response] of Object.entries(isRecord(written) ? written : {})) {
    const resolved = isRecord(response) && !status.startsWith('x-') ? (resolveRef(document, response) as OpenAPIV3_1.ResponseObject | null) : null;
    if (resolved !== null) responses[status] = resolved;
  }
  return responses;
}

function readSecurity(written: unknown): readonly SecurityRequirement[] {
  if (!Array.isArray(written)) return [];
  return written.filter(isRecord).map((requirement) => Object.fromEntries(Object.entries(requirement).map(([name, scopes]) => [name, texts(scopes)])));
}

function readOpenQuery(written: unknown): Operation['openQuery'] {
  if (!isRecord(written)) return written === true ? { kind: 'any', reason: '' } : null;
  return { kind: text(written.kind) ?? 'any', reason: text(written.reason) ?? '' };
}

function readRetired(written: unknown): Operation['retired'] {
  return isRecord(written) ? { status: number(written.status), since: text(written.since) } : null;
}

function readMethodVariant(written: unknown): Operation['methodVariant'] {
  const of = isRecord(written) ? text(written.of) : null;
  return isRecord(written) && of !== null ? { of, reason: text(written.reason) ?? '', slip: written.slip === true } : null;
}

function readUsage(written: unknown): Operation['usage'] {
  return isRecord(written) ? { clients: number(written.clients) ?? 0, sites: number(written.sites) ?? 0 } : null;
}
