import type { PlatformPath } from 'node:path';
import { parseJsonc, type JsonValue } from './parse-jsonc.ts';
import { readPackage, type Package } from './read-package.ts';
import type { Disk } from './watched-disk.ts';

/** What all of resolution shares: the disk, the path rules of the platform, and answers that hold until it changes. */
export interface Project {
  readonly disk: Disk;
  readonly path: PlatformPath;
  /** The value of a JSON file (comments allowed); null when there is none or it is broken. */
  readonly json: (file: string) => JsonValue;
  /** The package.json (or deno.json) at a path; null when there is none or it is broken. */
  readonly packageAt: (file: string) => Package | null;
  /** The function, remembering its answer for each argument until `forget`. A cycle sees `during`. */
  readonly remember: <T>(make: (key: string) => T, during: T) => (key: string) => T;
  /** To be called when the disk has changed. */
  readonly forget: () => void;
}

export function createProject(disk: Disk, path: PlatformPath): Project {
  const memories: { clear: () => void }[] = [];
  const remember: Project['remember'] = (make, during) => {
    const known = new Map<string, ReturnType<typeof make>>();
    memories.push(known);
    return (key) => {
      const before = known.get(key);
      if (before !== undefined) return before;
      known.set(key, during);
      const made = make(key);
      known.set(key, made);
      return made;
    };
  };
  const json = remember<JsonValue>((file) => {
    const text = disk.isFile(file) ? disk.text(file) : null;
    return text === null ? null : parseJsonc(text);
  }, null);
  return {
    disk,
    path,
    json,
    packageAt: remember<Package | null>((file) => readPackage(file, json(file), path), null),
    remember,
    forget: () => {
      for (const memory of memories) memory.clear();
    },
  };
}

/** The folders from one upwards, nearest first. */
export function foldersUp(folder: string, path: PlatformPath): string[] {
  const folders = [folder];
  for (let parent = path.dirname(folder); parent !== folders.at(-1); parent = path.dirname(parent)) folders.push(parent);
  return folders;
}

/** True when `file` is the folder or lies in it. */
export function isInside(file: string, folder: string, path: PlatformPath): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
