import type { ProjectModule } from './project-module.ts';
import type { Handling, Repeat } from './request-site.ts';
import { RETRY_AFTER } from './read-repeat.ts';
import type { Context, Send } from './send.ts';
import type { World } from './run.ts';

type Handler = Extract<Context, { kind: 'handler' }>;

const timedControllers = new WeakMap<Send, ReadonlySet<number>>();

/** Lets a send know which abort controllers are set off by a timer; they are known only once the run has ended. */
export function noteTimers(send: Send, world: World): void {
  timedControllers.set(send, world.timed);
}

/** What the code does about failure, from the send up to the frame with this index. */
export function readHandling(send: Send, frame: number): Handling {
  const index = writerOf(send, frame);
  const inside = (context: { depth: number }): boolean => context.depth > index;
  const handlers = handlersAround([...send.handlers, ...[...send.contexts].reverse()], inside);
  const swallowing = swallowed(handlers);
  const timed = timedControllers.get(send);
  const repeats = readRepeats(send, inside);
  return {
    ...readStatus(send, inside, swallowing),
    statuses: [...send.statuses].sort((a, b) => a - b),
    statusesOpen: send.statusesOpen || (send.throws && handlers.every(({ effect }) => effect === 'rethrow')) || send.frames.some(({ module }) => speaksOfStatuses(module)),
    timeout: send.timeout || send.controllers.some((id) => timed?.has(id) === true) || (send.limitedAt !== null && send.limitedAt > index) || send.contexts.some((context) => context.kind === 'timeout' && inside(context)),
    timeoutOpen: send.timeoutOpen,
    deadline: send.deadline,
    retry: repeats.length > 0,
    retryOpen: send.retryOpen,
    repeats,
    floating: send.floating !== null && send.floating > index && handlers.length === 0,
    bodyBeforeCheck: send.bodyBeforeCheck && !send.throws,
  };
}

/** What sends the request again, innermost first; each place once. */
function readRepeats(send: Send, inside: (context: { depth: number }) => boolean): readonly Repeat[] {
  const around = [...send.contexts].reverse().flatMap((context) => (context.kind === 'retry' && inside(context) ? [context.repeat] : []));
  const all = [...(send.retry === null ? [] : [send.retry]), ...send.repeats.filter(inside).map(({ repeat }) => repeat), ...around];
  const places = new Set<string>();
  return all.flatMap((repeat): Repeat[] => {
    const key = repeat.place === null ? '' : `${repeat.place.file}:${String(repeat.place.start)}`;
    if (places.has(key)) return [];
    places.add(key);
    const isOwn = repeat.by === 'loop' || repeat.by === 'recursion';
    return [{ ...repeat, statuses: failingStatuses(send, repeat), ...(isOwn ? { heedsRetryAfter: send.frames.some(({ module }) => RETRY_AFTER.test(module.source.text)) } : {}) }];
  });
}

/** A status in a text: `error.message.includes('404')`. */
const STATUS_IN_TEXT = /(['"`])[^'"`\n]{0,20}\b(?:401|404|409|410|429|503)\b[^'"`\n]{0,20}\1/;

const speaking = new WeakMap<ProjectModule, boolean>();

function speaksOfStatuses(module: ProjectModule): boolean {
  const known = speaking.get(module);
  if (known !== undefined) return known;
  const speaks = STATUS_IN_TEXT.test(module.source.text);
  speaking.set(module, speaks);
  return speaks;
}

/** Which statuses a repeat of all failures repeats: only those that are made a failure inside of it. */
function failingStatuses(send: Send, repeat: Repeat): Repeat['statuses'] {
  if (repeat.statuses !== 'all' || send.throws) return repeat.statuses;
  if (send.thrown.some((contexts) => contexts.some((context) => context.kind === 'retry' && context.repeat === repeat))) return 'all';
  if (send.checks.length > 0) return repeat.by === 'loop' ? 'all' : null;
  return send.shape === 'stream' ? null : [];
}

/** The outermost frame in whose text the function at an index is written: what calls it there is around its requests. */
function writerOf(send: Send, index: number): number {
  let writer = index;
  for (let fn = send.frames[index]?.fn?.scope.activation?.fn; fn !== undefined; fn = fn.scope.activation?.fn) {
    const { node } = fn;
    const found = send.frames.findIndex((frame) => frame.node === node);
    if (found !== -1 && found < writer) writer = found;
  }
  return isWrittenInProgram(send, writer) ? 0 : writer;
}

/** Whether the functions up to an index are written in the top-level statements that call them: `await retry(() => …)`. */
export function isWrittenInProgram(send: Send, index: number): boolean {
  if (index === 0 || send.frames[0]?.node.type !== 'Program') return false;
  return send.frames.slice(1, index + 1).every(({ call, node }) => call !== null && call.range[0] <= node.range[0] && call.range[1] >= node.range[1] && call !== node);
}

function handlersAround(contexts: readonly Context[], inside: (context: { depth: number }) => boolean): readonly Handler[] {
  return contexts.filter((context): context is Handler => context.kind === 'handler' && inside(context));
}

/** The handler that drops a failure, going outwards; null when it is told, or goes on to the caller. */
function swallowed(handlers: readonly Handler[]): Handler | null {
  for (const handler of handlers) {
    if (handler.effect === 'swallow') return handler;
    if (handler.effect === 'signal') return null;
  }
  return null;
}

function readStatus(send: Send, inside: (context: { depth: number }) => boolean, swallowing: Handler | null): Pick<Handling, 'status' | 'swallowedAt'> {
  const at = swallowing?.place ?? null;
  if (send.shape === 'stream') return { status: null, swallowedAt: null };
  if (send.throws) return swallowing === null ? { status: 'thrown', swallowedAt: null } : { status: 'swallowed', swallowedAt: at };

  if (send.thrown.length > 0) {
    const fates = send.thrown.map((contexts) => swallowed(handlersAround([...send.handlers, ...[...contexts].reverse()], inside)));
    const [first] = fates;
    if (first !== undefined && fates.every((fate) => fate !== null)) return { status: 'swallowed', swallowedAt: first?.place ?? null };
    return { status: 'checked', swallowedAt: null };
  }
  if (send.checks.length > 0) return { status: 'checked', swallowedAt: null };
  if (swallowing !== null) return { status: 'swallowed', swallowedAt: at };
  return { status: send.used || send.floating !== null ? 'ignored' : null, swallowedAt: null };
}
