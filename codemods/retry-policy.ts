import { countOf } from '../rules/count-of.ts';
import type { RetryPolicy } from '../spec/description.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';

/** The policy that suits requests of several APIs: of each demand the one that repeats less. `minPause`, in milliseconds, is the user's word. */
export function retryPolicyOf(requests: readonly AttributedRequest[], minPause?: number): RetryPolicy {
  const policies = [...new Set(requests.map(({ description }) => description.retryPolicy))];
  const merged = policies.reduce((one, other): RetryPolicy => ({
    attempts: Math.min(one.attempts, other.attempts),
    statuses: one.statuses.filter((status) => other.statuses.includes(status)),
    onceForReads: one.onceForReads.filter((status) => other.onceForReads.includes(status)),
    minPause: Math.max(one.minPause, other.minPause),
    maxPause: Math.min(one.maxPause, other.maxPause),
    maxWait: Math.min(one.maxWait, other.maxWait),
  }));
  return minPause === undefined ? merged : { ...merged, minPause };
}

/** A number as code: `30_000`. */
export function printNumber(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, value >= 10_000 ? '_' : '');
}

/** The version whose options are written. */
export const AXIOS_RETRY = '^4.5.0';

/** What is done, in words. */
export function whatOf({ attempts }: RetryPolicy): string {
  return `Tries up to ${countOf(attempts, 'time')} while it fails for a moment.`;
}
