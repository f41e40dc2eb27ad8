import { countOf } from '../rules/count-of.ts';
import { printNumber } from './retry-policy.ts';
import type { RetryPolicy } from '../spec/description.ts';
import type { SharedExport } from './share-exports.ts';
import type { SharedModule } from './shared-module.ts';

/** A function that repeats a call which is answered as fetch does. The status of the last answer is its caller's to look at. */
export function withRetryExport(policy: RetryPolicy, language: SharedModule['language']): SharedExport {
  const typed = (text: string): string => (language === 'ts' ? text : '');
  const { attempts, statuses, onceForReads, minPause, maxPause, maxWait } = policy;
  const growing = `${printNumber(minPause)} * 2 ** attempt`;
  const isCapped = minPause * 2 ** (attempts - 2) > maxPause;
  const once = onceForReads.length === 0 ? '' : ` || (isRead && attempt === 0 && ${isOneOf('answer.status', onceForReads)})`;
  return {
    name: 'withRetry',
    code: `${typed(`interface Answer {
  status: number;
  headers: { get(name: string): string | null };
}

`)}/**
 * Sends a request, and up to ${countOf(attempts - 1, 'time')} more when it fails for a moment: it gets no answer in time, or a status that
 * passes. Waits as long as Retry-After says, else longer each time. The last answer is returned whatever its status is.
 * Only GET and HEAD are repeated, unless the caller knows that it does no harm to send the request twice.
 */
async function withRetry${typed('<T extends Answer>')}(send${typed(': () => Promise<T>')}, options${typed(': { method?: string | undefined; idempotent?: boolean }')} = {})${typed(': Promise<T>')} {
  const isRead = /^(?:get|head)$/i.test(options.method ?? 'GET');
  if (!isRead && options.idempotent !== true) return send();
  for (let attempt = 0; attempt < ${String(attempts - 1)}; attempt++) {
    let pause = ${isCapped ? `Math.min(${printNumber(maxPause)}, ${growing})` : growing} * (1 + Math.random() / 5);
    try {
      const answer = await send();
      const isPassing = ${isOneOf('answer.status', statuses)}${once};
      const wait = millisecondsIn(answer.headers.get('retry-after'));
      if (!isPassing || wait > ${printNumber(maxWait)}) return answer;
      pause = Math.max(pause, wait);
    } catch (error) {
      // aborted by the caller
      if (error instanceof Error && error.name === 'AbortError') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return send();
}

/** Retry-After is a number of seconds, or a date. */
function millisecondsIn(retryAfter${typed(': string | null')})${typed(': number')} {
  if (retryAfter === null) return 0;
  const seconds = Number(retryAfter);
  return (Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000) || 0;
}`,
  };
}

/** An instance of axios beside the package's own, which repeats what may be repeated. */
export function axiosWithRetryExport(policy: RetryPolicy, methods: readonly string[]): SharedExport {
  return {
    name: 'axiosWithRetry',
    code: `/** axios for requests that may be sent again when they fail for a moment. */
const axiosWithRetry = axios.create();

${axiosRetryCall('axiosRetry', 'axiosWithRetry', policy, methods)}`,
    uses: [{ name: 'default', local: 'axios', package: 'axios' }, { name: 'default', local: 'axiosRetry', package: 'axios-retry' }],
  };
}

/**
 * A statement that makes an instance of axios repeat: each try has the whole timeout, and a limit of time counts as no answer.
 * Two spaces, single quotes, semicolons and `\n`.
 */
export function axiosRetryCall(axiosRetry: string, instance: string, policy: RetryPolicy, methods: readonly string[]): string {
  const { attempts, statuses, onceForReads, minPause, maxWait } = policy;
  const names = (list: readonly string[]): string => `[${list.map((method) => `'${method.toLowerCase()}'`).join(', ')}]`;
  const writes = methods.filter((method) => method !== 'GET' && method !== 'HEAD');
  const isRead = writes.length === 0 ? '' : ` && !${names(writes)}.includes(config?.method ?? '')`;
  const once = onceForReads.length === 0 ? '' : `
    const isFirst = config?.['axios-retry']?.retryCount === 0${isRead};`;
  const passing = `${isOneOf('response.status', statuses)}${onceForReads.length === 0 ? '' : ` || (isFirst && ${isOneOf('response.status', onceForReads)})`}`;
  return `${axiosRetry}(${instance}, {
  retries: ${String(attempts - 1)},
  shouldResetTimeout: true,
  retryDelay: (count, error) => ${axiosRetry}.exponentialDelay(count, error, ${printNumber(minPause / 2)}),
  retryCondition: ({ code, config, response }) => {
    if (!${names(methods)}.includes(config?.method ?? '') || code === 'ERR_CANCELED') return false;
    if (response === undefined) return true;${once}
    const isPassing = ${passing};
    return isPassing && !(Number(response.headers['retry-after']) > ${printNumber(maxWait / 1000)});
  },
});`;
}

