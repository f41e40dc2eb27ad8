import type { Run } from '../run.ts';
import type { Value } from '../value.ts';
import { holeValue, literalText, primitive } from '../value.ts';

const NAMES = new Set([
  'Object', 'Array', 'Promise', 'JSON', 'Math', 'Number', 'String', 'Boolean', 'Date', 'Map', 'Set', 'WeakMap', 'URL', 'URLSearchParams', 'Headers', 'Request', 'Response', 'FormData', 'Buffer',
  'AbortController', 'AbortSignal', 'encodeURIComponent', 'encodeURI', 'decodeURIComponent', 'decodeURI', 'escape', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'console',
  'module', 'exports', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Error', 'parseInt', 'parseFloat', 'btoa', 'structuredClone', 'Symbol', 'RegExp',
]);
const SELVES = new Set(['window', 'globalThis', 'self', 'global']);

/** The value of a global name; null when it is nothing that matters here. */
export function globalValue(run: Run, name: string): Value | null {
  const model = run.world.clients.byGlobal.get(name);
  // a test may put a mock in its place: other files send all the same
  if (model !== undefined) return { k: 'client', model, member: null, self: null };
  const written = run.world.globalWrites.get(name);
  if (written !== undefined) return written;
  if (SELVES.has(name)) return { k: 'native', name: 'window', self: null };
  if (name === 'exports') return run.frames.at(-1)?.module.commonJs ?? holeValue('global', [name]);
  if (NAMES.has(name)) return { k: 'native', name, self: null };
  if (name === 'NaN' || name === 'Infinity') return primitive(name === 'NaN' ? Number.NaN : Number.POSITIVE_INFINITY);
  return name === '__dirname' ? literalText('.') : null;
}
