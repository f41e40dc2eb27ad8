import { isRecord } from '../spec/is-record.ts';
import { CannotRun } from './cannot-run.ts';
import type { SkipReason } from '../modules/skip-reason.ts';
import type { AuditFacts, PartFacts } from './audit-facts.ts';
import type { LeftOut } from './audit-report.ts';

/** A part, and the file it was read from. */
export interface NamedPart {
  readonly name: string;
  readonly part: PartFacts;
}

/** The part in a JSON report. Throws `CannotRun` for one that has none, or another version's. */
export function readPart(name: string, value: unknown, version: string): NamedPart {
  const part = typeof value === 'object' && value !== null && 'part' in value ? value.part : null;
  if (part === null) throw new CannotRun(`${name} has no facts to merge. Make it with plex-lint audit --format json and --facts, or --shard.`);
  if (!isPart(part)) throw new CannotRun(`What ${name} has as facts is none of plex-lint's. Make it anew with plex-lint audit --format json and --facts, or --shard.`);
  if (part.facts.version !== version) throw new CannotRun(`${name} was made by plex-lint ${part.facts.version}, and this is ${version}. Make it anew.`);
  return { name, part };
}

/** Whether the outline of a part is there. What is in it is the work of the same version, or refused. */
function isPart(part: unknown): part is PartFacts {
  if (!isRecord(part) || !isRecord(part.facts) || !isRecord(part.descriptions)) return false;
  const { version, files, findings, lines } = part.facts;
  return typeof version === 'string' && Array.isArray(files) && Array.isArray(findings) && isRecord(lines);
}

/**
 * Joins the facts of several parts: all shards of a project, or projects that were read apart. Throws `CannotRun` when they do
 * not belong together, or one is missing. `root` is the folder that files are named from, as the report is to name it.
 */
export function mergeParts(parts: readonly NamedPart[], root: string | null): AuditFacts {
  const [first] = parts;
  if (first === undefined) throw new CannotRun('There is nothing to merge.');
  for (const { name, part } of parts) checkAlike(name, part, first);
  const projects = groupShards(parts);
  checkDistinct(parts);
  const facts = parts.map(({ part }) => part.facts);
  const roots = [...new Set(facts.map((some) => some.root))];
  const [only = '.'] = roots;
  return {
    version: first.part.facts.version,
    root: root ?? (roots.length === 1 && !only.startsWith('..') ? only : '.'),
    read: facts.reduce((sum, { read }) => sum + read, 0),
    // each shard has gone over all files, and counted what it left out
    leftOut: sumLeftOut(projects.flatMap(({ part }) => part.facts.leftOut)),
    files: facts.flatMap(({ files }) => files),
    findings: facts.flatMap(({ findings }) => findings),
    accepted: facts.flatMap(({ accepted }) => accepted),
    findingsMissing: facts.find(({ findingsMissing }) => findingsMissing !== null)?.findingsMissing ?? null,
    skipped: facts.flatMap(({ skipped }) => skipped),
    lines: Object.assign({}, ...facts.map(({ lines }) => lines)) as AuditFacts['lines'],
  };
}

function checkAlike(name: string, part: PartFacts, first: NamedPart): void {
  if (!isEqual(part.descriptions, first.part.descriptions)) throw new CannotRun(`${first.name} and ${name} were made with other descriptions. Make both with the same.`);
}

/** One part of each project, after a look at its shards. */
function groupShards(parts: readonly NamedPart[]): readonly NamedPart[] {
  const shards = parts.filter(({ part }) => part.shard !== null);
  const [first] = shards;
  for (const { name, part } of shards) {
    if (first === undefined) continue;
    if (part.shard?.count !== first.part.shard?.count) throw new CannotRun(`${first.name} is ${nameShard(first.part)}, and ${name} is ${nameShard(part)}. Merge those of one audit.`);
    if (part.sources !== first.part.sources) throw new CannotRun(`${first.name} and ${name} are shards of other sources. Make all shards of one commit.`);
    if (part.settings !== first.part.settings) throw new CannotRun(`${first.name} and ${name} were made with other settings. Make all shards with the same.`);
    const same = shards.filter(({ part: { shard } }) => shard?.index === part.shard?.index && shard?.count === part.shard?.count);
    if (same.length > 1) throw new CannotRun(`Shard ${String(part.shard?.index)} is there twice: ${same.map((other) => other.name).join(', ')}.`);
  }
  const missing = Array.from({ length: first?.part.shard?.count ?? 0 }, (_, i) => i + 1).filter((index) => !shards.some(({ part }) => part.shard?.index === index));
  if (missing.length > 0) throw new CannotRun(`Of ${String(first?.part.shard?.count)} shards ${missing.length === 1 ? 'number' : 'numbers'} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. A report of the rest would be wrong.`);
  return [...(first === undefined ? [] : [first]), ...parts.filter(({ part }) => part.shard === null)];
}

function nameShard({ shard }: PartFacts): string {
  return shard === null ? 'no shard' : `shard ${String(shard.index)} of ${String(shard.count)}`;
}

function checkDistinct(parts: readonly NamedPart[]): void {
  const known = new Map<string, string>();
  for (const { name, part } of parts) {
    for (const { file } of part.facts.files) {
      const other = known.get(file);
      if (other !== undefined) throw new CannotRun(`${other} and ${name} both have ${file}. Audit each with --root and the folder that all files are to be named from, and each file once.`);
      known.set(file, name);
    }
  }
}

function sumLeftOut(all: readonly LeftOut[]): readonly LeftOut[] {
  const counts = new Map<SkipReason, number>();
  for (const { reason, count } of all) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => ({ reason, count }));
}

function isEqual(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
