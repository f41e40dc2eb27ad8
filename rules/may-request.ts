import { specifiersIn } from '../requests/may-send.ts';
import { lookAtDisk, MARKER, textOfImport } from './engine.ts';
import { hasClue, hasFaintClue } from './make-clue.ts';
import { namesDeclared } from './names-declared.ts';
import type { EngineSettings } from './engine.ts';
import type { ReadSettings } from './read-settings.ts';

/**
 * Whether a file may hold a request to a described API: its text has a clue, or names a client, host or name that the
 * user declares; or a module of the project that it imports does, and it has a faint clue itself, as the subclass of a
 * client has that only says `this.get('/hubs')`. Of what a declared client does not even that is asked: its paths may be
 * in any form.
 */
export function mayRequest(file: string, text: string, { descriptions, engine }: ReadSettings): boolean {
  if (hasOwnClue(text, { descriptions, engine })) return true;

  const isFaint = hasFaintClue(text, descriptions);
  if (!isFaint && engine.clients.length === 0) return false;
  return importedTexts(file, text, engine).some((imported) => namesDeclared(imported, engine) || (isFaint && hasClue(imported, descriptions)));
}

/** Whether a file with this text can hold no request to a described API, whatever it imports. */
export function isPlain(text: string, settings: Pick<ReadSettings, 'descriptions' | 'engine'>): boolean {
  return settings.engine.clients.length === 0 && !hasOwnClue(text, settings) && !hasFaintClue(text, settings.descriptions);
}

function hasOwnClue(text: string, { descriptions, engine }: Pick<ReadSettings, 'descriptions' | 'engine'>): boolean {
  return hasClue(text, descriptions) || text.includes(`${MARKER}:`) || namesDeclared(text, engine);
}

function importedTexts(file: string, text: string, engine: EngineSettings): readonly string[] {
  lookAtDisk(engine);
  return specifiersIn(text).flatMap((specifier) => textOfImport(specifier, file, engine) ?? []);
}
