import { lintedFile } from './linted-file.ts';
import { scriptOf } from './script-of.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';

/** Text to stand at a place instead of what stands there. Where it starts and ends at one offset, the text is put in. */
export interface Edit {
  readonly place: Place;
  readonly text: string;
}

/** A file as edits see it. Offsets are UTF-16 code units of `text`, which has no byte order mark. */
export interface EditedFile {
  readonly file: string;
  readonly text: string;
  readonly program: TSESTree.Program;
}

/** The files that edits may change: to a rule the linted one, to a codemod those of the project. */
export interface Editable {
  /** null: no edit may change it, or it does not parse. */
  readonly fileOf: (file: string) => EditedFile | null;
  /** The files of the project whose text has a word; null, or absent, where not all of them can be seen. */
  readonly filesWith?: (word: string) => readonly EditedFile[] | null;
}

type Linted = Pick<RuleContext<string, readonly unknown[]>, 'sourceCode' | 'physicalFilename' | 'cwd'>;

/** What a fix of a rule may change. */
export function editable(context: Linted): Editable {
  const file = lintedFile(context);
  return { fileOf: (name) => (name === file ? { file, text: context.sourceCode.text, program: scriptOf(context.sourceCode.ast) } : null) };
}

/** The source text at a place; null where no edit may change it. */
export function textAt(target: Editable, place: Place | null): string | null {
  return place === null ? null : target.fileOf(place.file)?.text.slice(place.start, place.end) ?? null;
}
