import type { JSONSchema } from '@typescript-eslint/utils';
import { splitWords } from '../spec/split-words.ts';
import { viewSchema } from '../spec/view-schema.ts';
import { isOwned } from './locate.ts';
import type { Hole, Place } from '../requests/request-site.ts';
import type { Operation, Parameter } from '../spec/description.ts';
import type { RuleContext } from './define-rule.ts';
import type { Edit } from './editable.ts';

/** The option that says which values count as text that needs encoding. */
export interface EncodeOption {
  readonly report?: 'free-text' | 'all';
}

/** The JSON Schema of the option `report` of rules about encoding. */
export const ENCODE_SCHEMA: JSONSchema.JSONSchema4 = {
  type: 'object',
  properties: {
    report: {
      type: 'string',
      enum: ['free-text', 'all'],
      description: 'Report values that are text by their names, such as `title` or `query`, or every value that the operation takes as any text.',
    },
  },
  additionalProperties: false,
};

/** Names, by their last word, of what people or files call things: any character may be in them. */
const FREE = new Set([
  'query', 'q', 'search', 'term', 'terms', 'title', 'name', 'names', 'keyword', 'keywords', 'text', 'phrase', 'label', 'labels', 'summary', 'description', 'comment', 'note', 'tag', 'tags', 'genre', 'actor',
  'director', 'artist', 'album', 'author', 'studio', 'url', 'uri', 'href', 'link', 'path', 'file', 'filename', 'folder', 'directory', 'email', 'username', 'city', 'street', 'message', 'subject', 'caption',
]);
/** Names of what programs make: letters, digits and dashes. */
const PLAIN = new Set([
  'id', 'ids', 'key', 'keys', 'guid', 'uuid', 'identifier', 'token', 'hash', 'num', 'number', 'index', 'count', 'size', 'limit', 'offset', 'page', 'year', 'type', 'types', 'kind', 'code', 'version', 'port',
  'state', 'status', 'sort', 'order', 'time', 'date', 'timestamp', 'start', 'end', 'width', 'height', 'mode', 'flag', 'slug', 'encoded', 'escaped', 'base64',
]);

/** Formats whose texts need no encoding. */
const PLAIN_FORMATS = new Set(['uuid', 'date', 'date-time', 'time', 'ipv4', 'ipv6', 'int32', 'int64', 'byte']);

/** Whether an unknown value is put unencoded where the operation takes any text. */
export function isUnencodedText({ description }: Operation, { name, schema }: Parameter, hole: Hole, report: EncodeOption['report']): boolean {
  if (hole.encoded === true || (hole.type !== undefined && hole.type !== 'string') || !['parameter', 'import', 'global', 'response', 'call', 'dynamic', 'loop'].includes(hole.reason)) return false;
  const view = viewSchema(description.document, schema);
  const isAnyText = view.types?.includes('string') === true && view.values === null && view.alternatives === null && view.parts.every((part) => part.pattern === undefined && (typeof part.format !== 'string' || !PLAIN_FORMATS.has(part.format)));
  if (!isAnyText) return false;
  const words = splitWords(hole.words.at(-1) ?? '');
  const last = words.at(-1) ?? '';
  if (words.some((word) => word.startsWith('encod') || word.startsWith('escap')) || PLAIN.has(last)) return false;
  return report === 'all' || FREE.has(last) || FREE.has(splitWords(name).at(-1) ?? '');
}

/** The interpolation of a hole, when the linted file has it as a whole: `${title}`, `+ title`. */
export function interpolationOf(context: RuleContext<string, readonly unknown[]>, { at }: Hole): Place | null {
  const place = at ?? null;
  if (!isOwned(context, place)) return null;
  const { text } = context.sourceCode;
  const before = text.slice(Math.max(0, place.start - 20), place.start);
  const behind = text.slice(place.end, place.end + 20);
  const isInTemplate = /\$\{\s*$/.test(before) && /^\s*\}/.test(behind);
  const isAdded = /['"`]\s*\+\s*$/.test(before) && /^\s*(?:[;,)+\]\n]|$)/.test(behind) && /^[\w.$]+$/.test(text.slice(place.start, place.end));
  return isInTemplate || isAdded ? place : null;
}

/** The edit that encodes an interpolation. */
export function encodeEdit({ sourceCode }: RuleContext<string, readonly unknown[]>, place: Place): Edit {
  return { place, text: `encodeURIComponent(${sourceCode.text.slice(place.start, place.end)})` };
}
