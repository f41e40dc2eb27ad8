import type { TSESTree } from '@typescript-eslint/types';

import type { Run } from './run.ts';
import { placeIn } from './run.ts';
import type { Send } from './send.ts';
import type { BodyValue, ResponseValue, Value } from './value.ts';
import { holeValue } from './value.ts';

const BODY_METHODS: Readonly<Record<string, Send['format']>> = { json: 'json', text: 'text', blob: 'binary', arrayBuffer: 'binary', buffer: 'binary', bytes: 'binary', formData: 'binary' };

/** A member of a response: looking at the status is a check, taking the body is a use. */
export function responseMember(run: Run, response: ResponseValue, name: string, node: TSESTree.Node): Value {
  const { send } = response;
  switch (name) {
    case 'ok': case 'status': case 'statusCode': case 'statusText': case 'statusMessage': case 'error':
      return checkStatus(run, send, name, node);
    case 'data': return send.shape === 'fetch' ? holeValue('response', [name], placeIn(run, node)) : takeBody(send, send.format ?? 'json');
    case '_data': return takeBody(send, 'json');
    case 'body': return send.shape === 'got' ? takeBody(send, send.format) : bodyStream(send, node, run);
    case 'on': case 'once': case 'pipe': case 'setEncoding': case 'end': case 'write': case 'addListener': case 'setTimeout': case 'destroy': case 'resume':
      return { k: 'native', name: `response.${name}`, self: response };
    case 'clone': return { k: 'native', name: 'response.clone', self: response };
    default:
      if (name in BODY_METHODS) return { k: 'native', name: `response.${name}`, self: response };
      return holeValue('response', [name], placeIn(run, node));
  }
}

function bodyStream(send: Send, node: TSESTree.Node, run: Run): Value {
  use(send);
  return holeValue('response', ['body'], placeIn(run, node));
}

function checkStatus(run: Run, send: Send, name: string, node: TSESTree.Node): Value {
  run.checkLog.push(send);
  if (send.checks.length === 0 && send.used) send.bodyBeforeCheck = true;
  send.checks.push({ statuses: [] });
  const numeric = name === 'status' || name === 'statusCode';
  return holeValue('response', [name], placeIn(run, node), { ...(numeric ? { statusOf: [send], type: 'number' } : {}), ...(name === 'ok' ? { type: 'boolean' } : {}) });
}

function use(send: Send): void {
  send.used = true;
}

function takeBody(send: Send, format: Send['format']): BodyValue {
  use(send);
  send.format ??= format;
  return { k: 'body', send, path: [] };
}

/** `response.json()` and its like. */
export function readBody(response: ResponseValue, method: string): Value {
  const { send } = response;
  use(send);
  const format = BODY_METHODS[method] ?? null;
  if (format !== null && send.format !== 'xml') send.format = format;
  return { k: 'promise', value: { k: 'body', send, path: [] }, sends: [send] };
}
