import { listWords } from './describe-request.ts';

const SHOWN = 8;
const KINDS: Readonly<Record<string, string>> = {
  array: 'a list', object: 'an object', string: 'a text', number: 'a number', integer: 'a whole number', boolean: 'a boolean', null: 'null', union: 'something else',
};

/** Kinds of values for a sentence: `a text or a list`. */
export function describeTypes(types: readonly string[]): string {
  return listWords(types.map((type) => KINDS[type] ?? type));
}

/** Names of fields for a sentence, the first few; `none` when there are none. */
export function listFields(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map((name) => `\`${name}\``);
  return shown.length === 0 ? 'none' : `${shown.join(', ')}${names.length > SHOWN ? ', …' : ''}`;
}
