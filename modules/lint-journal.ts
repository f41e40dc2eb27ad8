import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { digest, findChanges, parseFacts, printFact, readText, type Fact, type NameKind } from './journal-facts.ts';
import { notingDisk } from './noting-disk.ts';
import type { Disk, WatchedDisk } from './watched-disk.ts';

/**
 * Remembers, between runs, what findings rest on outside of the linted files: imported files, package.json and tsconfig
 * files, which names exist, API descriptions. ESLint's cache knows the linted file alone; its key has the edition.
 */
export interface LintJournal {
  /** A text that is the same as in the last run only while all that was noted since is still true. */
  readonly edition: () => string;
  /** Findings rest on this file's text. Without what was read of it, it is read here. */
  readonly noteFile: (file: string, read?: ReadFile) => void;
  /** The disk, with every answer noted. */
  readonly noting: (disk: WatchedDisk) => Disk;
}

/** A file as it was read: its text, and its state before that. */
interface ReadFile {
  readonly text: string | null;
  readonly stamp: string | null;
}

/** Where the journal lies, and the folder that its paths start from. */
interface Place {
  readonly home: string;
  readonly base: string;
}

interface Edition {
  readonly name: string;
  /** What is noted in it already. */
  readonly facts: readonly Fact[];
}

const POINTER = 'edition';
const SUFFIX = '.jsonl';
const RUN = 'eslint-plugin-plex-api run';

/** Makes the journal of a project; it lies in the `node_modules/.cache` above the folder, which need not exist yet. */
export function createLintJournal(folder: () => string): LintJournal {
  // Threads that ESLint starts later have the same: they all lint in one edition.
  const started = getEnvironmentData(RUN);
  const run = typeof started === 'string' ? started : randomUUID();
  if (run !== started) setEnvironmentData(RUN, run);
  /** What was noted, so that it is noted once: facts by kind and path, and the names of each folder. */
  const noted = new Map<string, Fact>();
  const names = new Map<string, Map<string, NameKind>>();
  /** Texts and names that have not been written. Most runs have no cache: nothing is hashed or written for them. */
  const texts = new Map<string, ReadFile | undefined>();
  const newNames = new Map<string, Map<string, NameKind>>();
  /** The time of change of each folder when its first name was read: a later one could hide a change. */
  const mtimes = new Map<string, number>();
  let pending: Fact[] = [];
  let place: Place | null = null;
  let file: string | null = null;
  let isScheduled = false;

  /** ESLint writes its cache later than at the end of the turn in which it lints. */
  const schedule = (): void => {
    if (file === null || isScheduled) return;
    isScheduled = true;
    queueMicrotask(flush);
  };
  const note = (fact: Fact): void => {
    const key = `${fact[0]} ${fact[1]}`;
    const before = noted.get(key);
    if (before?.[2] === fact[2] && before[3] === fact[3]) return;
    noted.set(key, fact);
    pending.push(fact);
    schedule();
  };
  const noteKind = (folder: string, name: string, kind: NameKind): void => {
    let known = names.get(folder);
    if (known === undefined) names.set(folder, (known = new Map<string, NameKind>()));
    if (known.get(name) === kind) return;
    known.set(name, kind);
    let fresh = newNames.get(folder);
    if (fresh === undefined) newNames.set(folder, (fresh = new Map<string, NameKind>()));
    fresh.set(name, kind);
    schedule();
  };
  const noteFile: LintJournal['noteFile'] = (at, read) => {
    texts.set(at, read);
    schedule();
  };
  /** Makes everything pending but what an edition has already, which need not be noted again. */
  const noteAgain = (facts: readonly Fact[]): void => {
    const mine = { facts: [...noted.values()], names: [...names].map(([folder, kinds]) => [folder, new Map(kinds)] as const) };
    for (const fact of facts) {
      if (fact[0] !== 'names') noted.set(`${fact[0]} ${fact[1]}`, fact);
      else names.set(fact[1], new Map([...(names.get(fact[1]) ?? []), ...Object.entries(fact[2])]));
    }
    pending = [];
    newNames.clear();
    for (const fact of mine.facts) note(fact);
    for (const [folder, kinds] of mine.names) for (const [name, kind] of kinds) noteKind(folder, name, kind);
  };
  const flush = (): void => {
    isScheduled = false;
    if (file === null || place === null) return;
    for (const [at, read] of texts) note(['text', at, ...digestFile(at, read)]);
    for (const [folder, kinds] of newNames) pending.push(['names', folder, Object.fromEntries(kinds), mtimes.get(folder) ?? -1]);
    texts.clear();
    newNames.clear();
    if (pending.length === 0) return;
    const lines = pending.map((fact) => printFact(fact, place?.base ?? '.')).join('');
    pending = [];
    try {
      appendFileSync(file, lines);
    } catch {
      // What cannot be noted must not be relied on: no later run finds this edition again.
      rmSync(path.join(place.home, POINTER), { force: true });
    }
  };

  return {
    edition() {
      try {
        const { home, base } = (place ??= findPlace(folder()));
        mkdirSync(home, { recursive: true });
        flush();
        const { name, facts } = readEdition(home, base, run, file === null);
        const next = path.join(home, name + SUFFIX);
        // An edition that this thread has not written to yet lacks what it has read before.
        if (next !== file) {
          noteAgain(facts);
          file = next;
          flush();
        }
        return name;
      } catch {
        return `none-${randomUUID()}`;
      }
    },
    noteFile,
    noting: (disk) => notingDisk(disk, {
      text: (at, text) => {
        noteFile(at, { text, stamp: disk.stamp(at) });
      },
      name(folder, name, kind) {
        if (!mtimes.has(folder)) mtimes.set(folder, disk.mtime(folder));
        noteKind(folder, name, kind);
      },
      fact: note,
    }),
  };
}

