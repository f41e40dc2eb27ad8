import type { Edit } from '../rules/editable.ts';

/** The edits that were made in files, pass after pass: a place of any pass is found in the files as they were, and as they become. */
export class TextHistory {
  private readonly passes: ReadonlyMap<string, readonly Edit[]>[] = [];

  /** How many passes have changed anything. */
  get length(): number {
    return this.passes.length;
  }

  /** Notes what a pass has changed, by file, with the offsets of the texts that it was given. */
  add(edits: ReadonlyMap<string, readonly Edit[]>): void {
    this.passes.push(edits);
  }

  /** The offset in the text before all passes of one in the text that `pass` passes have made. Of new code: where it was put in. */
  findBefore(file: string, offset: number, pass: number): number {
    return this.passes.slice(0, pass).reduceRight((at, edits) => moveBack(at, edits.get(file) ?? []), offset);
  }

  /** The offset in the text after all passes. Of code that is replaced: in its replacement. */
  findAfter(file: string, offset: number, pass: number): number {
    return this.passes.slice(pass).reduce((at, edits) => moveForward(at, edits.get(file) ?? []), offset);
  }
}

function moveBack(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { place: { start, end }, text } of inOrder(edits)) {
    if (offset < start + shift) break;
    if (offset < start + shift + text.length) return Math.min(offset - shift, end);
    shift += text.length - (end - start);
  }
  return offset - shift;
}

function moveForward(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { place: { start, end }, text } of inOrder(edits)) {
    if (offset < start) break;
    if (offset < end) return start + shift + Math.min(offset - start, text.length);
    shift += text.length - (end - start);
  }
  return offset + shift;
}

/** As they are applied: of two at one offset, what is put in comes first. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
}
