import { lookAtTexts } from './file-notes.ts';
import { nameFrom } from './locate-places.ts';
import { readRequests } from './read-requests.ts';
import { surveyFiles } from './take-inventory.ts';
import type { AuditCache } from './audit-cache.ts';
import type { AuditFacts } from './audit-facts.ts';
import type { AuditedProject } from './run-audit.ts';

/** What was read, and what the user should know of how it was. */
export interface CollectedFacts {
  readonly facts: AuditFacts;
  readonly warnings: readonly string[];
}

/** Reads what the report is made of off the files of a project: all of them, or those of one part that `isOwn` chooses. */
export async function collectFacts(project: AuditedProject, isOwn: (file: string) => boolean = () => true, cache: AuditCache | null = null): Promise<CollectedFacts> {
  const nameOf = nameFrom(project.root);
  const look = cache?.look ?? lookAtTexts(project);
  const { candidates, skipped } = surveyFiles(project, look, isOwn);
  const known = cache?.recall(candidates) ?? null;
  const requests = known ?? await readRequests(project, { candidates, look, isOwn, before: cache?.before ?? null });
  cache?.keep(candidates, requests);

  const unread = new Map([...skipped.map((one) => ({ ...one, file: nameOf(one.file) })), ...requests.unparsed].map((one) => [one.file, one]));
  const { files, findings, accepted, findingsMissing, lines } = requests;
  const facts: AuditFacts = {
    version: project.version,
    root: project.rootName,
    read: project.files.filter(isOwn).length,
    leftOut: project.leftOut,
    files,
    findings,
    accepted,
    findingsMissing,
    skipped: [...project.files.flatMap((file) => unread.get(nameOf(file)) ?? []), ...requests.unlinted.filter(({ file }) => !unread.has(file))],
    lines,
  };
  return { facts, warnings: [...project.warnings, ...requests.warnings] };
}
