import type { Place } from './request-site.ts';
import type { Crossing, HolePart, Part, Parts, Value } from './value.ts';
import { literalText } from './value.ts';
import { joinValues, MAX_ALTERNATIVES, sameParts } from './join.ts';

const MAX_PARTS = 200;

/** The number of parts, those of alternatives included; stops counting at the bound. */
export function sizeOf(parts: Parts): number {
  let size = 0;
  for (const part of parts) {
    size++;
    if (part.kind === 'alt') for (const option of part.options) size += sizeOf(option);
    if (size > MAX_PARTS) break;
  }
  return size;
}

export function hole(reason: HolePart['reason'], words: readonly string[] = [], place: Place | null = null, extra?: Partial<HolePart>): HolePart {
  return { kind: 'hole', reason, words, place, crossed: null, ...extra };
}

export function alternative(options: readonly Parts[]): Parts {
  const distinct: Parts[] = [];
  for (const option of options) if (!distinct.some((other) => sameParts(other, option))) distinct.push(option);
  const [only] = distinct;
  if (only !== undefined && distinct.length === 1) return only;
  if (distinct.length > MAX_ALTERNATIVES || distinct.reduce((size, option) => size + sizeOf(option), 0) > MAX_PARTS) return [hole('limit')];
  return [{ kind: 'alt', options: distinct }];
}

export function concatParts(...texts: readonly Parts[]): Parts {
  const parts = texts.flat();
  if (sizeOf(parts) <= MAX_PARTS) return parts;
  const kept: Part[] = [];
  let size = 0;
  for (const part of parts) {
    size += sizeOf([part]);
    if (size > MAX_PARTS) break;
    kept.push(part);
  }
  return [...kept, hole('limit')];
}

/** The text when all of it is known, else null. */
export function knownText(parts: Parts): string | null {
  let text = '';
  for (const part of parts) {
    if (part.kind !== 'literal') return null;
    text += part.text;
  }
  return text;
}

/** The text of a value that is one known text, else null. */
export function literalOf(value: Value): string | null {
  return value.k === 'text' ? knownText(value.parts) : value.k === 'prim' && value.value !== undefined ? String(value.value) : null;
}

/** Known text at the start, before anything unknown. */
export function knownStart(parts: Parts): string {
  let text = '';
  for (const part of parts) {
    if (part.kind !== 'literal') break;
    text += part.text;
  }
  return text;
}

function knownEnd(parts: Parts): string {
  let text = '';
  for (const part of [...parts].reverse()) {
    if (part.kind !== 'literal') break;
    text = part.text + text;
  }
  return text;
}

/** All ways the text can read, alternatives expanded; null when there are too many. */
export function expandAlternatives(parts: Parts, limit = MAX_ALTERNATIVES): readonly Parts[] | null {
  let results: Part[][] = [[]];
  for (const part of parts) {
    if (part.kind !== 'alt') {
      for (const result of results) result.push(part);
      continue;
    }
    const options = part.options.map((option) => expandAlternatives(option, limit));
    if (options.some((option) => option === null)) return null;
    const flat = options.flatMap((option) => option ?? []);
    results = results.flatMap((result) => flat.map((option) => [...result, ...option]));
    if (results.length > limit) return null;
  }
  return results;
}

export type Known = boolean | null;

/** Whether a text that reads one way surely has a letter: named values that are always sent make one, too. */
export function isFilled(parts: Parts): boolean {
  return parts.some((part) => (part.kind === 'literal' && part.text !== '') || (part.kind === 'fields' && part.props.some(({ presence }) => presence === 'always')));
}

/** Decides a question about a text for each way it can read; null unless all agree. */
export function decide(parts: Parts, question: (parts: Parts) => Known): Known {
  const ways = expandAlternatives(parts);
  if (ways === null) return null;
  const answers = new Set(ways.map(question));
  const [answer] = answers;
  return answers.size === 1 && answer !== undefined ? answer : null;
}

export function startsWith(parts: Parts, search: string): Known {
  const beginning = knownStart(parts);
  if (beginning.length >= search.length) return beginning.startsWith(search);
  return decide(parts, (way) => {
    const start = knownStart(way);
    if (start.startsWith(search)) return true;
    if (way.length === 0 || knownText(way) !== null) return false;
    if (!search.startsWith(start)) return false;
    const first = way.find((part) => part.kind !== 'literal');
    return first?.kind === 'hole' && start === '' && first.type === 'number' && !/^[\d-]/.test(search) ? false : null;
  });
}

