import { createHash } from 'node:crypto';
import { findLineStarts, nameFrom, offsetIn } from './locate-places.ts';
import { writeSite } from './site-facts.ts';
import { takeInventory } from './take-inventory.ts';
import type { AuditFacts, Coded } from './audit-facts.ts';
import type { LintFinding } from './lint-outcome.ts';
import type { AuditedProject } from './run-audit.ts';

/** What was read, and what the user should know of how it was. */
export interface CollectedFacts {
  readonly facts: AuditFacts;
  readonly warnings: readonly string[];
}

/** Reads what the report is made of off the files of a project: all of them, or those of one part that `isOwn` chooses. */
export async function collectFacts(project: AuditedProject, isOwn: (file: string) => boolean = () => true): Promise<CollectedFacts> {
  const { root, descriptions } = project;
  const nameOf = nameFrom(root);
  const { files, skipped } = takeInventory(project, isOwn);
  const lint = await project.lint(files.map(({ file }) => file));
  const texts = createTexts(project);
  const placed = new Map<string, string>();
  const nameOfPlaced = (file: string): string => {
    const name = placed.get(file) ?? nameOf(file);
    placed.set(file, name);
    return name;
  };
  const known = new Set(skipped.map(({ file }) => file));
  const named = <T extends { readonly file: string }>(item: T): T => ({ ...item, file: nameOf(item.file) });
  const coded = <T extends LintFinding>(finding: T): Coded<T> => ({ ...named(finding), code: texts.codeOf(finding) });
  const facts: AuditFacts = {
    version: project.version,
    root: project.rootName,
    read: project.files.filter(isOwn).length,
    leftOut: project.leftOut,
    files: files.map(({ file, sites }) => {
      const own = project.descriptionsOf(file);
      const isAll = own.length === descriptions.length && own.every((description) => descriptions.includes(description));
      return { file: nameOf(file), sites: sites.map((site) => writeSite(site, nameOfPlaced)), ...(isAll ? {} : { descriptions: own.map(({ name }) => name) }) };
    }),
    findings: lint.findings.map(coded),
    accepted: lint.accepted.map(coded),
    findingsMissing: lint.missing,
    skipped: [...skipped, ...lint.skipped.filter(({ file }) => !known.has(file))].map(named),
    lines: Object.fromEntries([...placed].map(([file, name]) => [name, texts.startsOf(file)] as const)),
  };
  return { facts, warnings: [...project.warnings, ...lint.warnings] };
}

interface Texts {
  readonly startsOf: (file: string) => readonly number[];
  /** A digest of the code that a finding is about, without its white space. */
  readonly codeOf: (finding: LintFinding) => string;
}

function createTexts({ read }: AuditedProject): Texts {
  const known = new Map<string, { readonly text: string; readonly starts: readonly number[] }>();
  const open = (file: string): { readonly text: string; readonly starts: readonly number[] } => {
    let found = known.get(file);
    if (found === undefined) {
      const text = (read(file) ?? '').replace(/^\uFEFF/, '');
      known.set(file, (found = { text, starts: findLineStarts(text) }));
    }
    return found;
  };
  return {
    startsOf: (file) => open(file).starts,
    codeOf({ file, line, column, endLine, endColumn }) {
      const { text, starts } = open(file);
      const code = text.slice(offsetIn(starts, { line, column }), offsetIn(starts, { line: endLine, column: endColumn }));
      return createHash('sha256').update(code.replace(/\s+/g, '')).digest('hex').slice(0, 12);
    },
  };
}
