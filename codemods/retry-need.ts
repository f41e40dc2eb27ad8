import { isUnrepeated } from '../rules/prefer-retry.ts';
import { reasonAgainstRetry } from '../rules/is-safe-to-repeat.ts';
import { clientOf } from '../rules/client-of.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { Skip } from './codemod.ts';

/** What requests that one call or one instance sends need to be repeated. */
export interface RetryNeed {
  /** Those that nothing repeats though they may be: at least one. */
  readonly wanted: readonly AttributedRequest[];
  /** Upper case: the methods of which all that is sent may be repeated. */
  readonly methods: readonly string[];
  /** Whether something else is sent too that must not be repeated, or is not known. */
  readonly isMixed: boolean;
}

export const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * What is to be repeated of the requests that share a call or an instance: the need, and what is left for a reason.
 * `readsOnly`: why only reads may be repeated here; null where nothing but these requests is sent.
 */
export function retryNeed(group: readonly AttributedRequest[], readsOnly: string | null): { readonly need: RetryNeed | null; readonly skips: readonly Skip[] } {
  // a function whose callers give the path stands for what they send
  const known = group.filter(({ site }) => site.path !== null);
  const lacking = known.filter(lacksRetry);
  const refused = lacking.filter((request) => request.operation !== null && reasonFor(request) !== null);
  const wanted = lacking.filter((request) => reasonFor(request) === null && request.site.method !== null);
  const refusals = refused.length === 0 ? [] : [skip(refused, refusal(refused))];
  const [first] = wanted;
  if (first === undefined) return { need: null, skips: refusals };

  const repeated = known.find(({ site }) => site.handling.retry === true);
  if (repeated !== undefined) return { need: null, skips: [...refusals, skip(wanted, 'Something repeats a part of what is sent here already, and both together would multiply the tries. Let one place repeat all of it.')] };
  const unsafe = known.filter((request) => reasonFor(request) !== null);
  // HTTP calls a read safe of which nothing is known
  const read = unsafe.find(({ site, candidates }) => (site.method === null || READS.has(site.method)) && candidates.some(({ method }) => site.method === null || method === site.method));
  if (read !== undefined) return { need: null, skips: [...refusals.filter(({ requests }) => !requests.includes(read)), skip([...wanted, read], `${labelOf(read)} is sent in the same way. ${reasonFor(read) ?? ''} Send it by a call of its own first.`)] };

  const writes = [...new Set(wanted.flatMap(({ site }) => (site.method === null || READS.has(site.method) ? [] : [site.method])))];
  const allowed = writes.filter((method) => readsOnly === null && known.length === group.length && unsafe.every(({ site }) => site.method !== method));
  const isRepeated = ({ site }: AttributedRequest): boolean => site.method !== null && (READS.has(site.method) || allowed.includes(site.method));
  const methods = [...(wanted.some(({ site }) => READS.has(site.method ?? '')) ? READS : []), ...allowed];
  const left = wanted.filter((request) => !isRepeated(request));
  const skips = left.length === 0 ? refusals : [...refusals, skip(left, `${labelOf(left[0])} may be repeated, but ${readsOnly ?? 'what is sent in the same way must not be, or is not known'}. Send it by a call of its own first.`)];
  const mended = wanted.filter(isRepeated);
  return { need: mended.length === 0 ? null : { wanted: mended, methods, isMixed: group.some(({ site }) => !methods.includes(site.method ?? '')) }, skips };
}

/** Surely not repeated, or only by a client of its own accord that does not wait as it is asked to. */
function lacksRetry({ site }: AttributedRequest): boolean {
  const own = clientOf(site)?.repeats;
  return isUnrepeated(site) || (site.handling.retry === false && own?.byItself === true && !own.pauses);
}

/** Why a request is not to be repeated, all operations considered that it can be; null: it may. */
function reasonFor({ operation, candidates, site, description }: AttributedRequest): string | null {
  // of several that it can be, what servers take beside the document is left out of account
  const operations = operation === null ? candidates.filter(({ method, methodVariant }) => methodVariant === null && (site.method === null || method === site.method)) : [operation];
  if (operations.length === 0) return 'What it asks for is not known.';
  for (const one of operations) {
    const useless = one.noRetryStatuses.find((status) => description.retryPolicy.statuses.includes(Number(status)));
    const reason = reasonAgainstRetry(one) ?? (useless === undefined ? null : `The description says that a repeat after ${useless} does not help.`);
    if (reason !== null) return reason;
  }
  return null;
}

function refusal(requests: readonly AttributedRequest[]): string {
  const [first] = requests;
  const more = new Set(requests.map(labelOf)).size - 1;
  const others = more === 0 ? '' : ` (and ${String(more)} more)`;
  return `${labelOf(first)}${others} is not to be sent again by itself. ${first === undefined ? '' : reasonFor(first) ?? ''}`.trim();
}

function labelOf(request: AttributedRequest | undefined): string {
  return request?.operation?.label ?? 'A request whose operation is not known';
}

/** A skip at the first of the requests that it is about. */
export function skip(requests: readonly AttributedRequest[], reason: string): Skip {
  const [first] = requests;
  if (first === undefined) throw new Error('A skip is about requests.');
  return { kind: 'skip', requests, place: first.site.send, reason };
}
