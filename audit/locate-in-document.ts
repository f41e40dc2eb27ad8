import { readFileSync } from 'node:fs';
import { isJson, lineIn } from '../spec/line-of.ts';
import { linesOfJson } from '../spec/lines-of-json.ts';
import { readPointer } from '../spec/resolve-ref.ts';
import type { Description } from '../spec/description.ts';
import type { DocumentPlace } from './audit-sections.ts';

/** The place of a JSON pointer in a description, or of its nearest parent that is there. */
export function locateInDocument(description: Description, pointer: string): DocumentPlace {
  const existing = nearestExisting(description, pointer);
  return { description: description.name, pointer: existing, line: finderOf(description)(existing) };
}

function nearestExisting({ document }: Description, pointer: string): string {
  let existing = pointer;
  while (existing !== '' && readPointer(document, `#${existing}`) === undefined) existing = existing.slice(0, existing.lastIndexOf('/'));
  return existing;
}

type FindLine = (pointer: string) => number | null;

const finders = new WeakMap<Description, FindLine>();

/** Reads a document once for all its pointers. */
function finderOf(description: Description): FindLine {
  let finder = finders.get(description);
  if (finder === undefined) finders.set(description, (finder = createFinder(description.file)));
  return finder;
}

function createFinder(file: string): FindLine {
  const text = readText(file);
  if (text === null) return () => null;
  if (isJson(text)) {
    const lines = linesOfJson(text);
    return (pointer) => {
      let parent = pointer;
      while (parent !== '' && !lines.has(parent)) parent = parent.slice(0, parent.lastIndexOf('/'));
      return lines.get(parent) ?? 1;
    };
  }
  const known = new Map<string, number>();
  return (pointer) => {
    const line = known.get(pointer) ?? lineIn(text, pointer);
    known.set(pointer, line);
    return line;
  };
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
