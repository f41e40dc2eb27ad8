import type { Handling } from './request-site.ts';
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
  return {
    ...readStatus(send, inside, swallowing),
    statuses: [...send.statuses].sort((a, b) => a - b),
    timeout: send.timeout || send.controllers.some((id) => timed?.has(id) === true) || (send.limitedAt !== null && send.limitedAt > index) || send.contexts.some((context) => context.kind === 'timeout' && inside(context)),
    retry: send.retry || (send.retriedAt !== null && send.retriedAt > index) || send.contexts.some((context) => context.kind === 'retry' && inside(context)),
    floating: send.floating !== null && send.floating > index && handlers.length === 0,
    bodyBeforeCheck: send.bodyBeforeCheck && !send.throws,
  };
}

/** The outermost frame in whose text the function at an index is written: what calls it there is around its requests. */
function writerOf(send: Send, index: number): number {
  let writer = index;
  for (let fn = send.frames[index]?.fn?.scope.activation?.fn; fn !== undefined; fn = fn.scope.activation?.fn) {
    const { node } = fn;
    const found = send.frames.findIndex((frame) => frame.node === node);
    if (found !== -1 && found < writer) writer = found;
  }
  return writer;
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
