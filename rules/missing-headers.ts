import { addProperty } from './add-property.ts';
import { clientOf } from './client-of.ts';
import { listWords } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { mergeByCause } from './merge-by-cause.ts';
import { findEntry, formatOf, isHeaderSent, isSentAnywhere } from './request-facts.ts';
import type { TSESLint } from '@typescript-eslint/utils';
import type { RequestSite } from '../requests/request-site.ts';
import type { HeaderDemand, Operation } from '../spec/description.ts';
import type { RuleContext } from './define-rule.ts';
import type { AttributedRequest } from './judge-request.ts';
import type { CausedFinding } from './merge-by-cause.ts';

/** Options of the rules about missing headers. */
export interface HeaderOptions {
  /** Headers to demand of every request, beside what the description demands. */
  readonly also?: readonly string[];
  /** Headers that are never demanded. */
  readonly except?: readonly string[];
}

/** The JSON Schema of `HeaderOptions`. */
export const HEADER_OPTIONS_SCHEMA = {
  type: 'object',
  properties: {
    also: {
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
      description: 'Headers to demand of every request, beside what the description demands.',
    },
    except: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Headers that are never demanded.' },
  },
  additionalProperties: false,
} as const;

/** A header that requests surely do not send, and why they should. */
export interface MissingHeader extends CausedFinding {
  readonly header: string;
  readonly reason: string;
  /** The edit that adds it; null when its value is the app's, or the headers are not written in the linted file. */
  readonly fix: TSESLint.ReportFixFunction | null;
}

/** The headers that requests surely do not send, of the demands that `isAsked` picks. */
export function findMissingHeaders(
  context: RuleContext<string, readonly unknown[]>,
  requests: readonly AttributedRequest[],
  { also = [], except = [] }: HeaderOptions,
  isAsked: (demand: HeaderDemand) => boolean,
): readonly MissingHeader[] {
  const missing = new Map<string, { readonly demand: HeaderDemand; readonly requests: AttributedRequest[] }>();
  for (const request of requests) {
    for (const demand of demandsOf(request, also).filter((asked) => isAsked(asked) && !isExcepted(asked, except))) {
      if (!isDue(request, demand) || !isSurelyMissing(request, demand)) continue;
      const key = `${demand.anyOf.join()} ${demand.value ?? ''} ${demand.reason}`;
      const group = missing.get(key);
      if (group === undefined) missing.set(key, { demand, requests: [request] });
      else group.requests.push(request);
    }
  }
  return [...missing.values()].flatMap((group) =>
    mergeByCause(context, group.requests, requests).map((finding) => ({
      ...finding,
      header: describeDemand(group.demand),
      reason: group.demand.reason,
      fix: finding.through === '' ? addHeader(context, finding.request, group.demand) : null,
    })),
  );
}

/** The demands on a request, one for each set of headers: the operation's own come before the description's. */
function demandsOf({ operation }: AttributedRequest, also: readonly string[]): readonly HeaderDemand[] {
  const demands = operation === null ? [] : operation.headerDemands;
  const first = demands.filter(
    (demand, i) => demands.findIndex((other) => other.anyOf.join() === demand.anyOf.join() && other.value === demand.value) === i,
  );
  return [...first, ...also.map(demandByOption)];
}

function demandByOption(header: string): HeaderDemand {
  const reason = 'The options of the rule demand it.';
  return { anyOf: [header], value: null, when: 'always', recommended: 'error', strict: 'error', reason, defaultCounts: true };
}

function isExcepted({ anyOf }: HeaderDemand, except: readonly string[]): boolean {
  return anyOf.some((name) => except.some((excepted) => excepted.toLowerCase() === name.toLowerCase()));
}

/** Whether the demand's condition surely holds. Lists read without paging are no matter of headers alone. */
function isDue({ site, operation }: AttributedRequest, { when }: HeaderDemand): boolean {
  if (when === 'always') return true;
  if (when === 'secured') return operation !== null && needsCredential(operation);
  if (when === 'json-body') return site.response.format === 'json' && canAnswer(operation, 'json');
  if (when === 'xml-body') return site.response.format === 'xml' && canAnswer(operation, 'xml');
  if (when === 'paginated') return false;
  return findEntry(site.query, when.slice('query:'.length))?.presence === 'always';
}

/** Whether an operation may answer in a format: it says so of its success, or says nothing of formats. */
function canAnswer(operation: Operation | null, format: 'json' | 'xml'): boolean {
  const successes = Object.entries(operation?.responses ?? {}).filter(([status]) => status.startsWith('2'));
  const types = successes.flatMap(([, { content }]) => Object.keys(content ?? {}));
  return types.length === 0 || types.some((type) => formatOf(type) === format);
}

/** An empty alternative among the security requirements means that none is needed. */
function needsCredential({ security }: Operation): boolean {
  return security.length > 0 && security.every((alternative) => Object.keys(alternative).length > 0);
}

function isSurelyMissing({ site }: AttributedRequest, { anyOf, value, defaultCounts }: HeaderDemand): boolean {
  if (value === null) return anyOf.every((name) => isSentAnywhere(site, name) === 'never');
  // A demanded value is one of Accept, which many clients send by themselves.
  return anyOf.every((name) => isHeaderSent(site, name) === 'never') && !isSentByClient(site, value, defaultCounts);
}

/** Whether the client asks for a format by itself. One that prefers JSON whatever is asked of it takes anything else too. */
function isSentByClient(site: RequestSite, accept: string, preferenceCounts: boolean): boolean {
  const { clientAccept } = site;
  if (clientAccept === null || clientAccept === 'other' || formatOf(accept) !== clientAccept) return false;
  return preferenceCounts || clientOf(site)?.accepts?.always !== clientAccept;
}

function describeDemand({ anyOf, value }: HeaderDemand): string {
  return value === null ? listWords(anyOf) : `${listWords(anyOf)}: ${value}`;
}

/** A header whose value the description gives can be added to the object that the request's headers are written in. */
function addHeader(
  context: RuleContext<string, readonly unknown[]>,
  { site }: AttributedRequest,
  { anyOf, value }: HeaderDemand,
): TSESLint.ReportFixFunction | null {
  const [name] = anyOf;
  const edit = value === null || name === undefined ? null : addProperty(context, site.headers, name, `'${value}'`);
  return edit === null ? null : fixWith([edit]);
}
