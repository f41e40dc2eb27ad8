import { parseFile } from '../modules/parse-file.ts';
import { importEdits } from './import-edits.ts';
import type { Edit } from '../rules/editable.ts';
import type { Change, CodemodProject, ImportNeed, Plan } from './codemod.ts';

/** What became of the changes that were planned. */
export interface Applied {
  /** The new text of each file that is changed or added, without a byte order mark. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was done to each file that there was, imports and all. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  readonly done: readonly Change[];
  /** Changes that touch code which another one changes too: to be planned again on the new text. */
  readonly postponed: readonly Change[];
  /** Changes after which a file would not parse: a mistake of the codemod's. */
  readonly broken: readonly { readonly change: Change; readonly message: string }[];
}

/** Makes the changes of plans in memory, each whole or not at all; the first of two that meet in one place is done. */
export function applyPlans(project: CodemodProject, plans: readonly Plan[]): Applied {
  const changes = plans.filter((plan) => plan.kind === 'change');
  const broken: { change: Change; message: string }[] = [];
  for (;;) {
    const left = changes.filter((change) => !broken.some((one) => one.change === change));
    const { done, postponed } = choose(project, left);
    const { texts, edits } = writeTexts(project, done);
    const fault = findBroken(texts);
    if (fault === null) return { texts, edits, done, postponed, broken };
    const blamed = done.filter((change) => touches(change, fault.file));
    broken.push(...blamed.map((change) => ({ change, message: fault.message })));
  }
}

function choose(project: CodemodProject, changes: readonly Change[]): { done: readonly Change[]; postponed: readonly Change[] } {
  const edits: Edit[] = [];
  const files = new Map<string, string>();
  const done: Change[] = [];
  const postponed: Change[] = [];
  for (const change of changes) {
    const own = change.edits.filter((edit) => !edits.some((other) => isSame(edit, other)));
    const fits = own.every((edit) => project.fileOf(edit.place.file) !== null && !edits.some((other) => meets(edit, other)))
      && change.files.every(({ file, text }) => (files.get(file) ?? text) === text && project.textOf(file) === null);
    if (!fits) {
      postponed.push(change);
      continue;
    }
    edits.push(...own);
    for (const { file, text } of change.files) files.set(file, text);
    done.push(change);
  }
  return { done, postponed };
}

function isSame(one: Edit, other: Edit): boolean {
  return one.place.file === other.place.file && one.place.start === other.place.start && one.place.end === other.place.end && one.text === other.text;
}

/** Two texts that are put in at one offset meet as well: which comes first would matter. */
function meets({ place: one }: Edit, { place: other }: Edit): boolean {
  if (one.file !== other.file) return false;
  return (one.start < other.end && other.start < one.end) || (one.start === other.start && (one.start === one.end || other.start === other.end));
}

function writeTexts(project: CodemodProject, changes: readonly Change[]): Pick<Applied, 'texts' | 'edits'> {
  const edits = new Map<string, Edit[]>();
  const needs = new Map<string, ImportNeed[]>();
  const texts = new Map<string, string>();
  for (const change of changes) {
    // what an earlier change does as well is done once
    const earlier = new Map([...edits].map(([file, known]) => [file, [...known]]));
    for (const edit of change.edits) {
      if (earlier.get(edit.place.file)?.some((other) => isSame(other, edit)) !== true) push(edits, edit.place.file).push(edit);
    }
    for (const need of change.imports) push(needs, need.file).push(need);
    for (const { file, text } of change.files) texts.set(file, text);
  }
  for (const file of new Set([...edits.keys(), ...needs.keys()])) {
    const source = project.fileOf(file);
    if (source === null) continue;
    const all = [...importEdits(project, source, needs.get(file) ?? []), ...(edits.get(file) ?? [])];
    edits.set(file, all);
    texts.set(file, applyEdits(rawTextOf(project, file, source.text), all));
  }
  return { texts, edits };
}

/** The whole text of the file, of which a component's script is a part with the same offsets. */
function rawTextOf(project: CodemodProject, file: string, script: string): string {
  const raw = project.textOf(file)?.replace(/^\uFEFF/, '') ?? script;
  return raw.length === script.length ? raw : script;
}

/** The text after edits that do not meet. Of two that put text in at one offset, the first comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let position = 0;
  for (const { place, text: put } of [...edits].sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end)) {
    result += text.slice(position, place.start) + put;
    position = place.end;
  }
  return result + text.slice(position);
}

function findBroken(texts: ReadonlyMap<string, string>): { file: string; message: string } | null {
  for (const [file, text] of texts) {
    const parsed = parseFile(file, text);
    if ('error' in parsed) return { file, message: `${parsed.error.message} (line ${String(parsed.error.line)} of the new text)` };
  }
  return null;
}

function touches(change: Change, file: string): boolean {
  return change.edits.some(({ place }) => place.file === file) || change.imports.some((need) => need.file === file) || change.files.some((added) => added.file === file);
}

function push<T>(groups: Map<string, T[]>, key: string): T[] {
  const known = groups.get(key);
  if (known !== undefined) return known;
  const made: T[] = [];
  groups.set(key, made);
  return made;
}
