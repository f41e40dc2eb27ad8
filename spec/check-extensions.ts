import { isRecord, type JsonRecord } from './is-record.ts';
import { nearestName } from './nearest-name.ts';
import { escapeKey } from './resolve-ref.ts';

/** What an extension may hold: a kind of value, or one of these words. */
type ExtensionValue = 'object' | 'list' | 'text' | 'boolean' | 'any' | readonly string[];

/** The extensions of OpenAPI that are read here; docs/description.md says what each means. */
export const EXTENSIONS: Readonly<Record<string, ExtensionValue>> = {
  'x-plex-attribution': 'object',
  'x-plex-client-usage': 'object',
  'x-plex-common-query': 'list',
  'x-plex-common-statuses': 'object',
  'x-plex-documented-equal': 'text',
  'x-plex-errata': 'list',
  'x-plex-header-policy': 'list',
  'x-plex-headers': 'list',
  'x-plex-idempotency': 'text',
  'x-plex-legacy': 'boolean',
  'x-plex-library-wide': 'boolean',
  'x-plex-media-query': 'text',
  'x-plex-method-variant': 'object',
  'x-plex-no-retry-statuses': 'list',
  'x-plex-note': 'text',
  'x-plex-open-names': 'list',
  'x-plex-open-query': 'any',
  'x-plex-page-limit': 'object',
  'x-plex-pagination': ['required', 'advised'],
  'x-plex-paging': 'object',
  'x-plex-path-aliases': 'list',
  'x-plex-placeholder': 'boolean',
  'x-plex-replaced-by': 'object',
  'x-plex-response-of': 'text',
  'x-plex-retired': 'object',
  'x-plex-retry': 'text',
  'x-plex-retry-policy': 'object',
  'x-plex-secret-pattern': 'text',
  'x-plex-standing': ['documented', 'undocumented', 'retired'],
  'x-plex-statuses-basis': ['evidenced', 'success-only'],
  'x-plex-stream': 'boolean',
  'x-plex-xml-names': 'object',
};

export type Fail = (pointer: string, message: string) => never;

/** Reports an `x-plex-` extension that is misspelt or holds the wrong kind of value, which would be lost silently. */
export function checkExtension(key: string, value: unknown, parent: string, fail: Fail): void {
  if (!key.startsWith('x-plex-')) return;
  const pointer = `${parent}/${escapeKey(key)}`;
  const expected = Object.hasOwn(EXTENSIONS, key) ? EXTENSIONS[key] : undefined;
  if (expected === undefined) {
    const near = nearestName(key, Object.keys(EXTENSIONS));
    return fail(pointer, `there is no extension '${key}'${near === null ? '; see docs/description.md.' : `. Did you mean '${near}'?`}`);
  }
  if (typeof expected === 'string') {
    if (!isKind(value, expected)) fail(pointer, `'${key}' must be ${NAMES[expected]}.`);
    if (key === 'x-plex-attribution' && isRecord(value)) checkHints(value, pointer, fail);
  } else if (!expected.some((word) => word === value)) {
    const near = typeof value === 'string' ? nearestName(value, expected) : null;
    fail(pointer, `'${key}' cannot be ${JSON.stringify(value)}${near === null ? `; write ${expected.map((word) => `'${word}'`).join(' or ')}.` : `. Did you mean '${near}'?`}`);
  }
}

const HINTS: Readonly<Record<string, Kind>> = {
  anyHost: 'boolean', default: 'boolean', names: 'list', notHosts: 'list', notWords: 'list', ports: 'list', targetIsHost: 'boolean', words: 'list',
};

function checkHints(hints: JsonRecord, pointer: string, fail: Fail): void {
  for (const [name, value] of Object.entries(hints)) {
    const expected = Object.hasOwn(HINTS, name) ? HINTS[name] : undefined;
    if (expected === undefined) {
      const near = nearestName(name, Object.keys(HINTS));
      return fail(`${pointer}/${escapeKey(name)}`, `'x-plex-attribution' has no '${name}'${near === null ? '; see docs/description.md.' : `. Did you mean '${near}'?`}`);
    }
    if (!isKind(value, expected)) fail(`${pointer}/${escapeKey(name)}`, `'${name}' must be ${NAMES[expected]}.`);
  }
}

type Kind = Extract<ExtensionValue, string>;

const NAMES: Readonly<Record<Kind, string>> = { object: 'an object', list: 'a list', text: 'a text', boolean: 'true or false', any: 'anything' };

function isKind(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'object':
      return isRecord(value);
    case 'list':
      return Array.isArray(value);
    case 'text':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'any':
      return true;
  }
}