export function endsWith(parts: Parts, search: string): Known {
  const ending = knownEnd(parts);
  if (ending.length >= search.length) return ending.endsWith(search);
  return decide(parts, (way) => {
    const end = knownEnd(way);
    if (end.endsWith(search)) return true;
    if (knownText(way) !== null) return false;
    return search.endsWith(end) ? null : false;
  });
}

export function includes(parts: Parts, search: string): Known {
  if (parts.some((part) => part.kind === 'literal' && part.text.includes(search))) return true;
  return decide(parts, (way) => {
    const known = knownText(way);
    if (known !== null) return known.includes(search);
    if (way.map((part) => (part.kind === 'literal' ? part.text : '\u0000')).join('').includes(search)) return true;
    // what fills a segment of a path holds no query
    return /^[?#&]$/.test(search) && /^(?:\/|[a-z]+:\/\/)[^/]*/i.test(knownStart(way)) ? false : null;
  });
}

export function equalsText(parts: Parts, text: string): Known {
  return decide(parts, (way) => {
    const known = knownText(way);
    if (known !== null) return known === text;
    if (text === '' && isFilled(way)) return false;
    if (!text.startsWith(knownStart(way)) || !text.endsWith(knownEnd(way))) return false;
    return null;
  });
}

/** The text from `start` to `end` (known, non-negative offsets within the known start), or null when that is not known. */
export function sliceParts(parts: Parts, start: number, end?: number): Parts | null {
  const known = knownText(parts);
  if (known !== null) {
    const from = start < 0 ? Math.max(known.length + start, 0) : start;
    const to = end === undefined ? known.length : end < 0 ? known.length + end : end;
    return cut(parts, from, Math.max(to, from));
  }
  if (start < 0) return null;
  if (end !== undefined) {
    if (end >= 0) return knownStart(parts).length >= end ? cut(parts, start, end) : null;
    return knownStart(parts).length >= start && knownEnd(parts).length >= -end ? cutEnd(cut(parts, start, null), -end) : null;
  }
  return knownStart(parts).length >= start ? cut(parts, start, null) : null;
}

function cut(parts: Parts, from: number, to: number | null): Parts {
  const result: Part[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.kind !== 'literal') {
      if (to !== null) break;
      result.push(part);
      continue;
    }
    const start = Math.max(from - at, 0);
    const end = to === null ? part.text.length : Math.min(Math.max(to - at, 0), part.text.length);
    if (end > start) result.push(subLiteral(part, start, end));
    at += part.text.length;
  }
  return result;
}

function cutEnd(parts: Parts, count: number): Parts {
  const result = [...parts];
  let left = count;
  while (left > 0) {
    const last = result.pop();
    if (last?.kind !== 'literal') return parts;
    if (last.text.length > left) result.push(subLiteral(last, 0, last.text.length - left));
    left -= Math.min(left, last.text.length);
  }
  return result;
}

/** A piece of a literal; the place follows when the source spells the text as it is. */
export function subLiteral(part: Extract<Part, { kind: 'literal' }>, start: number, end: number): Part {
  const { place } = part;
  const exact = place !== null && place.end - place.start === part.text.length;
  return { ...part, text: part.text.slice(start, end), place: exact ? { file: place.file, start: place.start + start, end: place.start + end } : place };
}

/** Applies a text function to each known piece when it works piece by piece (case, encoding). */
export function mapLiterals(parts: Parts, change: (text: string) => string, changeHole: (part: HolePart) => HolePart = (part) => part): Parts {
  return parts.map((part): Part => {
    if (part.kind === 'literal') {
      const text = change(part.text);
      return text === part.text ? part : { ...part, text };
    }
    if (part.kind === 'hole') return changeHole(part);
    if (part.kind === 'alt') return { kind: 'alt', options: part.options.map((option) => mapLiterals(option, change, changeHole)) };
    return part;
  });
}

/** `replace` with a known search in the known pieces; a hole may hold the search, which is left out of account. */
export function replaceParts(parts: Parts, search: string | RegExp, replacement: Parts, all: boolean): Parts {
  const result: Part[] = [];
  let done = false;
  for (let i = 0; i < parts.length;) {
    const part = parts[i];
    if (part === undefined) break;
    if (part.kind === 'alt') result.push({ kind: 'alt', options: part.options.map((option) => replaceParts(option, search, replacement, all)) });
    if (part.kind !== 'literal') {
      if (part.kind !== 'alt') result.push(part.kind === 'hole' ? { ...part, edited: true } : part);
      i++;
      continue;
    }
    // neighbouring pieces are one text to the search
    const run: Part[] = [];
    while (parts[i]?.kind === 'literal') run.push(parts[i++] ?? part);
    const text = knownText(run) ?? '';
    let offset = 0;
    for (const match of done && !all && !(search instanceof RegExp && search.flags.includes('g')) ? [] : findMatches(text, search, all, i === parts.length)) {
      done = true;
      const crossed = (sliceParts(run, match.index, match.index + match.length) ?? []).reduce<Crossing | null>((found, at) => (at.kind === 'alt' ? found : at.crossed ?? found), null);
      const written = expandGroups(replacement, match).map((at): Part => (at.kind === 'alt' || at.crossed !== null ? at : { ...at, crossed }));
      result.push(...(sliceParts(run, offset, match.index) ?? []), ...written);
      offset = match.index + match.length;
    }
    result.push(...(sliceParts(run, offset) ?? []));
  }
  return result;
}

