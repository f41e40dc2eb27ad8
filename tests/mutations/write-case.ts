import { mark } from './marked-text.ts';
import { writeSend } from './write-send.ts';
import type { Call } from './call.ts';
import type { Send } from './write-send.ts';

/** A call written as a function, with marks in it, and what its file has to import. */
export interface WrittenCase {
  readonly marked: string;
  readonly imports: readonly string[];
}

/** Writes a call as an exported function. */
export function writeCase(call: Call, name: string): WrittenCase {
  const send = writeSend(call);
  const unknowns = [...call.unknowns, ...(call.body?.type === 'other' ? ['content'] : [])];
  const lines = [send.before, call.before, ...flow(call, send)].filter((line) => line !== '');
  const text = `${call.top}export async function ${name}(${unknowns.join(', ')}) {\n${lines.join('\n').replace(/^/gm, '  ')}\n}\n`;
  return { marked: mark('case', text), imports: send.imports };
}

const CONFIG = "import https from 'node:https';\nimport { clientId, logger, playerId, plexHost, plexPlayerHost, plexPlayerUrl, plexUrl, sessionId, sleep, token } from './config.js';";

/** What every file imports. */
export const CONFIG_IMPORT = CONFIG;

/** The module of the settings: nothing of it is known to who reads the program. */
export const CONFIG_FILE: readonly [name: string, text: string] = [
  'config.js',
  `${['plexUrl', 'plexHost', 'plexPlayerUrl', 'plexPlayerHost', 'token', 'clientId', 'playerId', 'sessionId'].map((name) => `export const ${name} = process.env.${name};`).join('\n')}\nexport const logger = console;\nexport const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\n`,
];

function flow(call: Call, send: Send): readonly string[] {
  const { caught } = call.flow;
  const lines = repeated(call, whole(call, send));
  if (caught === 'no') return lines;
  const handler = { empty: '', null: 'return null;', 'empty-list': 'return [];', logged: 'logger.error(error);\n  throw error;' }[caught];
  return ['try {', ...lines.map((line) => `  ${line}`), mark('catch', `} catch ${caught === 'logged' ? '(error) ' : ''}{${handler === '' ? '' : `\n  ${handler}\n`}}`)];
}

function whole(call: Call, send: Send): readonly string[] {
  const method = send.answers === 'methods' ? { json: '.json()', text: '.text()', stream: '', none: '' }[call.answer] : '';
  switch (call.flow.sent) {
    case 'await': return steps(call, send);
    case 'then': return [`return ${chain(call, send)};`];
    case 'floating': return [`${send.code};`];
    case 'floating-then': return [`${chain(call, send)};`];
    case 'void': return [`void ${send.code};`];
    case 'returned': return [`return ${send.code}${method};`];
    case 'caught-empty': return [`await ${mark('call', `${send.code}${method}.catch(() => {})`)};`];
  }
}

/** A loop that sends again: at most three times, not after a refusal, as late as the server says; or one that lacks one of these. */
function repeated({ client, flow: { retry } }: Call, lines: readonly string[]): readonly string[] {
  if (retry === 'no') return lines;
  const isFetch = client === 'fetch';
  const status = isFetch ? 'response.status' : 'error.response?.status';
  const header = isFetch ? "response.headers.get('retry-after')" : "error.response?.headers?.['retry-after']";
  const refusal = retry === 'any-status' || retry === 'forever' || retry === 'own-time' ? [] : [`if (${status} !== undefined && ${status} !== 429 && ${status} < 500) throw new Error('Refused.');`];
  const wait = retry === 'own-time' ? 'await sleep(1_000 * 2 ** attempt);' : `await sleep(Math.max(Number(${header} ?? 0) * 1_000, 1_000 * 2 ** attempt));`;
  const rest = [...refusal, ...(retry === 'at-once' ? [`logger.warn(${header});`] : [wait])];
  const body = isFetch
    ? [...lines.filter((line) => !line.startsWith('if (!response.ok)')).flatMap((line) => (line.startsWith('const response') ? [line, 'if (response.ok) {'] : [`  ${line}`])), '}', ...rest]
    : ['try {', ...lines.map((line) => `  ${line}`), '} catch (error) {', ...(retry === 'forever' ? [] : ['  if (attempt === 2) throw error;']), ...rest.map((line) => `  ${line}`), '}'];
  const limit = retry === 'forever' || !isFetch ? '' : 'attempt < 3';
  return [mark('retry', [`for (let attempt = 0; ${limit}; attempt += 1) {`, ...body.map((line) => `  ${line}`), '}'].join('\n')), ...(limit === '' ? [] : ["throw new Error('No answer.');"])];
}

const CHECK = 'if (!response.ok) throw new Error(`HTTP ${response.status}`);';

function steps({ answer, flow: { check }, use }: Call, { answers, code }: Send): readonly string[] {
  const after = [use, 'return body;'];
  if (answers === 'response' || answers === 'checked') {
    const checks = answers === 'response' && check !== 'none' ? [CHECK] : [];
    const read = { json: 'const body = await response.json();', text: 'const body = await response.text();', stream: 'const body = response.body;', none: '' }[answer];
    if (answer === 'none') return answers === 'response' ? (check === 'none' ? [`await ${code};`] : [`const response = await ${code};`, ...checks]) : [`await ${code};`];
    return [`const response = await ${code};`, ...(check === 'late' ? [mark('parse', read), ...checks] : [...checks, mark('parse', read)]), ...after];
  }
  if (answers === 'data') return answer === 'none' ? [`await ${code};`] : [`const { data: body } = await ${code};`, ...after];
  if (answers === 'body') return answer === 'none' ? [`await ${code};`] : [`const body = await ${code};`, ...after];
  const method = { json: '.json()', text: '.text()', stream: '.arrayBuffer()', none: '' }[answer];
  return answer === 'none' ? [`await ${code};`] : [`const body = await ${code}${method};`, ...after];
}

function chain(call: Call, send: Send): string {
  const { answer, flow: { check } } = call;
  const isResponse = send.answers === 'response' || send.answers === 'checked';
  const checks = send.answers === 'response' && check === 'first' ? `${CHECK} ` : '';
  const read = !isResponse ? (send.answers === 'data' ? 'response.data' : 'response') : { json: 'response.json()', text: 'response.text()', stream: 'response.body', none: 'response.status' }[answer];
  return `${send.code}.then((response) => { ${checks}return ${read}; })`;
}
