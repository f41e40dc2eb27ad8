import { printText } from '../requests/print-text.ts';
import { attributeRequest } from '../spec/attribute-request.ts';
import { matchPath } from '../spec/match-path.ts';
import { standingOf } from '../spec/standing-of.ts';
import { acceptOf, isPaged, tokenOf } from './request-facts.ts';
import { pathPatternOf } from './path-pattern-of.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { Attribution } from '../spec/attribute-request.ts';
import type { Description, Operation } from '../spec/description.ts';
import type { PathMatch } from '../spec/match-path.ts';
import type { RequestStanding } from '../spec/standing-of.ts';
import type { PathPattern } from '../spec/path-pattern.ts';

/** A request beside the operation it calls: what rules and the audit judge by. */
export interface JudgedRequest {
  readonly site: RequestSite;
  /** The API the request is sent to; null when there is no evidence that it is one of the descriptions'. */
  readonly target: string | null;
  /** The evidence for the target, or why there is none, as a sentence. */
  readonly targetReason: string;
  /** The request surely goes to an API that none of the descriptions is about. */
  readonly foreign: boolean;
  readonly description: Description | null;
  /** The path as the description matches it; null when it cannot be known. */
  readonly pattern: PathPattern | null;
  /** The operation that is surely called; null when none or several can be. */
  readonly operation: Operation | null;
  /** Every operation, of any method, that the path can be. */
  readonly candidates: readonly Operation[];
  /** The operations, of any method, of the path that the request surely has. */
  readonly atPath: readonly Operation[];
  readonly standing: RequestStanding;
  /** The format asked for; `none`: nothing explicit; null: cannot be known. */
  readonly accept: ReturnType<typeof acceptOf>;
  /** Where the credential is sent; null: cannot be known. */
  readonly token: ReturnType<typeof tokenOf>;
  /** Whether a page is asked for; null: none is, and the operation is no list, or not certain. */
  readonly paged: boolean | null;
}

/** A request whose API is known. */
export type AttributedRequest = JudgedRequest & { readonly target: string; readonly description: Description };

/** Puts a request beside the descriptions: which API it targets, which operation it calls, and how that stands. */
export function judgeRequest(site: RequestSite, descriptions: readonly Description[]): JudgedRequest {
  const pattern = site.path === null ? null : pathPatternOf(site.path);
  const attribution = attribute(site, pattern, descriptions);
  const match = attribution !== null && pattern !== null ? matchPath(attribution.description, pattern, site.method) : NO_MATCH;
  const operation = match.certain;

  return {
    site,
    pattern,
    target: attribution?.target ?? null,
    targetReason: attribution?.reason ?? 'Nothing tells that the request goes to one of the described APIs.',
    foreign: attribution === null && isForeign(site),
    description: attribution?.description ?? null,
    operation,
    candidates: match.candidates,
    atPath: match.atPath,
    standing: attribution === null || pattern === null ? 'unresolved' : standingOf(match, site.method),
    accept: acceptOf(site),
    token: attribution === null ? null : tokenOf(site, attribution.description),
    paged: isPaged(site, attribution?.description.paging ?? null, operation ?? match.atPath.find(({ method }) => method === site.method) ?? null),
  };
}

/** Whether the API that a request is sent to is known. */
export function isAttributed(request: JudgedRequest): request is AttributedRequest {
  return request.target !== null && request.description !== null;
}

const NO_MATCH: PathMatch = { candidates: [], certain: null, atPath: [] };

function attribute(site: RequestSite, path: PathPattern | null, descriptions: readonly Description[]): Attribution | null {
  const { base, method, headers, query } = site;
  return attributeRequest(
    {
      declared: base.declared,
      host: hostEvidence(base),
      scheme: base.scheme,
      words: base.words,
      headerNames: headers.entries.map(({ name }) => name),
      queryNames: query.entries.map(({ name }) => name),
      path,
      method,
      relative: base.text.length === 0 && base.host === null && base.declared === null && base.isProxied !== true,
    },
    descriptions,
  );
}

/** The host with the port that is written behind it, which is evidence even for an unknown host: `*:32400`. */
function hostEvidence({ host, text }: RequestSite['base']): string | null {
  const port = /(?:^|[^/]):(\d{2,5})(?:\/|$)/.exec(printText(text))?.[1];
  return port === undefined || host?.includes(':') === true ? host : `${host ?? '*'}:${port}`;
}

/** A host that is written out, or the user's word, and yet no description's. */
function isForeign({ base }: RequestSite): boolean {
  return base.declared === false || (base.host !== null && !base.host.includes('*'));
}
