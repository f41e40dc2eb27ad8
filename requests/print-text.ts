import type { Text } from './request-site.ts';

/** The text with every run of holes as `{}`: `/library/sections/{}/all`. */
export function printText(text: Text): string {
  return text.map((part) => (part.kind === 'literal' ? part.text : '{}')).join('').replace(/(\{\})+/g, '{}');
}
