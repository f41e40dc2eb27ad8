import { digest, type Fact, type NameKind } from './journal-facts.ts';
import { notingDisk } from './noting-disk.ts';
import type { WatchedDisk } from './watched-disk.ts';

/** What was asked of disks, to tell later whether every answer is the same. */
export interface DiskRecord {
  /** The disk, with every answer recorded. */
  readonly recording: (disk: WatchedDisk) => WatchedDisk;
  /** The answers so far, for `findChanges`. They are about contents alone: times of change are coarse on some disks. */
  readonly facts: () => readonly Fact[];
}

/** A time of change that no folder has: its names are looked at. */
const NO_TIME = -2;

export function createDiskRecord(): DiskRecord {
  const texts = new Map<string, string | null>();
  const names = new Map<string, Map<string, NameKind>>();
  const others = new Map<string, Fact>();
  /** Of two disks that answered otherwise, in a project that changed meanwhile, both answers stand: one of them is not true. */
  const add = (fact: Fact): void => void others.set(JSON.stringify(fact), fact);
  return {
    recording: (disk) => ({
      ...disk,
      ...notingDisk(disk, {
        text(file, text) {
          const known = texts.get(file);
          if (known === undefined) texts.set(file, text);
          else if (known !== text) add(textFact(file, text));
        },
        name(folder, name, kind) {
          const known = names.get(folder) ?? new Map<string, NameKind>();
          names.set(folder, known);
          if (!known.has(name)) known.set(name, kind);
          else if (known.get(name) !== kind) add(['names', folder, { [name]: kind }, NO_TIME]);
        },
        fact: add,
      }),
    }),
    facts: () => [
      ...[...texts].map(([file, text]) => textFact(file, text)),
      ...[...names].map(([folder, kinds]): Fact => ['names', folder, Object.fromEntries(kinds), NO_TIME]),
      ...others.values(),
    ],
  };
}

function textFact(file: string, text: string | null): Fact {
  return ['text', file, text === null ? null : digest(text), null];
}
