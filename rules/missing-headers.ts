import { addAtCall, addToHeaders, headersGiven } from './add-headers.ts';
import { printProperty } from './add-property.ts';
import { clientOf } from './client-of.ts';
import { listWords } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { editable } from './editable.ts';
import { isSamePlace } from './is-reported-there.ts';
import { sendsMisspelt } from './meant-header.ts';
import { mergeByCause } from './merge-by-cause.ts';
import { findEntry, formatOf, formatsOf, isHeaderSent, isSentAnywhere } from './request-facts.ts';
import type { TSESLint } from '@typescript-eslint/utils';
import type { RequestSite } from '../requests/request-site.ts';
import type { HeaderDemand } from '../spec/description.ts';
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

/** The JSON Schema of the option `also`. */
export const ALSO_SCHEMA = {
  type: 'array',
  items: { type: 'string' },
  uniqueItems: true,
  description: 'Headers to demand of every request, beside what the description demands.',
} as const;

/** The JSON Schema of the option `except`. */
export const EXCEPT_SCHEMA = {
  type: 'array',
  items: { type: 'string' },
  uniqueItems: true,
  description: 'Headers that are never demanded.',
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
    for (const demand of findMissingDemands(request, isAsked, { also, except })) {
      const key = `${demand.anyOf.join()} ${demand.value ?? ''} ${demand.reason}`;
      const group = missing.get(key);
      if (group === undefined) missing.set(key, { demand, requests: [request] });
      else group.requests.push(request);
    }
  }
  return [...missing.values()].flatMap((group) =>
    mergeByCause(context, group.requests, requests.filter((request) => isConcerned(request, group.demand, group.requests))).map((finding) => ({
      ...finding,
      header: describeDemand(group.demand),
      reason: group.demand.reason,
      fix: finding.through === '' ? addHeader(context, finding.request, group.demand, requests) : null,
    })),
  );
}

/**
 * Whether a header that some requests through a function do not send is a matter for another one that goes through it. A
 * name of the app does no harm where nobody asks for it; a format does, and what one request's own query asks for is no
 * matter of the function.
 */
function isConcerned(request: AttributedRequest, { anyOf, value, when }: HeaderDemand, missing: readonly AttributedRequest[]): boolean {
  return value !== null || (when !== 'always' && when !== 'secured') || missing.includes(request) || anyOf.some((name) => isSentAnywhere(request.site, name) !== 'never');
}

/** The demands on one request, of those that `isAsked` picks, that it surely does not meet; one for each header. */
export function findMissingDemands(
  request: AttributedRequest,
  isAsked: (demand: HeaderDemand) => boolean,
  { also = [], except = [] }: HeaderOptions = {},
): readonly HeaderDemand[] {
  const asked = demandsOf(request, also).filter((demand) => isAsked(demand) && !isExcepted(demand, except));
  return oneForEachHeader(asked.filter((demand) => isDue(request, demand) && isSurelyMissing(request, demand)));
}

/** Whether an operation fails or answers otherwise without it: what `require-headers` is about. */
export function isRequired({ recommended }: HeaderDemand): boolean {
  return recommended === 'error';
}

/** Whether good clients meet it, or, with `all`, there is a reason for it: what `prefer-headers` is about. */
export function isPreferred({ strict, all }: HeaderDemand, report: 'usual' | 'all' = 'usual'): boolean {
  return strict === 'warn' || (report === 'all' && strict === 'off' && all !== 'off');
}

/** The demands on a request: the operation's own come before the description's. */
function demandsOf({ operation }: AttributedRequest, also: readonly string[]): readonly HeaderDemand[] {
  return [...(operation === null ? [] : operation.headerDemands), ...also.map(demandByOption)];
}

/** The first demand for each set of headers. */
function oneForEachHeader(demands: readonly HeaderDemand[]): readonly HeaderDemand[] {
  return demands.filter((demand, i) => demands.findIndex((other) => other.anyOf.join() === demand.anyOf.join() && other.value === demand.value) === i);
}

function demandByOption(header: string): HeaderDemand {
  const reason = 'The options of the rule demand it.';
  return { anyOf: [header], value: null, when: 'always', recommended: 'error', strict: 'error', all: 'error', reason, defaultCounts: true };
}

function isExcepted({ anyOf }: HeaderDemand, except: readonly string[]): boolean {
  return anyOf.some((name) => except.some((excepted) => excepted.toLowerCase() === name.toLowerCase()));
}

/** Whether the demand's condition surely holds. Lists read without paging are no matter of headers alone. */
function isDue({ site, operation }: AttributedRequest, { when }: HeaderDemand): boolean {
  if (when === 'always') return true;
  if (when === 'secured') return operation?.secured === true;
  const formats = formatsOf(operation);
  if (when === 'json-body') return site.response.format === 'json' && (formats.length === 0 || formats.includes('json'));
  // what is parsed as XML is XML, whatever the description says; where there is nothing else, it need not be asked for
  if (when === 'xml-body') return site.response.format === 'xml' && (formats.length === 0 || formats.some((format) => format !== 'xml'));
  return findEntry(site.query, when.slice('query:'.length))?.presence === 'always';
}

function isSurelyMissing(request: AttributedRequest, { anyOf, value, defaultCounts }: HeaderDemand): boolean {
  const { site } = request;
  // One that is misspelt is sent: its name is what has to be corrected.
  if (value === null) return anyOf.every((name) => isSentAnywhere(site, name) === 'never' && !sendsMisspelt(request, name));
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

/** A header whose value the description gives can be added where the request's headers are written, or to the call that sends it. */
function addHeader(
  context: RuleContext<string, readonly unknown[]>,
  { site }: AttributedRequest,
  { anyOf, value }: HeaderDemand,
  all: readonly AttributedRequest[],
): TSESLint.ReportFixFunction | null {
  const [name] = anyOf;
  if (value === null || name === undefined) return null;
  const properties = [printProperty(name, `'${value}'`)];
  const target = editable(context);
  const edit = addToHeaders(target, site.headers, properties)
    ?? addAtCall(target, site, properties, headersGiven(all.filter((other) => isSamePlace(other.site.send, site.send)).map((other) => other.site)));
  return edit === null ? null : fixWith([edit]);
}