interface Match { readonly index: number; readonly length: number; readonly groups: readonly (string | undefined)[] }

function findMatches(text: string, search: string | RegExp, all: boolean, atEnd: boolean): readonly Match[] {
  // `$` means the end of the whole text
  if (search instanceof RegExp && !atEnd && search.source.endsWith('$') && !search.source.endsWith('\\$')) return [];
  if (typeof search === 'string') {
    const found: Match[] = [];
    for (let at = text.indexOf(search); at !== -1 && search !== ''; at = text.indexOf(search, at + search.length)) {
      found.push({ index: at, length: search.length, groups: [search] });
      if (!all) break;
    }
    return found;
  }
  const global = new RegExp(search.source, search.flags.includes('g') ? search.flags : `${search.flags}g`);
  const found = [...text.matchAll(global)].map((match) => ({ index: match.index, length: match[0].length, groups: [...match] }));
  return search.flags.includes('g') || all ? found : found.slice(0, 1);
}

function expandGroups(replacement: Parts, match: Match): Parts {
  return mapLiterals(replacement, (text) => text.replace(/\$(\d|&)/g, (_, group: string) => match.groups[group === '&' ? 0 : Number(group)] ?? ''));
}

/** The first unknown of several texts, claiming no more than is true of all of them. */
function unknownWord(texts: readonly Parts[]): HolePart {
  const holes = texts.flatMap((parts) => parts.filter((part) => part.kind === 'hole'));
  const [first = hole('dynamic')] = holes;
  const isOfType = holes.every((part) => part.type === first.type) && (first.type !== 'number' || texts.every((parts) => /^\d*$/.test(knownText(parts) ?? '')));
  return hole(first.reason, first.words, first.place, {
    crossed: first.crossed,
    ...(isOfType && first.type !== undefined ? { type: first.type } : {}),
    ...(holes.every((part) => part.encoded === true) ? { encoded: true } : {}),
    ...(holes.some((part) => part.optional === true) ? { optional: true } : {}),
  });
}

/** A value as text parts; what is no text becomes a hole. `fields` turns an object of the heap into parts. */
export function partsOf(value: Value, ofObject: (id: number, crossed: Crossing | null) => Parts): Parts {
  switch (value.k) {
    case 'text': return value.parts;
    case 'prim': return value.value === undefined || value.value === null ? [hole('unset')] : [{ kind: 'literal', text: String(value.value), place: value.place, crossed: value.crossed ?? null }];
    case 'hole': return [value.part];
    case 'ref': return ofObject(value.id, value.crossed);
    case 'choice': {
      // nobody means to write `undefined` into a text
      const written = value.options.filter((option) => !(option.k === 'prim' && (option.value === undefined || option.value === null)));
      const texts = (written.length === 0 ? value.options : written).map((option) => partsOf(option, ofObject));
      // `id || '7'`: an unknown word, or a known one, is an unknown word
      const isUnknown = (parts: Parts): boolean => parts.length === 1 && parts[0]?.kind === 'hole' && parts[0].reason !== 'parameter';
      const unknown = texts.find(isUnknown);
      if (unknown !== undefined && texts.every((parts) => isUnknown(parts) || /^[\w.-]*$/.test(knownText(parts) ?? '/'))) return [unknownWord(texts)];
      return alternative(texts);
    }
    case 'promise': return partsOf(value.value, ofObject);
    case 'body': return [hole('response', [...value.path].filter((key) => key !== '[]'))];
    case 'response': return [hole('response')];
    case 'package': return [hole('import', [value.name, ...value.path])];
    default: return [hole('dynamic')];
  }
}

export function textOf(parts: Parts): Value {
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'hole') return { k: 'hole', part: only };
  if (parts.length === 1 && only?.kind === 'alt') return joinValues(only.options.map(textOf));
  return parts.length === 0 ? literalText('') : { k: 'text', parts };
}
