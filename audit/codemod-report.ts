import { relative, sep } from 'node:path';
import type { CodemodOutcome, OutcomePlace } from '../codemods/codemod-outcome.ts';
import type { CodemodRun } from '../codemods/run-codemods.ts';
import type { UnwrittenFile, WrittenFile } from '../codemods/write-files.ts';

/** What `plex-lint codemod --report` writes: data of its own, described by report/codemod-report.schema.json. */
export interface CodemodReport {
  readonly formatVersion: 1;
  readonly tool: { readonly name: 'plex-lint'; readonly version: string };
  /** In the order in which they ran. */
  readonly codemods: readonly string[];
  /** False: it was only shown what would be changed. */
  readonly written: boolean;
  readonly summary: CodemodSummary;
  readonly changes: readonly ReportedChange[];
  readonly files: readonly ReportedFile[];
  readonly packages: readonly ReportedPackage[];
}

export interface CodemodSummary {
  /** Requests by what became of them; one that two codemods are about counts for each. */
  readonly requests: Readonly<Record<CodemodOutcome['status'], number>>;
  readonly files: Readonly<Record<ReportedFile['status'], number>>;
}

/** A change, or why there is none, with the requests it concerns. Files are relative to the working folder, lines those of the file as the command leaves it. */
export interface ReportedChange {
  readonly codemod: string;
  readonly status: CodemodOutcome['status'];
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly requests: readonly { readonly method: string | null; readonly path: string | null; readonly file: string; readonly line: number }[];
}

export interface ReportedFile {
  readonly file: string;
  /** `left`: it may hold requests, and is not touched. */
  readonly status: 'changed' | 'added' | 'left' | 'failed';
  /** Why it is left or has failed. */
  readonly message: string | null;
}

export interface ReportedPackage {
  readonly name: string;
  readonly range: string;
  /** The package.json that names it now; null: there is none. */
  readonly file: string | null;
}

export interface ReportInput {
  readonly cwd: string;
  readonly version: string;
  readonly codemods: readonly string[];
  readonly written: boolean;
  readonly run: CodemodRun;
  readonly files: readonly WrittenFile[];
  readonly unwritten: readonly UnwrittenFile[];
}

/** Puts together what a run has done, in a fixed order. */
export function makeCodemodReport({ cwd, version, codemods, written, run, files, unwritten }: ReportInput): CodemodReport {
  const nameOf = (file: string): string => relative(cwd, file).split(sep).join('/');
  const failed = new Set(unwritten.map(({ file }) => file));
  const reported: readonly ReportedFile[] = [
    ...files.filter(({ file }) => !failed.has(file)).map(({ file, before }): ReportedFile => ({ file: nameOf(file), status: before === null ? 'added' : 'changed', message: null })),
    ...unwritten.map(({ file, message }): ReportedFile => ({ file: nameOf(file), status: 'failed', message })),
    ...run.failed.map(({ file, line, message }): ReportedFile => ({ file: nameOf(file), status: 'failed', message: `Line ${String(line)}: ${message}` })),
    ...run.left.map(({ file, reason }): ReportedFile => ({ file: nameOf(file), status: 'left', message: reason })),
  ];
  // who reads a line looks it up in the file as it is now
  const at = ({ file, line, lineAfter }: OutcomePlace): { readonly file: string; readonly line: number } => ({ file: nameOf(file), line: written && !failed.has(file) ? lineAfter : line });
  const changes = run.outcomes.map(({ codemod, status, message, place, requests }): ReportedChange => ({
    codemod, status, message,
    ...(place === null ? { file: null, line: null } : at(place)),
    requests: requests.map(({ method, path, ...where }) => ({ method, path, ...at(where) })),
  }));
  return {
    formatVersion: 1,
    tool: { name: 'plex-lint', version },
    codemods,
    written,
    summary: { requests: countRequests(changes), files: countFiles(reported) },
    changes,
    files: [...reported].sort((a, b) => (a.file < b.file ? -1 : 1)),
    packages: run.packages.map(({ name, range, file }) => ({ name, range, file: file === null ? null : nameOf(file) })),
  };
}

function countRequests(changes: readonly ReportedChange[]): CodemodSummary['requests'] {
  const count = (status: CodemodOutcome['status']): number => changes.reduce((sum, change) => sum + (change.status === status ? change.requests.length : 0), 0);
  return { changed: count('changed'), skipped: count('skipped'), declined: count('declined'), failed: count('failed') };
}

function countFiles(files: readonly ReportedFile[]): CodemodSummary['files'] {
  const count = (status: ReportedFile['status']): number => files.filter((file) => file.status === status).length;
  return { changed: count('changed'), added: count('added'), left: count('left'), failed: count('failed') };
}
