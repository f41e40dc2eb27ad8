import type { OpenAPIV3_1 } from 'openapi-types';
import type { Description, Operation } from './description.ts';
import { createOperations } from './create-operations.ts';
import { readParameter } from './read-parameter.ts';
import { readAttributionHints, readHeaderFacts, readPageLimit, readPaging, readRetryPolicy } from './read-extensions.ts';
import { isRecord } from './is-record.ts';
import { readServers } from './read-servers.ts';

interface Source {
  readonly name: string;
  readonly file: string;
  /** A checked OpenAPI document. */
  readonly document: unknown;
}

/** A description over a checked document. Its operations are made when they are first asked for. */
export function createDescription({ document, file, name }: Source): Description {
  const root = isRecord(document) ? document : {};
  const info = isRecord(root.info) ? root.info : {};
  const { basePaths, hosts } = readServers(root.servers);
  let operations: readonly Operation[] | null = null;
  const description: Description = {
    name,
    file,
    title: typeof info.title === 'string' ? info.title : name,
    // checkDocument has looked at what is relied on here; schemas are handed on as they are
    document: document as OpenAPIV3_1.Document,
    get operations() {
      return (operations ??= createOperations(description, root));
    },
    hosts,
    basePaths,
    attribution: readAttributionHints(file, root['x-plex-attribution']),
    commonQuery: listOf(root['x-plex-common-query']).map((entry, index) => readParameter(root, entry, `/x-plex-common-query/${index}`)).filter((entry) => entry !== null),
    openNames: listOf(root['x-plex-open-names']).filter((entry) => typeof entry === 'string').map((pattern) => new RegExp(pattern, 'i')),
    xmlNames: new Map(Object.entries(isRecord(root['x-plex-xml-names']) ? root['x-plex-xml-names'] : {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    mediaQuery: typeof root['x-plex-media-query'] === 'string' ? new RegExp(root['x-plex-media-query']) : null,
    headers: readHeaderFacts(root['x-plex-headers']),
    pageLimit: readPageLimit(root['x-plex-page-limit']),
    paging: readPaging(file, root['x-plex-paging']),
    commonStatuses: textsOf(root['x-plex-common-statuses']),
    retryPolicy: readRetryPolicy(root['x-plex-retry-policy']),
  };
  return description;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : {};
}
