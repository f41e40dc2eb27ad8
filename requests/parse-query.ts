import { joinValues } from './join.ts';
import { expandAlternatives, knownText, subLiteral, textOf } from './text.ts';
import type { HolePart, Part, Parts, Prop } from './value.ts';
import { cutAt } from './urls.ts';

/** What a query text sends: `a=1&b={}`. */
export interface ParsedQuery { readonly props: readonly Prop[]; readonly open: string | null; readonly openPart?: HolePart }

export function parseQuery(parts: Parts): ParsedQuery {
  const ways = expandAlternatives(parts, 64);
  if (ways === null) return parseApart(parts);
  const parsed = ways.map(parseOne);
  const [first] = parsed;
  if (first === undefined) return { props: [], open: null };
  const merged = parsed.slice(1).reduce(joinParsed, first);
  return merged;
}

/** With too many alternatives to spell out, each is read by itself; those of one value stay with its name. */
function parseApart(parts: Parts): ParsedQuery {
  const within = alternativesOfValues(parts);
  const fixed = parseOne(parts.filter((part) => part.kind !== 'alt' || within.has(part)));
  return parts.reduce((parsed, part): ParsedQuery => {
    if (part.kind !== 'alt' || within.has(part)) return parsed;
    const options = part.options.map(parseQuery);
    const [first, ...others] = options;
    const either = others.reduce(joinParsed, first ?? fixed);
    const known = new Set(parsed.props.map((prop) => prop.name));
    return { ...parsed, props: [...parsed.props, ...either.props.filter((prop) => !known.has(prop.name))], open: parsed.open ?? either.open };
  }, fixed);
}

/** The alternatives that stand behind a `=` and hold no other pair. */
function alternativesOfValues(parts: Parts): ReadonlySet<Part> {
  const found = new Set<Part>();
  let inValue = false;
  for (const part of parts) {
    if (part.kind === 'literal') inValue = /=[^&]*$/.test(part.text) || (inValue && !part.text.includes('&'));
    else if (part.kind === 'alt' && inValue && !part.options.some((option) => holds(option, '&'))) found.add(part);
    else if (part.kind !== 'hole') inValue = false;
  }
  return found;
}

function holds(parts: Parts, character: string): boolean {
  return parts.some((part) => (part.kind === 'literal' ? part.text.includes(character) : part.kind === 'alt' && part.options.some((option) => holds(option, character))));
}

function joinParsed(a: ParsedQuery, b: ParsedQuery): ParsedQuery {
  const props = new Map(a.props.map((prop) => {
    const other = b.props.find((one) => one.name === prop.name);
    const value = other === undefined ? prop.value : joinValues([prop.value, other.value]);
    const repeated = prop.repeated === true || other?.repeated === true;
    return [prop.name, { ...prop, value, presence: other?.presence === 'always' ? prop.presence : 'maybe' as const, ...(repeated ? { repeated } : {}) }];
  }));
  for (const prop of b.props) if (!props.has(prop.name)) props.set(prop.name, { ...prop, presence: 'maybe' });
  const openPart = a.openPart ?? b.openPart;
  return { props: [...props.values()], open: a.open ?? b.open, ...(openPart === undefined ? {} : { openPart }) };
}

function parseOne(parts: Parts): ParsedQuery {
  const props: Prop[] = [];
  let open: string | null = null;
  let openPart: HolePart | undefined;
  for (const pair of splitAt(parts, '&')) {
    const fields = pair.find((part) => part.kind === 'fields');
    if (fields?.kind === 'fields') {
      props.push(...fields.props);
      open ??= fields.open;
    }
    const rest = pair.filter((part) => part.kind !== 'fields');
    if (rest.length === 0) continue;
    // a text that was cut off for its length may have had more
    if (rest.some((part) => part.kind === 'hole' && part.reason === 'limit' && part.encoded !== true)) open ??= 'a query past the bounds of the analysis';
    const { name, value, hasOperator } = splitPair(rest);
    // what was cut off for its length may have had further names
    if (value.some((part) => part.kind === 'hole' && part.reason === 'limit' && part.encoded !== true)) open ??= 'a text that is too long';
    const known = knownText(name);
    if (known !== null) {
      if (known !== '') props.push(nameProp(known, name, value, rest));
      continue;
    }
    // `label[${index}].tag.tag`: a name with an index that is not known
    const indexed = name.map((at) => (at.kind === 'literal' ? at.text : '{}')).join('');
    if (/^[\w.-]+\[\{\}\][\w.-]*$/.test(decode(indexed))) {
      props.push(nameProp(indexed, name, value, rest));
      continue;
    }
    // a hole where a name should be: one or more unknown pairs, or the rest of a value
    const part = name.find((at): at is HolePart => at.kind === 'hole');
    const [start] = name;
    if (start?.kind === 'literal' && hasOperator && /[<>!]$/.test(start.text)) props.push(nameProp(start.text, name, value, rest));
    open ??= part === undefined || part.words.length === 0 ? 'an unknown part of the query' : `\`${part.words.join('.')}\` is not known`;
    openPart ??= part;
  }
  return { props: dedupe(props), open, ...(openPart === undefined ? {} : { openPart }) };
}

function dedupe(props: readonly Prop[]): readonly Prop[] {
  const byName = new Map<string, Prop>();
  for (const prop of props) {
    const before = byName.get(prop.name);
    byName.set(prop.name, before === undefined ? prop : { ...prop, repeated: true, value: joinValues([before.value, prop.value]), presence: before.presence === 'always' ? 'always' : prop.presence });
  }
  return [...byName.values()];
}

function nameProp(text: string, name: Parts, value: Parts, pair: Parts): Prop {
  const [first] = name;
  const last = pair.at(-1);
  const start = first?.kind === 'literal' ? first.place : null;
  const end = last?.kind === 'literal' || last?.kind === 'hole' ? last.place : null;
  return {
    name: decode(text), value: textOf(value), presence: 'always', written: 'url', place: start,
    entryPlace: start !== null && end !== null && start.file === end.file && end.end >= start.start ? { ...start, end: end.end } : start,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function splitAt(parts: Parts, separator: string): readonly Parts[] {
  const pieces: Parts[] = [];
  let rest: Parts | null = parts;
  while (rest !== null) {
    const { before, after }: { before: Parts; after: Parts | null } = cutAt(rest, separator);
    pieces.push(before);
    rest = after;
  }
  return pieces;
}

/** `name=value`; in a media query the operator stays with the name: `addedAt>>=1` is `addedAt>>`. */
function splitPair(pair: Parts): { name: Parts; value: Parts; hasOperator: boolean } {
  const { before, after } = cutAt(pair, '=');
  if (after !== null) return { name: before, value: after, hasOperator: true };
  // `year<2000` has no `=`
  const [first] = pair;
  const match = first?.kind === 'literal' ? /^([\w.]+(?:>>|<<|>|<))/.exec(first.text) : null;
  if (match?.[1] !== undefined && first?.kind === 'literal' && match[1].length < first.text.length + (pair.length > 1 ? 1 : 0)) {
    const name = subLiteral(first, 0, match[1].length);
    const tail = match[1].length < first.text.length ? [subLiteral(first, match[1].length, first.text.length)] : [];
    return { name: [name], value: [...tail, ...pair.slice(1)], hasOperator: true };
  }
  return { name: pair, value: [], hasOperator: false };
}
