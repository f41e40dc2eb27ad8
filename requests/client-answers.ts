import { rowOf } from './client-model.ts';
import type { Send } from './send.ts';
import { literalOf } from './text.ts';
import type { PromiseValue, Value } from './value.ts';
import { holeValue } from './value.ts';

/** What a call that sends gives. */
export function answerOf(send: Send): Value {
  switch (send.shape) {
    case 'body':
      send.used = true;
      send.format ??= 'json';
      return { k: 'promise', value: { k: 'body', send, path: [] }, sends: [send] };
    case 'stream': return holeValue('response', ['stream'], null, { streamOf: [send] });
    case 'node': return { k: 'response', send };
    default: return { k: 'promise', value: { k: 'response', send }, sends: [send] };
  }
}

/** Nobody looks at an answer. To ask whether a server is there, any answer is good; a write may have failed. */
export function dropAnswer(send: Send): void {
  const name = literalOf(send.method);
  if (name !== null && !['GET', 'HEAD', 'OPTIONS'].includes(name.toUpperCase())) send.used = true;
}

/** A method that a client puts on its answers, beside those of a promise; null when it has none of this name. */
export function followUp(promise: PromiseValue, name: string): Value | null {
  for (const send of promise.sends) {
    const setter = builderMember(send, name);
    if (setter !== null) return setter;
    const follow = rowOf(send.model.follows, name);
    if (follow !== undefined) return { k: 'native', name: `promise.${follow}`, self: promise };
  }
  return null;
}

/** A setter of a request that is not out yet. */
export function builderMember(send: Send, name: string): Value | null {
  return send.builder !== null && rowOf(send.model.setters, name) !== undefined ? { k: 'client', model: send.model, member: name, self: send.builder } : null;
}
