import { readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { readSettings } from '../rules/read-settings.ts';
import { CannotRun } from './cannot-run.ts';
import { mergeParts, readPart } from './merge-parts.ts';
import { digestDescriptions } from './part-facts.ts';
import { readAuditSettings } from './read-audit-settings.ts';
import { readVersion } from './read-version.ts';
import type { Description } from '../spec/description.ts';
import type { AuditFacts } from './audit-facts.ts';
import type { NamedPart } from './merge-parts.ts';
import type { AuditArguments } from './read-arguments.ts';
import type { ReadConfig } from './read-config.ts';

/** What the parts that the command line names give together. */
export interface MergedProject {
  readonly facts: AuditFacts;
  /** The folder that files are named from, absolute. */
  readonly root: string;
  readonly parts: readonly NamedPart[];
}

/** Reads and joins the JSON reports that `plex-lint audit merge` names. Throws `CannotRun`. */
export function openMerged(args: AuditArguments, cwd: string): MergedProject {
  const named = args.root === null ? null : relative(cwd, resolve(cwd, args.root)).split(sep).join('/') || '.';
  const parts = args.paths.map((name) => readPart(name, readJson(name, cwd), readVersion()));
  const facts = mergeParts(parts, named);
  return { facts, root: resolve(cwd, facts.root), parts };
}

/** The descriptions to judge the parts by: those that they were read with. Throws `CannotRun` when they are others. */
export function readMergedDescriptions(args: AuditArguments, { parts, root }: MergedProject, config: ReadConfig | null, cwd: string): readonly Description[] {
  const { descriptions } = readSettings(readAuditSettings(args, cwd, config), root);
  const now = digestDescriptions(descriptions);
  const [first] = parts;
  if (first !== undefined && JSON.stringify(first.part.descriptions) !== JSON.stringify(now)) {
    throw new CannotRun(`${first.name} was made with the descriptions ${Object.keys(first.part.descriptions).join(', ')}, and these are others, or have changed: ${Object.keys(now).join(', ')}. Merge with the same --description, --settings and configuration.`);
  }
  return descriptions;
}

function readJson(name: string, cwd: string): unknown {
  const file = resolve(cwd, name);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CannotRun(error instanceof SyntaxError ? `${name} is no JSON: ${error.message}. Was the audit that wrote it stopped?` : `There is no report ${name} to merge (looked for ${file}).`);
  }
}
