import type { TSESTree } from '@typescript-eslint/types';

import { builderMember } from './client-answers.ts';
import type { Run } from './run.ts';
import { placeIn } from './run.ts';
import type { Send } from './send.ts';
import type { BodyValue, ResponseValue, Value } from './value.ts';
import { holeValue } from './value.ts';

const BODY_METHODS: Readonly<Record<string, Send['format']>> = { json: 'json', text: 'text', blob: 'binary', arrayBuffer: 'binary', buffer: 'binary', bytes: 'binary', formData: 'binary' };

/** A member of a response: looking at the status is a check, taking the body is a use. */
export function responseMember(run: Run, response: ResponseValue, name: string, node: TSESTree.Node): Value {
  const { send } = response;
  const setter = builderMember(send, name);
  if (setter !== null) return setter;
  switch (name) {
    case 'ok': case 'status': case 'statusCode': case 'statusText': case 'statusMessage': case 'error':
      return checkStatus(run, send, name, node);
    case 'data': return send.shape === 'fetch' ? holeValue('response', [name], placeIn(run, node)) : takeBody(send, send.format ?? 'json');
    case 'response': return send.shape === 'data' ? response : holeValue('response', [name], placeIn(run, node));
    case 'responseText': case 'responseXML': return takeBody(send, name === 'responseXML' ? 'xml' : send.format);
    case '_data': return takeBody(send, 'json');
    case 'body': if (send.shape === 'reader') return response;
      return send.shape === 'got' ? takeBody(send, send.format) : bodyStream(send, node, run);
    case 'on': case 'once': case 'pipe': case 'setEncoding': case 'end': case 'write': case 'addListener': case 'setTimeout': case 'destroy': case 'resume':
      return { k: 'native', name: `response.${name}`, self: response };
    case 'clone': return { k: 'native', name: 'response.clone', self: response };
    default:
      if (isBodyMethod(name)) return { k: 'native', name: `response.${name}`, self: response };
      return holeValue('response', [name], placeIn(run, node));
  }
}

/** `json`, `text` and the like. */
export function isBodyMethod(name: string): boolean {
  return Object.hasOwn(BODY_METHODS, name);
}

function bodyStream(send: Send, node: TSESTree.Node, run: Run): Value {
  use(send);
  return holeValue('response', ['body'], placeIn(run, node));
}

function checkStatus(run: Run, send: Send, name: string, node: TSESTree.Node): Value {
  run.checkLog.push(send);
  // where the body is a property beside the status, taking both at once is no use of it; collecting its text is no parsing
  const isParsed = send.used && (send.format === 'json' || send.format === 'xml');
  if (send.checks.length === 0 && isParsed && (send.shape === 'fetch' || send.shape === 'reader' || send.shape === 'node')) send.bodyBeforeCheck = true;
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
  // a body that cannot be read is no failure of the request, unless reading it is what the client was asked for
  return { k: 'promise', value: { k: 'body', send, path: [] }, sends: send.readAtOnce ? [send] : [] };
}
