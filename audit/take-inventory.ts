import { judgeRequest } from '../rules/judge-request.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { SourceModule } from '../requests/source-module.ts';
import type { JudgedRequest } from '../rules/judge-request.ts';
import type { SkippedFile } from './audit-report.ts';
import type { AuditedProject } from './run-audit.ts';

/** What the files of a project send. */
export interface Inventory {
  readonly judged: readonly JudgedRequest[];
  readonly skipped: readonly SkippedFile[];
  /** The files that parse and may hold a request. */
  readonly withClue: readonly string[];
}

/** Reads every file that may hold a request. A request that is met from two files counts once. */
export function takeInventory(project: AuditedProject): Inventory {
  const judged = new Map<string, JudgedRequest>();
  const skipped: SkippedFile[] = [];
  const withClue: string[] = [];
  // what one file makes, another may send with: all are known before the first is asked
  const modules: SourceModule[] = [];
  for (const file of project.files) {
    project.onFile(file);
    const text = project.read(file);
    if (text === null) {
      skipped.push({ file, line: 1, column: 1, message: 'The file cannot be read.' });
    } else if (!project.hasClue(text, file)) {
      const error = project.findSyntaxError(file, text);
      if (error !== null) skipped.push(error);
    } else {
      const parsed = project.parse(file, text);
      if ('message' in parsed) {
        skipped.push(parsed);
        continue;
      }
      withClue.push(file);
      modules.push(parsed);
    }
  }
  for (const module of modules) {
    for (const site of project.requestsOf(module)) {
      const key = identify(site);
      if (!judged.has(key)) judged.set(key, judgeRequest(site, project.descriptionsOf(module.file)));
    }
  }
  return { judged: [...judged.values()], skipped, withClue };
}

/** A site is (the expression that completes the path, method, path): the same one, met from two files, counts once. */
function identify({ call, place, method, path }: RequestSite): string {
  const text = path?.map((part) => (part.kind === 'literal' ? part.text : null));
  return JSON.stringify([call.file, call.start, call.end, place.file, place.start, place.end, method, text]);
}
