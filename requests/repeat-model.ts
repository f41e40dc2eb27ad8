/**
 * How a client, or a function of a package, repeats a request: the names of its options, and what it does without them.
 * Names are relative to the options themselves; a number in their place is the limit.
 */
export interface RepeatModel {
  /** Options that are the number of repeats; `limit` when none is given. `countsFirst`: they count the first try too. */
  readonly limits: readonly string[];
  readonly limit: number | 'endless';
  readonly countsFirst?: boolean;
  /** Options that, when true, repeat without an end. */
  readonly endless?: readonly string[];
  /** Options that say how long to wait; `pauses`: whether it waits when none is given. */
  readonly waits: readonly string[];
  readonly pauses: boolean;
  /** Options that list the statuses; `on` when none is given. `all`: whatever the caller takes for a failure. */
  readonly statuses?: readonly string[];
  readonly on: readonly number[] | 'all';
  /** Options that are functions which decide what is repeated. */
  readonly decides?: readonly string[];
  /** Options that list the methods; `only` when none is given, any method when absent. */
  readonly methods?: readonly string[];
  readonly only?: readonly string[];
  /** Waits as long as a Retry-After header says. */
  readonly heedsRetryAfter?: boolean;
  /** Options of the client, beside the one that says how often, which say how long to wait and which statuses are repeated. */
  readonly beside?: { readonly waits: readonly string[]; readonly statuses: readonly string[] };
  /** Repeats without being told to. */
  readonly byItself?: boolean;
}

const SAFE = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'];
const RETRY_PACKAGE = { limits: ['retries'], limit: 10, endless: ['forever'], waits: ['minTimeout'], pauses: true, on: 'all' } as const;

export const repeatsOfGot: RepeatModel = {
  limits: ['limit'], limit: 2, waits: ['calculateDelay'], pauses: true, statuses: ['statusCodes'], on: [408, 413, 429, 500, 502, 503, 504, 521, 522, 524], methods: ['methods'], only: SAFE, heedsRetryAfter: true, byItself: true,
};
export const repeatsOfKy: RepeatModel = {
  limits: ['limit'], limit: 2, waits: ['delay'], pauses: true, statuses: ['statusCodes'], on: [408, 413, 429, 500, 502, 503, 504], decides: ['shouldRetry'], methods: ['methods'], only: SAFE, heedsRetryAfter: true, byItself: true,
};
export const repeatsOfOfetch: RepeatModel = { limits: [], limit: 1, waits: [], pauses: false, on: [408, 409, 425, 429, 500, 502, 503, 504], beside: { waits: ['retryDelay'], statuses: ['retryStatusCodes'] }, byItself: true };
export const repeatsOfSuperagent: RepeatModel = { limits: [], limit: 1, waits: [], pauses: false, on: [408, 413, 429, 500, 502, 503, 504, 521, 522, 524] };

export const repeatsOfAxiosRetry: RepeatModel = {
  limits: ['retries'], limit: 3, waits: ['retryDelay'], pauses: false, on: [500, 502, 503, 504], decides: ['retryCondition'], only: SAFE, heedsRetryAfter: true,
};
export const repeatsOfRetryAxios: RepeatModel = {
  limits: ['retry'], limit: 3, waits: ['retryDelay'], pauses: true, on: [429, 500, 502, 503, 504], decides: ['shouldRetry'], methods: ['httpMethodsToRetry'], only: SAFE, heedsRetryAfter: true,
};
export const repeatsOfPRetry: RepeatModel = { ...RETRY_PACKAGE, decides: ['shouldRetry', 'onFailedAttempt'] };
export const repeatsOfAsyncRetry: RepeatModel = RETRY_PACKAGE;
export const repeatsOfTsRetry: RepeatModel = { limits: ['retries'], limit: 10, waits: ['delay'], pauses: true, on: 'all', decides: ['retryIf', 'until'] };
export const repeatsOfBackOff: RepeatModel = { limits: ['numOfAttempts'], limit: 9, countsFirst: true, waits: ['startingDelay'], pauses: true, on: 'all', decides: ['retry'] };
export const repeatsOfFetchRetry: RepeatModel = { limits: ['retries'], limit: 3, waits: ['retryDelay'], pauses: true, statuses: ['retryOn'], on: [], decides: ['retryOn'] };
export const repeatsOfCockatiel: RepeatModel = { limits: ['maxAttempts'], limit: 'endless', waits: ['backoff'], pauses: false, on: 'all' };
export const repeatsOfRxjs: RepeatModel = { limits: ['count'], limit: 'endless', waits: ['delay'], pauses: false, on: 'all' };
