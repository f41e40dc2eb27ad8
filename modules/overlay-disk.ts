import { basename, dirname } from 'node:path';
import type { WatchedDisk } from './watched-disk.ts';

/** The disk with the texts of some files in the place of what is there, or where nothing is: changes that are not written yet. */
export function overlayDisk(disk: WatchedDisk, texts: ReadonlyMap<string, string>): WatchedDisk {
  if (texts.size === 0) return disk;
  const added = (folder: string): readonly string[] => [...texts.keys()].filter((file) => dirname(file) === folder).map((file) => basename(file));
  return {
    ...disk,
    text: (file) => texts.get(file) ?? disk.text(file),
    isFile: (path) => texts.has(path) || disk.isFile(path),
    isFolder: (path) => disk.isFolder(path) || added(path).length > 0,
    names: (folder) => [...new Set([...disk.names(folder), ...added(folder)])].sort(),
    stamp: (file) => (texts.has(file) ? null : disk.stamp(file)),
  };
}
