import { bindingOf } from './binding-of.ts';
import { removeProperty, removeStatement } from './remove-node.ts';
import { pathAround } from './node-path.ts';
import { readText, wholeText } from './read-text.ts';
import { quoteOf } from './quote-of.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from '../requests/request-site.ts';
import type { Binding } from './binding-of.ts';
import type { Edit, EditedFile } from './editable.ts';
import type { TextSegment } from './read-text.ts';

type Path = readonly TSESTree.Node[];

/** A query parameter as the source has it. */
export interface WrittenParameter {
  readonly file: EditedFile;
  /** `text`: `?name=${value}`. `property`: of an object. `set`: a statement that sets it on something. */
  readonly form: 'text' | 'property' | 'set';
  /** What it is a part of: a text, an object literal, or the variable that it is set on. */
  readonly holder: { readonly path: Path } | { readonly binding: Binding };
  /** The path to the expression of the value; a text where the value is written out. */
  readonly value: Path | string;
  /** The edits that take it away. */
  readonly removal: readonly Edit[];
  /** The removal leaves no `?` behind which more could be put. */
  readonly endsQuery: boolean;
  /** The object has nothing else in it. */
  readonly isOnly: boolean;
  /** The property that goes with it, since its value would be an empty object: `params: { name: value }`. */
  readonly dropped: TSESTree.Property | null;
}

/** Reads how a parameter is written whose name stands at a place; null when it is in no form that an edit can take away. */
export function readWrittenParameter(file: EditedFile, name: string, place: Place): WrittenParameter | null {
  const path = pathAround(file.program, place);
  const node = path.at(-1);
  const parent = path.at(-2);
  if (parent?.type === 'Property' && parent.key === node && path.at(-3)?.type === 'ObjectExpression') return readProperty(file, path.slice(0, -1), parent);
  if (node?.type === 'Literal' && node.value === name) return parent?.type === 'CallExpression' ? readSetCall(file, path.slice(0, -1), parent) : readAssignment(file, path.slice(0, -1));
  return readInText(file, name, place, path);
}

function readProperty(file: EditedFile, path: Path, property: TSESTree.Property): WrittenParameter | null {
  const object = path.at(-2);
  if (object?.type !== 'ObjectExpression' || property.computed) return null;
  const isOnly = object.properties.length === 1;
  const around = path.at(-3);
  const outer = path.at(-4);
  const dropped = isOnly && around?.type === 'Property' && outer?.type === 'ObjectExpression' ? around : null;
  const removal = dropped !== null && outer?.type === 'ObjectExpression' ? removeProperty(file, outer, dropped) : removeProperty(file, object, property);
  return { file, form: 'property', holder: { path: path.slice(0, -1) }, value: [...path, property.value], removal, endsQuery: false, isOnly, dropped };
}

/** `params.set('name', value);` */
function readSetCall(file: EditedFile, path: Path, call: TSESTree.CallExpression): WrittenParameter | null {
  const [, value, ...others] = call.arguments;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || !/^(?:set|append)$/.test(callee.property.name) || value === undefined || others.length > 0) return null;
  return readSet(file, path, callee.object, [...path, value]);
}

/** `params['name'] = value;` */
function readAssignment(file: EditedFile, path: Path): WrittenParameter | null {
  const target = path.at(-1);
  const assignment = path.at(-2);
  if (target?.type !== 'MemberExpression' || assignment?.type !== 'AssignmentExpression' || assignment.left !== target || assignment.operator !== '=') return null;
  return readSet(file, path.slice(0, -1), target.object, [...path.slice(0, -1), assignment.right]);
}

function readSet(file: EditedFile, path: Path, receiver: TSESTree.Expression, value: Path): WrittenParameter | null {
  const root = receiver.type === 'MemberExpression' && receiver.property.type === 'Identifier' && receiver.property.name === 'searchParams' ? receiver.object : receiver;
  const binding = root.type === 'Identifier' ? bindingOf(path, root.name) : null;
  const removal = removeStatement(file, path);
  return binding === null || removal === null ? null : { file, form: 'set', holder: { binding }, value, removal, endsQuery: false, isOnly: false, dropped: null };
}

/** `?name=${value}&`, `'?name=' + value` */
function readInText(file: EditedFile, name: string, place: Place, path: Path): WrittenParameter | null {
  const whole = wholeText(path);
  const node = whole.at(-1);
  const segments = node === undefined ? [] : readText(file, node);
  const index = segments.findIndex(({ kind, start, end }) => kind === 'written' && start <= place.start && end >= place.end);
  const segment = segments[index];
  if (node === undefined || segment?.kind !== 'written' || !file.text.startsWith(`${name}=`, place.start)) return null;

  const separator = readSeparator(file, segments, index, place.start);
  const valueStart = place.start + name.length + 1;
  const found = separator === null ? null : readValue(file, segments, index, valueStart);
  if (separator === null || found === null) return null;

  const { value, end, next } = found;
  const hasMore = next !== null;
  const from = hasMore ? place.start : separator.from;
  const removal = [...(hasMore ? [] : separator.unused), ...cut(file, segments, segment, from, end)];
  return {
    file, form: 'text', holder: { path: whole }, value: typeof value === 'string' ? value : pathAround(file.program, { start: value.range[0], end: value.range[1] }),
    removal: requote(file, node, segments, removal), endsQuery: separator.isFirst && !hasMore, isOnly: false, dropped: null,
  };
}

interface Separator {
  /** Where the `?` or `&` starts, or what chooses between them. */
  readonly from: number;
  /** It may be the `?` that the query starts with. */
  readonly isFirst: boolean;
  /** What nobody needs without it. */
  readonly unused: readonly Edit[];
}

