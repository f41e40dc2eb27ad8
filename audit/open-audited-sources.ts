import { join } from 'node:path';
import { findLineStarts } from './locate-places.ts';
import { readText } from './read-text.ts';
import type { AuditFacts } from './audit-facts.ts';

/** The sources of reports that are merged, which may have been made elsewhere. */
export interface AuditedSources {
  /** The text of a file as it was audited; null when it is not there, or is another by now. */
  readonly read: (file: string) => string | null;
  /** The files that were asked for and are not there as they were audited. */
  readonly missing: () => readonly string[];
}

/** Reads sources below a folder, and knows those whose lines are not as long as in the facts: places in them would be wrong. */
export function openAuditedSources(root: string, { lines }: Pick<AuditFacts, 'lines'>): AuditedSources {
  const missing = new Set<string>();
  return {
    missing: () => [...missing].sort(),
    read(file) {
      const text = readText(join(root, file));
      const known = lines[file];
      if (text !== null && (known === undefined || String(findLineStarts(text.replace(/^\uFEFF/, ''))) === String(known))) return text;
      missing.add(file);
      return null;
    },
  };
}
