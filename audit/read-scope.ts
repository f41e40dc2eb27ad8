import { isEndpoint } from '../rules/allow-list.ts';
import { nearestName } from '../spec/nearest-name.ts';
import { CannotRun } from './cannot-run.ts';
import { isEndpointText } from './read-config.ts';
import type { Description } from '../spec/description.ts';
import type { OutOfScope } from './define-config.ts';

/** What `--scope` leaves out, by the word before `=`, and the key of the configuration that does the same. */
const KINDS = { 'no-tag': 'tags', 'no-scope': 'scopes', 'no-host': 'hosts', 'no-description': 'descriptions', 'no-operation': 'operations' } as const satisfies Readonly<Record<string, keyof OutOfScope>>;

/** What an option says of the value that it takes, for help and messages. */
export const SCOPE_VALUE = 'what to leave out: no-tag=, no-scope=, no-host=, no-description= or no-operation=, and its name';

/** What `--scope` names, given several times; a text says what is wrong with it. */
export function readScope(values: readonly string[]): OutOfScope | string {
  const scope: Partial<Record<keyof OutOfScope, readonly string[]>> = {};
  for (const value of values) {
    const [, kind = value, name = ''] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
    if (!isKind(kind) || name === '') {
      const near = isKind(kind) ? kind : nearestKind(kind);
      return `--scope needs ${SCOPE_VALUE}, not "${value}".${near === null ? '' : ` Did you mean ${near}=${name === '' ? '…' : name}?`}`;
    }
    if (kind === 'no-operation' && !isEndpointText(name)) return `--scope no-operation is written as GET /path, or /path for every method, not "${name}".`;
    scope[KINDS[kind]] = [...(scope[KINDS[kind]] ?? []), name];
  }
  return scope;
}

/** What the configuration leaves out and what the command line does, together. Throws `CannotRun` for what there is not. */
export function joinScopes(config: OutOfScope, asked: OutOfScope, descriptions: readonly Description[]): OutOfScope {
  const joined: Partial<Record<keyof OutOfScope, readonly string[]>> = { ...config };
  for (const [kind, key] of Object.entries(KINDS)) {
    const names = asked[key] ?? [];
    for (const name of names) checkName(kind, name, descriptions);
    if (names.length > 0) joined[key] = [...(config[key] ?? []), ...names];
  }
  return joined;
}

function checkName(kind: string, name: string, descriptions: readonly Description[]): void {
  if (kind === 'no-host' && name.includes('*')) return;
  if (kind === 'no-operation') {
    if (descriptions.some(({ operations }) => operations.some(({ method, path }) => isEndpoint(name, method, path)))) return;
    throw new CannotRun(`--scope ${kind}=${name} leaves nothing out: no description has such an operation. Write the path as the description does; * stands for one segment, a last /** for any rest.`);
  }
  const known = [...new Set(descriptions.flatMap((description) => NAMES[kind]?.(description) ?? []))].sort();
  if (known.includes(name)) return;
  const near = nearestName(name, known);
  const way = near !== null ? `Did you mean "${near}"?` : known.length === 0 ? 'They have none.' : `They have: ${known.join(', ')}.`;
  throw new CannotRun(`--scope ${kind}=${name} leaves nothing out: the descriptions have no such name. ${way}`);
}

/** The names that a description has, by what leaves one out. */
const NAMES: Readonly<Record<string, (description: Description) => readonly string[]>> = {
  'no-tag': ({ operations }) => operations.flatMap(({ tags }) => tags),
  'no-scope': ({ operations }) => operations.flatMap(({ security }) => security.flatMap((requirement) => Object.values(requirement).flat())),
  'no-host': ({ hosts }) => hosts,
  'no-description': ({ name }) => [name],
};

function isKind(word: string): word is keyof typeof KINDS {
  return Object.hasOwn(KINDS, word);
}

/** `tag`, `tags` and `no-tags` for `no-tag`. */
function nearestKind(word: string): string | null {
  const [meant] = Object.entries(KINDS).find(([kind, key]) => [kind, `${kind}s`, key].includes(`no-${word}`) || [key, `no-${key}`].includes(word)) ?? [];
  return meant ?? nearestName(word, Object.keys(KINDS));
}
