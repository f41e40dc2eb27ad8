import { digest, findChanges } from '../modules/journal-facts.ts';
import { digestMeans } from './digest-means.ts';
import { takeFileNotes } from './file-notes.ts';
import { findCacheFile, readCacheFile, writeCacheFile } from './cache-file.ts';
import { nameFrom } from './locate-places.ts';
import type { Fact } from '../modules/journal-facts.ts';
import type { FileNote, LookAtText } from './file-notes.ts';
import type { AuditArguments } from './read-arguments.ts';
import type { RequestFacts } from './read-requests.ts';
import type { AuditedProject } from './run-audit.ts';

/**
 * What the last audit read, as far as it still holds. Three things are kept: what the text of a file tells by itself; all that
 * was read of the files that may hold requests, together with every answer of the disk that it rests on; and by file what its
 * findings rest on. The requests of a project depend on each other in both directions, so they are read anew, all of
 * them, when one answer is another; the rules are then run where what they look at has changed.
 */
export interface AuditCache {
  readonly look: LookAtText;
  /** What was read of the same candidates, if everything that it rests on is as it was; else null. */
  readonly recall: (candidates: readonly string[]) => RequestFacts | null;
  /** What was read the last time, whether it still holds or not. */
  readonly before: Pick<RequestFacts, 'findings' | 'accepted' | 'lintKeys'>;
  readonly keep: (candidates: readonly string[], requests: RequestFacts) => void;
}

interface Kept {
  /** A digest of everything that is no file of the project. */
  readonly means: string;
  readonly notes: readonly FileNote[];
  /** A digest of the names and texts of the files that may hold requests. */
  readonly candidates: string;
  readonly seen: readonly Fact[];
  readonly requests: RequestFacts;
}

const NOTHING: Kept['requests'] = { files: [], findings: [], accepted: [], findingsMissing: null, lines: {}, unparsed: [], unlinted: [], warnings: [], lintKeys: {} };

/** Opens the cache for an audit; null where there is none, or none is wanted. No failure of it is an error: it is then not used. */
export function openAuditCache(project: AuditedProject, args: AuditArguments, env: Readonly<Record<string, string | undefined>>, cwd: string): AuditCache | null {
  const isWanted = args.cache ?? !isCi(env.CI);
  // what an executed configuration does cannot be known beforehand
  const file = isWanted && !args.useConfig ? findCacheFile(args.cacheLocation, cwd, env, JSON.stringify([project.root, args.paths, args.shard])) : null;
  if (file === null) return null;

  const means = digestMeans(project, args.shard);
  const kept = readKept(file, means);
  const notes = takeFileNotes(project, kept?.notes ?? []);
  const nameOf = nameFrom(project.root);
  const digestAll = (candidates: readonly string[]): string => digest(JSON.stringify(candidates.map((name) => [nameOf(name), notes.digestOf(name)])));
  let isRecalled = false;
  return {
    look: notes.look,
    recall(candidates) {
      isRecalled = kept !== null && kept.candidates === digestAll(candidates) && findChanges(kept.seen).length === 0;
      return isRecalled ? (kept?.requests ?? null) : null;
    },
    before: kept?.requests ?? NOTHING,
    keep(candidates, requests) {
      // rules that did not run may run the next time
      if (requests.findingsMissing !== null) return;
      const noted = notes.notes();
      if (isRecalled && noted.length === kept?.notes.length && noted.every((note, i) => note === kept.notes[i])) return;
      const now: Kept = { means, notes: noted, candidates: digestAll(candidates), seen: isRecalled ? (kept?.seen ?? []) : project.seen(), requests };
      writeCacheFile(file, now);
    },
  };
}

function readKept(file: string, means: string): Kept | null {
  // whoever wrote a text with the right digest of itself, and of our code, wrote a `Kept`
  const kept = readCacheFile(file) as Kept | null;
  return kept?.means === means ? kept : null;
}

function isCi(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
