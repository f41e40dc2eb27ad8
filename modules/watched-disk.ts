import { readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, basename } from 'node:path';

/** What `modules/` asks of a disk. No method throws: what is not there, or cannot be read, is null or empty. */
export interface Disk {
  /** The text of a file, or null. */
  readonly text: (file: string) => string | null;
  /** True when this exact path, letter case included, is a file. */
  readonly isFile: (path: string) => boolean;
  readonly isFolder: (path: string) => boolean;
  /** The names in a folder, sorted; empty when it is none. */
  readonly names: (folder: string) => readonly string[];
  /** The folders in a folder, sorted, without node_modules and those whose name begins with a dot. */
  readonly folders: (folder: string) => readonly string[];
  /** The path with symbolic links followed; the path itself when it does not exist. */
  readonly realPath: (path: string) => string;
}

/** A disk that remembers what it was asked, so that it can tell whether any answer would be another now. */
export interface WatchedDisk extends Disk {
  /** Looks at everything asked before, and forgets the answers that are no longer true: those paths. */
  readonly changes: () => readonly string[];
  /** The state of a file when its text was read: times of change and size; null when it was not read, or is not there. */
  readonly stamp: (file: string) => string | null;
  /** The time of change of a folder when its names were read; -1 where it is not there. */
  readonly mtime: (folder: string) => number;
  /** How many files and folders `changes` has to look at. */
  readonly size: () => number;
}

type Kind = 'file' | 'folder';

interface Listing {
  readonly mtime: number;
  readonly kinds: ReadonlyMap<string, Kind>;
  /** The names that anybody asked about; null when somebody read them all. */
  asked: Set<string> | null;
}

interface Stored {
  readonly text: string | null;
  readonly stamp: string | null;
}

/** Reads the real disk. One listing of a folder answers all questions about the names in it. */
export function createWatchedDisk(): WatchedDisk {
  const listings = new Map<string, Listing>();
  const files = new Map<string, Stored>();

  const listing = (folder: string): Listing => {
    let found = listings.get(folder);
    if (found === undefined) listings.set(folder, (found = readListing(folder)));
    return found;
  };
  const kind = (path: string): Kind | null => {
    const folder = dirname(path);
    if (folder === path) return 'folder';
    const { kinds, asked } = listing(folder);
    const name = basename(path);
    asked?.add(name);
    return kinds.get(name) ?? null;
  };

  return {
    text(file) {
      let stored = files.get(file);
      if (stored === undefined) files.set(file, (stored = readStored(file)));
      return stored.text;
    },
    isFile: (path) => kind(path) === 'file',
    isFolder: (path) => kind(path) === 'folder',
    names(folder) {
      const found = listing(folder);
      found.asked = null;
      return [...found.kinds.keys()];
    },
    realPath(path) {
      try {
        return realpathSync(path);
      } catch {
        return path;
      }
    },
    changes() {
      const changed: string[] = [];
      for (const [file, { stamp }] of files) {
        if (stampOf(file) === stamp) continue;
        files.delete(file);
        changed.push(file);
      }
      for (const [folder, before] of listings) {
        if (mtimeOf(folder) === before.mtime) continue;
        const now = readListing(folder);
        now.asked = before.asked;
        listings.set(folder, now);
        if (!sameAnswers(before, now)) changed.push(folder);
      }
      return changed;
    },
    folders(folder) {
      const found = listing(folder);
      found.asked = null;
      return [...found.kinds].flatMap(([name, is]) => (is === 'folder' && name !== 'node_modules' && !name.startsWith('.') ? [name] : []));
    },
    mtime: (folder) => listing(folder).mtime,
    stamp: (file) => files.get(file)?.stamp ?? null,
    size: () => files.size + listings.size,
  };
}

function readListing(folder: string): Listing {
  const mtime = mtimeOf(folder);
  const kinds = new Map<string, Kind>();
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const found = entry.isSymbolicLink() ? kindOfLink(`${folder}/${entry.name}`) : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : null;
      if (found !== null) kinds.set(entry.name, found);
    }
  } catch {
    // Not a folder, or not ours to read: it holds nothing that could be found.
  }
  return { mtime, kinds, asked: new Set() };
}

function kindOfLink(path: string): Kind | null {
  const stats = statOrNull(path);
  return stats === null ? null : stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : null;
}

function readStored(file: string): Stored {
  // The stamp is taken first: a write in between then shows as a change.
  const stamp = stampOf(file);
  if (stamp === null) return { text: null, stamp };
  try {
    return { text: readFileSync(file, 'utf8'), stamp };
  } catch {
    return { text: null, stamp };
  }
}

/** The state of a file: times of change and size; null where it is not there. */
export function stampOf(file: string): string | null {
  const stats = statOrNull(file);
  return stats === null ? null : `${String(stats.mtimeMs)} ${String(stats.ctimeMs)} ${String(stats.size)}`;
}

/** The time of change of a folder; -1 where it is not there. */
export function mtimeOf(path: string): number {
  return statOrNull(path)?.mtimeMs ?? -1;
}

function statOrNull(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function sameAnswers(before: Listing, now: Listing): boolean {
  const names = before.asked ?? new Set([...before.kinds.keys(), ...now.kinds.keys()]);
  return [...names].every((name) => before.kinds.get(name) === now.kinds.get(name));
}
