import type { Call, Flow } from './call.ts';
import type { Kind, Mutant } from './kind.ts';

/** A kind that changes what is done about time, failure and repetition. */
function inFlow(name: string, change: Partial<Flow>, rule: string | null, at: string, isFit: (call: Call) => boolean = () => true, also = ''): Kind {
  return {
    name,
    apply: (call): Mutant | null => (isFit(call) ? { call: { ...call, flow: { ...call.flow, ...change } }, rule, at, also } : null),
  };
}

/** The program itself has the response of fetch, whose status it has to look at. */
const looksItself = ({ client, shape }: Call): boolean => client === 'fetch' && shape === 'plain';
const isStream = ({ answer }: Call): boolean => answer === 'stream';
const isParsed = ({ answer }: Call): boolean => answer === 'json' || answer === 'text';
const isSafe = ({ method, operation }: Call): boolean => method === 'GET' && operation.written['x-plex-retry'] !== 'no';

const status: readonly Kind[] = [
  inFlow('status: not looked at', { check: 'none' }, 'require-status-check', 'call', (call) => looksItself(call) && isParsed(call)),
  inFlow('status: the answer to a write dropped', { check: 'none' }, 'require-status-check', 'call', (call) => looksItself(call) && call.answer === 'none' && call.method !== 'GET'),
  inFlow('status: not looked at, in a chain', { check: 'none', sent: 'then' }, 'require-status-check', 'call', (call) => looksItself(call) && isParsed(call)),
  {
    name: 'status: not looked at by the wrapper',
    apply(call) {
      if (call.client !== 'fetch' || call.shape === 'plain' || !isParsed(call)) return null;
      return { call: { ...call, flow: { ...call.flow, check: 'none' } }, rule: 'require-status-check', at: 'call', alone: true };
    },
  },
  inFlow('status: looked at after the body is parsed', { check: 'late' }, 'check-status-before-body', 'call', (call) => looksItself(call) && call.answer === 'json'),
  {
    name: 'status: client told not to throw',
    apply(call) {
      if (call.shape !== 'plain' || !['axios', 'got', 'ky'].includes(call.client) || !isParsed(call)) return null;
      return { call: { ...call, options: [call.client === 'axios' ? 'validateStatus: () => true' : 'throwHttpErrors: false'] }, rule: 'require-status-check', at: 'call' };
    },
  },
];

const failure: readonly Kind[] = [
  inFlow('failure: nobody waits', { sent: 'floating' }, 'no-floating-requests', 'call', (call) => !isStream(call)),
  inFlow('failure: nobody waits for a chain', { sent: 'floating-then' }, 'no-floating-requests', 'call', (call) => isParsed(call)),
  inFlow('failure: empty catch', { caught: 'empty' }, 'no-swallowed-errors', 'catch', (call) => !isStream(call)),
  inFlow('failure: an empty list stands in', { caught: 'empty-list' }, 'no-swallowed-errors', 'catch', isParsed),
  inFlow('failure: an empty handler of the promise', { sent: 'caught-empty' }, 'no-swallowed-errors', 'call', (call) => call.client !== 'fetch' && !isStream(call)),
  inFlow('harmless: failure logged and thrown on', { caught: 'logged' }, null, 'call'),
  inFlow('harmless: failure answered with null', { caught: 'null' }, null, 'call', isParsed),
  inFlow('harmless: marked with void', { sent: 'void' }, null, 'call', (call) => !isStream(call)),
  inFlow('harmless: in a chain', { sent: 'then' }, null, 'call', (call) => !isStream(call)),
  inFlow('harmless: returned', { sent: 'returned' }, null, 'call', (call) => !isStream(call) && call.client !== 'fetch'),
];

const time: readonly Kind[] = [
  inFlow('time: no limit', { timeout: false }, 'require-timeout', 'call', (call) => call.shape === 'plain' && !isStream(call)),
  {
    name: 'time: no limit in the wrapper',
    apply(call) {
      if (call.shape === 'plain' || isStream(call)) return null;
      return { call: { ...call, flow: { ...call.flow, timeout: false } }, rule: 'require-timeout', at: 'call', alone: true };
    },
  },
  inFlow('time: a limit on a stream', { timeout: true }, 'no-stream-timeout', 'call', (call) => call.shape === 'plain' && isStream(call) && (call.client === 'fetch' || call.client === 'got')),
];

/** A loop around a request of which the program sees status and headers. */
const isLooped = (call: Call): boolean => call.shape === 'plain' && (call.client === 'fetch' || call.client === 'axios') && isParsed(call);
const isSafeLoop = (call: Call): boolean => isLooped(call) && isSafe(call);

const repetition: readonly Kind[] = [
  inFlow('retry: without end', { retry: 'forever' }, 'require-bounded-retry', 'retry', isSafeLoop, 'no-unsafe-retry'),
  inFlow('retry: without a pause', { retry: 'at-once' }, 'require-bounded-retry', 'retry', isSafeLoop),
  inFlow('retry: after any status', { retry: 'any-status' }, 'no-unsafe-retry', 'retry', (call) => isSafeLoop(call) && call.operation.secured),
  inFlow('retry: when the server said not to', { retry: 'own-time' }, 'honor-retry-after', 'retry', isSafeLoop, 'no-unsafe-retry'),
  inFlow('retry: of what must not be repeated', { retry: 'any-status' }, 'no-unsafe-retry', 'retry', (call) => isLooped(call) && call.client === 'axios' && call.operation.written['x-plex-idempotency'] === 'non-idempotent', 'no-unsafe-retry'),
  {
    name: 'retry: none of a safe read',
    apply: (call) => (call.shape === 'plain' && ['fetch', 'axios', 'plex-api'].includes(call.client) && call.operation.written['x-plex-retry'] === 'yes' && call.method === 'GET' && call.answer === 'json' ? { call, rule: 'prefer-retry', at: 'call' } : null),
  },
  inFlow('harmless: retry with a limit and pauses', { retry: 'good' }, null, 'retry', isSafeLoop),
];

export const errorKinds: readonly Kind[] = [...status, ...failure, ...time, ...repetition];
