import type { EditedFile } from '../rules/editable.ts';

/** The parameter of an arrow function, with parentheses where the file's others have them. */
export function arrowParameter({ text }: Pick<EditedFile, 'text'>, name: string): string {
  const bare = [...text.matchAll(/(?:^|[(,=:?]\s*|async )[A-Za-z_$][\w$]* =>/gm)].length;
  const parenthesised = [...text.matchAll(/\([A-Za-z_$][\w$]*\) =>/g)].length;
  return bare > parenthesised ? name : `(${name})`;
}
