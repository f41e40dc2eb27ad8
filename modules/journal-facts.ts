import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import nodePath, { type PlatformPath } from 'node:path';
import { createWatchedDisk, mtimeOf, stampOf, type Disk } from './watched-disk.ts';

/** What a name in a folder is; 0: there is none. */
export type NameKind = 'file' | 'folder' | 0;

/**
 * One fact that findings rest on, as a line of the journal:
 * a file's text by its digest, with the state of the file when it was read (it need not be read again while that is the same);
 * what some names in a folder are, with the folder's time of change;
 * which configurations, or which folders, are in a folder, by a digest; where a link leads.
 */
export type Fact =
  | readonly ['text', path: string, digest: string | null, stamp: string | null]
  | readonly ['names', folder: string, kinds: Readonly<Record<string, NameKind>>, mtime: number]
  | readonly ['configs' | 'folders', folder: string, digest: string]
  | readonly ['link', path: string, target: string];

/** The facts that are no longer true, and a text that tells how each stands now. */
export function findChanges(facts: readonly Fact[]): readonly string[] {
  const disk = createWatchedDisk();
  return facts.flatMap((fact) => {
    const now = standOf(fact, disk);
    return now === null ? [] : [`${fact[0]} ${fact[1]} ${now}`];
  });
}

/** null while the fact is true. */
function standOf(fact: Fact, disk: Disk): string | null {
  const [kind, at, answer, stamp] = fact;
  switch (kind) {
    case 'text': {
      if (stamp !== null && stampOf(at) === stamp) return null;
      const [now] = readText(at);
      return now === answer ? null : String(now);
    }
    case 'names': {
      if (mtimeOf(at) === stamp) return null;
      const changed = Object.entries(answer).filter(([name, before]) => kindOf(nodePath.join(at, name), disk) !== before);
      return changed.length === 0 ? null : changed.map(([name]) => `${name}: ${String(kindOf(nodePath.join(at, name), disk))}`).join();
    }
    case 'configs':
    case 'folders': {
      const now = kind === 'configs' ? digestConfigs(disk.names(at)) : digest(disk.folders(at).join('\n'));
      return now === answer ? null : now;
    }
    case 'link': {
      const now = disk.realPath(at);
      return now === answer ? null : now;
    }
  }
}

/** Whether a path is a file or a folder, as the disk has it. */
export function kindOf(at: string, disk: Disk): NameKind {
  return disk.isFile(at) ? 'file' : disk.isFolder(at) ? 'folder' : 0;
}

/** The digest and the state of a file; null for what cannot be read. */
export function readText(file: string): readonly [digest: string | null, stamp: string | null] {
  const stamp = stampOf(file);
  try {
    return [digest(readFileSync(file, 'utf8')), stamp];
  } catch {
    return [null, stamp];
  }
}

/** Only configurations are looked for by going through names; reports and logs come and go. */
export function digestConfigs(names: readonly string[]): string {
  return digest(names.filter((name) => /^[jt]sconfig\b.*\.json$/.test(name)).join('\n'));
}

export function digest(text: string): string {
  return hash('sha256', text);
}

/** Paths are written relative to the project and with `/`, so that a cache that CI restores to another folder holds. */
export function printFact([kind, at, ...answer]: Fact, base: string, path: PlatformPath = nodePath): string {
  return `${JSON.stringify([kind, path.relative(base, at).split(path.sep).join('/'), ...answer])}\n`;
}

/** The facts of a journal's text. */
export function parseFacts(text: string, base: string, path: PlatformPath = nodePath): readonly Fact[] {
  const lines = text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Fact);
  return lines.map(([kind, at, ...answer]) => [kind, path.resolve(base, at), ...answer] as unknown as Fact);
}
