import { describe, expect, it } from 'vitest';
import { createEngine } from '../../requests/create-engine.ts';
import { memoryLoader } from './memory-loader.ts';
import type { Text } from '../../requests/request-site.ts';
import type { Files } from './memory-loader.ts';

function print(text: Text): string {
  return text.map((part) => (part.kind === 'literal' ? part.text : `{${part.words.join('.')}}`)).join('');
}

/** What the log calls of a file write, as `name: text`; alternatives with ` | `. */
function loggedIn(files: Files | string): readonly string[] {
  const loader = memoryLoader(typeof files === 'string' ? { 'a.js': files } : files);
  const module = loader.load('/app/a.js');
  if (module === null) throw new Error('a.js does not parse.');
  return createEngine(loader).loggedIn(module).map(({ name, texts }) => `${name === null ? '' : `${name}: `}${texts.map(print).join(' | ')}`);
}

const SEND = 'await fetch("http://plex.lan/hubs");';

describe('what log calls write', () => {
  it('is what their arguments hold, in source order', () => {
    expect(loggedIn(`export async function f(token) { const url = \`/hubs?a=\${token}\`; log.info("asking", url); ${SEND} console.log(token); }`)).toEqual(['asking', '/hubs?a={token}', '{token}']);
  });

  it('is what the properties of objects hold', () => {
    expect(loggedIn(`export async function f(token) { const headers = { Accept: "x", Token: token }; logger.debug({ headers }); ${SEND} }`)).toEqual(['Accept: x', 'Token: {token}']);
  });

  it('is nothing of what a caller gives: that is told where the caller is looked at', () => {
    const wrapper = `function show(text) { console.log(text); } export async function f(token) { show(token); ${SEND} }`;
    expect(loggedIn(wrapper)).toEqual(['{text}']);
  });

  it('is not known where the value may be a known word instead, or was changed', () => {
    expect(loggedIn(`export async function f(token) { console.log(token || "none"); console.log(token.replace(/./g, "*")); ${SEND} }`)).toEqual(['{}']);
  });

  it('is what loggers are given, and nothing else', () => {
    expect(loggedIn(`export async function f(token, catalog, dialog) { catalog.info(token); dialog.error(token); Math.log(token); ${SEND} auditLogger.warn("x"); this.log.error("y"); }`)).toEqual(['x', 'y']);
  });
});
