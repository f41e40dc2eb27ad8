import { createHash } from 'node:crypto';
import type { Description } from '../spec/description.ts';
import type { AuditFacts, PartFacts } from './audit-facts.ts';
import type { Shard } from './read-arguments.ts';
import type { AuditedProject } from './run-audit.ts';
import { nameFrom } from './locate-places.ts';
import { readText } from './read-text.ts';

/** The facts with what tells which parts belong together. */
export function describePart(facts: AuditFacts, project: AuditedProject, shard: Shard | null): PartFacts {
  const nameOf = nameFrom(project.root);
  const sources = createHash('sha256');
  for (const file of project.files) sources.update(`${nameOf(file)}\0${project.read(file) ?? ''}\0`);
  return {
    shard,
    sources: sources.digest('hex').slice(0, 16),
    descriptions: digestDescriptions(project.descriptions),
    // a checkout lies elsewhere on each machine
    settings: digest(JSON.stringify(project.settings).replaceAll(JSON.stringify(project.root).slice(1, -1), '')),
    facts,
  };
}

/** A digest of each description, by its name. */
export function digestDescriptions(descriptions: readonly Description[]): Readonly<Record<string, string>> {
  return Object.fromEntries(descriptions.map(({ name, file }) => [name, digest(readText(file) ?? '')]));
}

/** Which files are a shard's: every so many-th, so that shards take about as long. */
export function ownFiles(files: readonly string[], shard: Shard | null): (file: string) => boolean {
  if (shard === null) return () => true;
  const own = new Set(files.filter((_, i) => i % shard.count === shard.index - 1));
  return (file) => own.has(file);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