/** Options of ofetch that make it repeat. It gives its own limit of time to the first try only, and all of them one signal. */
export function ofetchRetryExport(policy: RetryPolicy, language: SharedModule['language']): SharedExport {
  const typed = (text: string): string => (language === 'ts' ? text : '');
  const { attempts, statuses, onceForReads, minPause } = policy;
  // it takes a lost connection for the status 500
  const all = [...new Set([...statuses, 500])].sort((a, b) => a - b);
  const once = onceForReads.length === 0 ? '' : `
    if (response !== undefined && ${isOneOf('response.status', onceForReads)}) options.retryStatusCodes = [];`;
  return {
    name: 'retryOptions',
    code: `/** Options for ofetch: repeats what fails for a moment, and waits as long as Retry-After says, else longer each time. */
const retryOptions = {
  retry: ${String(attempts - 1)},
  retryStatusCodes: [${all.join(', ')}],
  retryDelay({ options, response }${typed(': FetchContext')})${typed(': number')} {
    // each try has its own limit of time
    if (options.timeout !== undefined) delete options.signal;${once}
    const retryAfter = response?.headers.get('retry-after') ?? '';
    const wait = Number(retryAfter) * 1000 || Date.parse(retryAfter) - Date.now() || 0;
    const count = ${String(attempts - 1)} - Number(options.retry);
    return Math.max(wait, ${printNumber(minPause)} * 2 ** count * (1 + Math.random() / 5));
  },
};`,
    uses: language === 'ts' ? [{ name: 'type FetchContext', local: 'type FetchContext', package: 'ofetch' }] : [],
  };
}

/** The value of got's option `retry`: a status that is repeated once is not waited for again. */
export function gotRetryOption({ attempts, statuses, onceForReads, maxPause, maxWait }: RetryPolicy, methods: readonly string[]): string {
  const all = [...new Set([...statuses, ...onceForReads])].sort((a, b) => a - b);
  const once = onceForReads.length === 0 ? '' : `
  calculateDelay: ({ attemptCount, computedValue, error }) => (attemptCount > 1 && ${isOneOf('error.response?.statusCode', onceForReads)} ? 0 : computedValue),`;
  return `{
  limit: ${String(attempts - 1)},
  methods: [${methods.map((method) => `'${method}'`).join(', ')}],
  statusCodes: [${all.join(', ')}],
  backoffLimit: ${printNumber(maxPause)},
  maxRetryAfter: ${printNumber(maxWait)},${once}
}`;
}

/** The value of ky's option `retry`. */
export function kyRetryOption({ attempts, statuses, minPause, maxPause }: RetryPolicy, methods: readonly string[]): string {
  return `{
  limit: ${String(attempts - 1)},
  methods: [${methods.map((method) => `'${method.toLowerCase()}'`).join(', ')}],
  statusCodes: [${statuses.join(', ')}],
  afterStatusCodes: [${statuses.join(', ')}],
  retryOnTimeout: true,
  delay: (count) => Math.min(${printNumber(maxPause)}, ${printNumber(minPause)} * 2 ** (count - 1) * (1 + Math.random() / 5)),
}`;
}

function isOneOf(value: string, [first, ...others]: readonly number[]): string {
  if (first !== undefined && others.length === 0) return `${value} === ${String(first)}`;
  const list = `[${[...(first === undefined ? [] : [first]), ...others].join(', ')}]`;
  return value.includes('?.') ? `${list}.includes(${value} ?? 0)` : `${list}.includes(${value})`;
}
