import { dirname, basename } from 'node:path';
import { digest, digestConfigs, kindOf, type Fact, type NameKind } from './journal-facts.ts';
import type { Disk, WatchedDisk } from './watched-disk.ts';

/** What takes notes of a disk's answers. */
export interface DiskNotes {
  readonly text: (file: string, text: string | null) => void;
  readonly name: (folder: string, name: string, kind: NameKind) => void;
  readonly fact: (fact: Fact) => void;
}

/** The disk, with every answer noted. */
export function notingDisk(disk: WatchedDisk, notes: DiskNotes): Disk {
  const noteName = (at: string): void => notes.name(dirname(at), basename(at), kindOf(at, disk));
  return {
    text(at) {
      const text = disk.text(at);
      notes.text(at, text);
      return text;
    },
    isFile(at) {
      noteName(at);
      return disk.isFile(at);
    },
    isFolder(at) {
      noteName(at);
      return disk.isFolder(at);
    },
    names(at) {
      notes.fact(['configs', at, digestConfigs(disk.names(at))]);
      return disk.names(at);
    },
    folders(at) {
      notes.fact(['folders', at, digest(disk.folders(at).join('\n'))]);
      return disk.folders(at);
    },
    realPath(at) {
      const real = disk.realPath(at);
      notes.fact(['link', at, real]);
      return real;
    },
  };
}
