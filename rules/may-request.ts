import { loadImport } from './engine.ts';
import { hasClue, hasFaintClue } from './make-clue.ts';
import type { Description } from '../spec/description.ts';

/**
 * Whether a file may hold a request to a described API: its text has a clue; or a faint one, and a module of the project
 * that it imports has a clue, as the subclass of a client has that only says `this.get('/hubs')`.
 */
export function mayRequest(file: string, text: string, descriptions: readonly Description[]): boolean {
  if (hasClue(text, descriptions)) return true;
  if (!hasFaintClue(text, descriptions)) return false;
  return specifiersIn(text).some((specifier) => hasClue(loadImport(specifier, file)?.text ?? '', descriptions));
}

/** What a text imports or requires, by its wording: nothing is parsed for this. */
function specifiersIn(text: string): readonly string[] {
  const found = text.matchAll(/\b(?:from|import|require)\s*\(?\s*(['"])([^'"\n]+)\1/g);
  return [...new Set([...found].map(([, , specifier = '']) => specifier))];
}
