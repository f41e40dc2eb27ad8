import { relative } from 'node:path';
import { expect } from 'vitest';
import { openAuditCache } from '../../audit/audit-cache.ts';
import { collectFacts } from '../../audit/collect-facts.ts';
import { deriveReport } from '../../audit/derive-report.ts';
import { findAuditedPaths, openProject } from '../../audit/open-project.ts';
import { ownFiles } from '../../audit/part-facts.ts';
import { readArguments } from '../../audit/read-arguments.ts';
import { showProgress } from '../../audit/show-progress.ts';
import type { AuditFacts } from '../../audit/audit-facts.ts';

/** What an audit with the cache had to do. Files are relative to the folder. */
export interface Work {
  /** Whose requests were read, and which were linted. */
  readonly read: readonly string[];
  readonly linted: readonly string[];
  readonly facts: AuditFacts;
}

/** Audits a folder with the cache, and without: both must give the same, to the letter. */
export async function auditBothWays(folder: string, location: string, args: readonly string[] = []): Promise<Work> {
  const cached = await collect(folder, ['--cache', '--cache-location', location, ...args]);
  const plain = await collect(folder, ['--no-cache', ...args]);
  expect(cached.printed).toBe(plain.printed);
  return cached;
}

async function collect(folder: string, options: readonly string[]): Promise<Work & { readonly printed: string }> {
  const command = readArguments(['audit', '--format', 'json', ...options]);
  if (command.kind !== 'audit') throw new Error(JSON.stringify(command));
  const args = command.arguments;
  const opened = await openProject(args, findAuditedPaths(args, folder), null, folder, showProgress({ write: () => undefined }));
  const read: string[] = [];
  const linted: string[] = [];
  const project: typeof opened = {
    ...opened,
    requestsOf(module) {
      read.push(relative(folder, module.file));
      return opened.requestsOf(module);
    },
    lint(files) {
      linted.push(...files.map((file) => relative(folder, file)));
      return opened.lint(files);
    },
  };
  const { facts, warnings } = await collectFacts(project, ownFiles(project.files, args.shard), openAuditCache(project, args, {}, folder));
  const printed = JSON.stringify([facts, warnings, deriveReport(facts, project.descriptions)], null, 1);
  return { read, linted, facts, printed };
}
