import { digest } from '../modules/journal-facts.ts';
import { nameFrom } from './locate-places.ts';
import type { SkippedFile } from './audit-report.ts';
import type { AuditedProject } from './run-audit.ts';

/** Looks at a file's text alone. */
export type LookAtText = (file: string, text: string) => TextLook;

export interface TextLook {
  /** No request can be in it, whatever it imports. */
  readonly isPlain: boolean;
  readonly syntaxError: () => SkippedFile | null;
}

/** What was seen, by the file's name: the digest of the text, whether it is plain, and its syntax error; absent: nobody asked. */
export type FileNote = readonly [name: string, digest: string, isPlain: boolean, error?: Omit<SkippedFile, 'file'> | null];

/** Looks at texts of which nothing is noted, and notes what it sees. */
export interface FileNotes {
  readonly look: LookAtText;
  /** The notes of the files that were looked at. */
  readonly notes: () => readonly FileNote[];
  /** That of the text of a file that was looked at. */
  readonly digestOf: (file: string) => string;
}

/** Looks at every text anew. */
export function lookAtTexts({ isPlain, findSyntaxError }: AuditedProject): LookAtText {
  return (file, text) => ({ isPlain: isPlain(text, file), syntaxError: () => findSyntaxError(file, text) });
}

export function takeFileNotes(project: AuditedProject, before: readonly FileNote[]): FileNotes {
  const nameOf = nameFrom(project.root);
  const known = new Map(before.map((note) => [note[0], note]));
  const notes = new Map<string, FileNote>();
  return {
    look(file, text) {
      const name = nameOf(file);
      const now = digest(text);
      const before = notes.get(name) ?? known.get(name);
      const note: FileNote = before?.[1] === now ? before : [name, now, project.isPlain(text, file)];
      const [, , isPlain, noted] = note;
      notes.set(name, note);
      return {
        isPlain,
        syntaxError() {
          if (noted !== undefined) return noted === null ? null : { file, ...noted };
          const error = project.findSyntaxError(file, text);
          notes.set(name, [name, now, isPlain, error === null ? null : withoutFile(error)]);
          return error;
        },
      };
    },
    notes: () => [...notes.values()],
    digestOf: (file) => notes.get(nameOf(file))?.[1] ?? '',
  };
}

function withoutFile({ file: _, ...rest }: SkippedFile): Omit<SkippedFile, 'file'> {
  return rest;
}
