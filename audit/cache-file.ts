import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { digest } from '../modules/journal-facts.ts';

/** A file that no audit has used for so long is taken away, and those beyond so many, the longest unused first. */
const OLDEST_MS = 30 * 24 * 60 * 60 * 1000;
const MOST = 200;
const OWN_NAME = /^audit-[0-9a-f]{20}\.json(?:\.[\w-]+\.tmp)?$/;

/**
 * Where the cache of one audit lies; null when nobody says. It is a folder of the user's, and none of the project's: what a
 * repository brings along must not be taken for what was read here.
 */
export function findCacheFile(location: string | null, cwd: string, env: Readonly<Record<string, string | undefined>>, audit: string): string | null {
  const folder = location === null ? findUserFolder(env) : resolve(cwd, location);
  return folder === null ? null : join(folder, `audit-${digest(audit).slice(0, 20)}.json`);
}

function findUserFolder({ XDG_CACHE_HOME: xdg, LOCALAPPDATA: local, HOME: home }: Readonly<Record<string, string | undefined>>): string | null {
  const candidates = [xdg, process.platform === 'win32' ? local : undefined, home === undefined || home === '' ? undefined : join(home, '.cache')];
  const folder = candidates.find((candidate) => candidate !== undefined && isAbsolute(candidate));
  return folder === undefined ? null : join(folder, 'eslint-plugin-plex-api');
}

/** The value that was written there, whole; null for anything else. */
export function readCacheFile(file: string): unknown {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const written = text.slice(end + 1);
    if (text.slice(0, Math.max(end, 0)) !== digest(written)) return null;
    const now = new Date();
    utimesSync(file, now, now);
    return JSON.parse(written);
  } catch {
    return null;
  }
}

/** Writes beside the file and renames, so that audits at the same time never read half of it. Failing is no error. */
export function writeCacheFile(file: string, value: unknown): void {
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    const text = JSON.stringify(value);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // it has code of the project in it
    writeFileSync(beside, `${digest(text)}\n${text}`, { flag: 'wx', mode: 0o600 });
    renameSync(beside, file);
    removeOld(dirname(file));
  } catch {
    remove(beside);
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // its folder is none, or not ours to change
  }
}

function removeOld(folder: string): void {
  const own = readdirSync(folder).filter((name) => OWN_NAME.test(name)).map((name) => join(folder, name));
  const used = own.map((path) => ({ path, at: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 })).sort((a, b) => b.at - a.at);
  for (const [i, { path, at }] of used.entries()) if (i >= MOST || Date.now() - at > OLDEST_MS) remove(path);
}