function readSeparator(file: EditedFile, segments: readonly TextSegment[], index: number, at: number): Separator | null {
  const segment = segments[index];
  const before = segments[index - 1];
  const character = file.text[at - 1] ?? '';
  if (segment !== undefined && at > segment.start) return character === '?' || character === '&' ? { from: at - 1, isFirst: character === '?', unused: [] } : null;
  return before?.kind === 'value' && before.owner.type === 'TemplateLiteral' ? readChoice(file, before) : null;
}

/** `${path.includes('?') ? '&' : '?'}`, or a constant that is made so and used here only. */
function readChoice(file: EditedFile, { node, start }: TextSegment & { kind: 'value' }): Separator | null {
  if (isSeparatorChoice(node)) return { from: start, isFirst: true, unused: [] };
  if (node.type !== 'Identifier') return null;
  const path = pathAround(file.program, { start: node.range[0], end: node.range[1] });
  const binding = bindingOf(path, node.name);
  const declarations = binding === null ? [] : binding.declared.map(({ range }) => pathAround(file.program, { start: range[0], end: range[1] }));
  const [declared, ...others] = declarations;
  const declarator = declared?.at(-2);
  const uses = [...file.text.matchAll(new RegExp(`(?<![\\w$.])${node.name}(?![\\w$])`, 'g'))].length;
  if (declared === undefined || others.length > 0 || declarator?.type !== 'VariableDeclarator' || declarator.init === null || !isSeparatorChoice(declarator.init)) return null;
  const unused = uses === 2 ? removeStatement(file, declared.slice(0, -1)) : null;
  return { from: start, isFirst: true, unused: unused ?? [] };
}

function isSeparatorChoice(node: TSESTree.Node): boolean {
  return node.type === 'ConditionalExpression' && [node.consequent, node.alternate].every((one) => one.type === 'Literal' && (one.value === '?' || one.value === '&'));
}

interface FoundValue {
  readonly value: TSESTree.Node | string;
  /** Where what stays begins: behind the value, or behind the `&` that follows it. */
  readonly end: { readonly segment: number; readonly at: number };
  /** What follows in the query; null: nothing. */
  readonly next: number | null;
}

function readValue(file: EditedFile, segments: readonly TextSegment[], index: number, start: number): FoundValue | null {
  const segment = segments[index];
  if (segment === undefined) return null;
  if (start < segment.end) {
    const text = /^[^&#\\]*/.exec(file.text.slice(start, segment.end))?.[0] ?? '';
    return segments[index + 1] !== undefined && start + text.length === segment.end ? null : follow(file, segments, text, index, start + text.length);
  }
  const value = segments[index + 1];
  if (value?.kind !== 'value') return null;
  const rest = segments[index + 2];
  // in a template something is written behind each value, be it nothing
  if (rest?.kind === 'written') return rest.start === rest.end && segments[index + 3] !== undefined ? null : follow(file, segments, value.node, index + 2, rest.start);
  return rest === undefined ? { value: value.node, end: { segment: index + 1, at: value.end }, next: null } : null;
}

function follow(file: EditedFile, segments: readonly TextSegment[], value: FoundValue['value'], index: number, at: number): FoundValue | null {
  const segment = segments[index];
  if (segment === undefined) return null;
  const character = at < segment.end ? file.text[at] : undefined;
  if (character === undefined) return segments[index + 1] === undefined ? { value, end: { segment: index, at }, next: null } : null;
  return character === '&' ? { value, end: { segment: index, at: at + 1 }, next: at + 1 } : null;
}

/** Takes away what stands between two places of a text, so that the literals at both ends stay whole. */
function cut(file: EditedFile, segments: readonly TextSegment[], first: TextSegment, from: number, { segment: index, at }: FoundValue['end']): readonly Edit[] {
  const last = segments[index];
  const edit = (start: number, end: number): Edit => ({ place: { file: file.file, start, end }, text: '' });
  if (last === undefined || first.owner === last.owner) return [edit(from, at)];
  const isSameQuote = last.kind === 'written' && file.text[first.owner.range[1] - 1] === file.text[last.owner.range[0]];
  if (isSameQuote) return [edit(from, at)];
  const rest = last.kind === 'written' ? [edit(first.owner.range[1], last.owner.range[0]), ...(at > last.start ? [edit(last.start, at)] : [])] : [edit(first.owner.range[1], at)];
  // `base + '?name=' + value` leaves `base`
  const before = segments[segments.indexOf(first) - 1];
  if (last.kind !== 'written' && from === first.start && first.owner.type === 'Literal' && before !== undefined) return [edit(before.owner.range[1], at)];
  return [...(from < first.end ? [edit(from, first.end)] : []), ...rest];
}

/** A template that is left without a value is written as a plain text. */
function requote(file: EditedFile, node: TSESTree.Node, segments: readonly TextSegment[], removal: readonly Edit[]): readonly Edit[] {
  const [only, ...others] = removal;
  if (node.type !== 'TemplateLiteral' || only === undefined || others.length > 0) return removal;
  const isKept = ({ start, end }: TextSegment): boolean => start < only.place.start || end > only.place.end;
  const [start, end] = node.range;
  const left = file.text.slice(start + 1, only.place.start) + file.text.slice(only.place.end, end - 1);
  if (segments.some((segment) => segment.kind === 'value' && isKept(segment)) || /['"\\\n]/.test(left)) return removal;
  const quote = quoteOf(file.text);
  return [{ place: { file: file.file, start, end }, text: `${quote}${left}${quote}` }];
}