/**
 * The edition of the last run while its facts are true; else one that follows from it and from what has changed. The
 * threads of a run share what the first of them finds: one that asks later must not see a change in between.
 */
function readEdition(home: string, base: string, run: string, first: boolean): Edition {
  const pointer = readPointer(home, run);
  const facts = readFacts(path.join(home, pointer.name + SUFFIX), base);
  if (first && pointer.run === run) return { name: pointer.name, facts };

  const changes = findChanges(facts);
  const name = changes.length === 0 ? pointer.name : digest([pointer.name, ...changes].join('\n')).slice(0, 20);
  writeWhole(path.join(home, POINTER), `${name} ${run}`);
  if (changes.length === 0) return { name, facts };

  // Another run may still be at work in the edition before.
  const kept = [name, pointer.name].map((edition) => edition + SUFFIX);
  for (const other of readdirSync(home)) {
    if (other.endsWith(SUFFIX) && !kept.includes(other)) rmSync(path.join(home, other), { force: true });
  }
  return { name, facts: readFacts(path.join(home, name + SUFFIX), base) };
}

/** The digest of a text that was read, or is read now. */
function digestFile(file: string, read: ReadFile | undefined): readonly [digest: string | null, stamp: string | null] {
  if (read === undefined) return readText(file);
  return [read.text === null ? null : digest(read.text), read.stamp];
}

/** Threads of one run start together: the first to write the name of the first edition has it. */
function readPointer(home: string, run: string): { readonly name: string; readonly run: string | undefined } {
  const pointer = path.join(home, POINTER);
  try {
    writeFileSync(pointer, `${digest(randomUUID()).slice(0, 20)} ${run}`, { flag: 'wx' });
  } catch {
    // It is there already, which is the rule.
  }
  const [name = '', settledBy] = readFileSync(pointer, 'utf8').split(' ');
  return { name, run: settledBy };
}

function readFacts(file: string, base: string): readonly Fact[] {
  try {
    return parseFacts(readFileSync(file, 'utf8'), base);
  } catch {
    return [];
  }
}

function writeWhole(file: string, text: string): void {
  const beside = `${file}.${randomUUID()}.tmp`;
  writeFileSync(beside, text);
  renameSync(beside, file);
}

/** `node_modules/.cache` as other tools have it; without node_modules, a folder among the temporary files. */
function findPlace(folder: string): Place {
  const start = path.resolve(folder);
  for (let base = start; ; base = path.dirname(base)) {
    const modules = path.join(base, 'node_modules');
    if (statSync(modules, { throwIfNoEntry: false })?.isDirectory() === true) return { home: path.join(modules, '.cache/eslint-plugin-plex-api'), base };
    if (path.dirname(base) === base) break;
  }
  return { home: path.join(os.tmpdir(), 'eslint-plugin-plex-api', digest(start)), base: start };
}
