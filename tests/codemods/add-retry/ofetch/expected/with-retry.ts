import { type FetchContext } from 'ofetch';

/** Options for ofetch: repeats what fails for a moment, and waits as long as Retry-After says, else longer each time. */
export const retryOptions = {
  retry: 2,
  retryStatusCodes: [408, 429, 500, 502, 503, 504],
  retryDelay({ options, response }: FetchContext): number {
    // each try has its own limit of time
    if (options.timeout !== undefined) delete options.signal;
    if (response !== undefined && response.status === 500) options.retryStatusCodes = [];
    const retryAfter = response?.headers.get('retry-after') ?? '';
    const wait = Number(retryAfter) * 1000 || Date.parse(retryAfter) - Date.now() || 0;
    const count = 2 - Number(options.retry);
    return Math.max(wait, 1000 * 2 ** count * (1 + Math.random() / 5));
  }
};
