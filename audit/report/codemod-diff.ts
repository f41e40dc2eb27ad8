import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { paintWith } from './paint.ts';
import { printable } from './printable.ts';
import type { WrittenFile } from '../../codemods/write-files.ts';
import type { Paint } from './paint.ts';

export interface DiffOptions {
  /** For a terminal: painted, and unable to steer it. Without, `git apply` takes it. */
  readonly colour: boolean;
  readonly nameOf: (file: string) => string;
}

/** What changes in a file, as a unified diff. */
export function printDiff({ file, before, after }: WrittenFile, { colour, nameOf }: DiffOptions): string {
  const name = nameOf(file);
  const patch = createTwoFilesPatch(before === null ? '/dev/null' : `a/${name}`, `b/${name}`, before ?? '', after, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
  if (!colour) return patch;
  const paint = paintWith(true);
  return patch.split('\n').map((line, i) => paintLine(line, i, paint)).join('\n');
}

function paintLine(line: string, index: number, paint: Paint): string {
  const text = line.replace(/\r$/, '').split('\t').map(printable).join('\t');
  if (index < 2) return paint.bold(text);
  if (text.startsWith('@@')) return paint.cyan(text);
  if (text.startsWith('+')) return paint.green(text);
  return text.startsWith('-') ? paint.red(text) : text;
}
