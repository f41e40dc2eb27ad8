import { identifySite } from '../requests/identify-site.ts';
import { judgeRequest } from '../rules/judge-request.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { SourceModule } from '../requests/source-module.ts';
import type { JudgedRequest } from '../rules/judge-request.ts';
import type { Description } from '../spec/description.ts';
import type { SkippedFile } from './audit-report.ts';
import type { LookAtText } from './file-notes.ts';
import type { AuditedProject } from './run-audit.ts';

/** What the files of a project send. Files are absolute. */
export interface Inventory {
  /** The files that parse and may hold a request, with those they have. */
  readonly files: readonly FileRequests[];
  readonly skipped: readonly SkippedFile[];
}

interface FileRequests {
  readonly file: string;
  readonly module: SourceModule;
  readonly sites: readonly RequestSite[];
}

/** The files by what their texts alone tell. Files are absolute. */
export interface Survey {
  /** Those that may hold a request, or import what makes them so. */
  readonly candidates: readonly string[];
  /** Of the others, those that cannot be read or parsed. */
  readonly skipped: readonly SkippedFile[];
}

type IsOwn = (file: string) => boolean;

/** Reads every file, and looks at what no change of another file can change. `isOwn` says of which the faults are wanted. */
export function surveyFiles(project: AuditedProject, look: LookAtText, isOwn: IsOwn = () => true): Survey {
  const skipped: SkippedFile[] = [];
  const candidates: string[] = [];
  for (const file of project.files) {
    project.onFile(file);
    const text = project.read(file);
    if (text === null) {
      if (isOwn(file)) skipped.push({ file, line: 1, column: 1, message: 'The file cannot be read.' });
    } else {
      const { isPlain, syntaxError } = look(file, text);
      const error = isPlain && isOwn(file) ? syntaxError() : null;
      if (!isPlain) candidates.push(file);
      else if (error !== null) skipped.push(error);
    }
  }
  return { candidates, skipped };
}

/**
 * Reads every file that may hold a request. All of the project's files are known before the first is asked, since what one
 * makes another may send with; `isOwn` says of which the requests are wanted.
 */
export function takeInventory(project: AuditedProject, candidates: readonly string[], look: LookAtText, isOwn: IsOwn = () => true): Inventory {
  const skipped: SkippedFile[] = [];
  const modules: SourceModule[] = [];
  for (const file of candidates) {
    const text = project.read(file) ?? '';
    if (!project.hasClue(text, file)) {
      const error = isOwn(file) ? look(file, text).syntaxError() : null;
      if (error !== null) skipped.push(error);
    } else {
      const parsed = project.parse(file, text);
      if (!('message' in parsed)) modules.push(parsed);
      else if (isOwn(file)) skipped.push(parsed);
    }
  }
  const own = modules.filter(({ file }) => isOwn(file));
  return { files: own.map((module) => ({ file: module.file, module, sites: project.requestsOf(module) })), skipped };
}

/** The requests beside the descriptions that the requests of their file are judged by. One that is met from two files counts once. */
export function judgeRequests(files: readonly Pick<FileRequests, 'file' | 'sites'>[], descriptionsOf: (file: string) => readonly Description[]): readonly JudgedRequest[] {
  const judged = new Map<string, JudgedRequest>();
  for (const { file, sites } of files) {
    for (const site of sites) {
      const key = identifySite(site);
      if (!judged.has(key)) judged.set(key, judgeRequest(site, descriptionsOf(file)));
    }
  }
  return [...judged.values()];
}
