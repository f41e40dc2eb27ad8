import type { AttributionHints } from './description.ts';
import { splitWords } from './split-words.ts';

/** What the words of the code say about one API. */
export interface WordVerdict {
  /** The identifier that names the API. */
  readonly word: string;
  /** The API's word that it was recognised by. */
  readonly pattern: string;
  /** How far from the request it stands; 0 is nearest. */
  readonly position: number;
  /** Another API is named by the same identifier, or nearer. */
  readonly contested: boolean;
}

/** Reads identifiers, nearest first, for the words of an API. null when none is there. */
export function compareWords(identifiers: readonly string[], hints: AttributionHints): WordVerdict | null {
  let contested = false;
  for (const [position, word] of identifiers.entries()) {
    const split = splitWords(word);
    const pattern = longest(hints.words.filter((candidate) => includesWord(split, candidate)));
    contested ||= namesOther([word], hints);
    if (pattern !== null) return { word, pattern, position, contested };
  }
  return null;
}

/** Whether identifiers name another API that is often used beside this one. */
export function namesOther(identifiers: readonly string[], { notWords }: AttributionHints): boolean {
  return identifiers.some((identifier) => {
    const split = splitWords(identifier);
    return notWords.some((word) => includesWord(split, word));
  });
}

function longest(words: readonly string[]): string | null {
  return words.reduce<string | null>((best, word) => (best === null || word.length > best.length ? word : best), null);
}

/** Whether a word begins one of the words, or a run of them joined: `plex` is in plexapi, `plextv` in plex, tv. */
function includesWord(split: readonly string[], word: string): boolean {
  const wanted = splitWords(word).join('');
  return split.some((first, start) => {
    if (first.startsWith(wanted)) return true;
    let joined = '';
    for (const part of split.slice(start)) {
      joined += part;
      if (joined === wanted) return true;
      if (!wanted.startsWith(joined)) return false;
    }
    return false;
  });
}
