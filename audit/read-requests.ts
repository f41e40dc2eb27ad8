import { createHash } from 'node:crypto';
import { findLineStarts, nameFrom, offsetIn } from './locate-places.ts';
import { createLintKeys } from './lint-keys.ts';
import { writeSite } from './site-facts.ts';
import { takeInventory } from './take-inventory.ts';
import type { AuditFacts, Coded, FileFacts } from './audit-facts.ts';
import type { SkippedFile } from './audit-report.ts';
import type { LookAtText } from './file-notes.ts';
import type { LintFinding } from './lint-outcome.ts';
import type { AuditedProject } from './run-audit.ts';

/** What was read of the files that may hold requests. Files are named as in the report. */
export interface RequestFacts extends Pick<AuditFacts, 'files' | 'findings' | 'accepted' | 'findingsMissing' | 'lines'> {
  /** The files that do not parse, and then those that a rule failed on. */
  readonly unparsed: readonly SkippedFile[];
  readonly unlinted: readonly SkippedFile[];
  readonly warnings: readonly string[];
  /** A digest of all that the findings in a file rest on, by its name; empty when nobody wants to know. */
  readonly lintKeys: Readonly<Record<string, string>>;
}

export interface RequestReading {
  readonly candidates: readonly string[];
  readonly look: LookAtText;
  readonly isOwn: (file: string) => boolean;
  /** What was read the last time: the findings of files for which nothing has changed are taken from there. null: `lintKeys` are not wanted. */
  readonly before: Pick<RequestFacts, 'findings' | 'accepted' | 'lintKeys'> | null;
}

/** Reads the requests of a project, and runs the rules. */
export async function readRequests(project: AuditedProject, { candidates, look, isOwn, before }: RequestReading): Promise<RequestFacts> {
  const { root, descriptions } = project;
  const nameOf = nameFrom(root);
  const { files, skipped } = takeInventory(project, candidates, look, isOwn);
  const texts = createTexts(project);
  const placed = new Map<string, string>();
  const keyOf = before === null ? null : createLintKeys(project);
  const read = files.map(({ file, module, sites }) => {
    const reached = new Set([file]);
    const nameOfPlaced = (at: string): string => {
      const name = placed.get(at) ?? nameOf(at);
      placed.set(at, name);
      reached.add(at);
      return name;
    };
    const own = project.descriptionsOf(file);
    const isAll = own.length === descriptions.length && own.every((description) => descriptions.includes(description));
    const facts: FileFacts = { file: nameOf(file), sites: sites.map((site) => writeSite(site, nameOfPlaced)), ...(isAll ? {} : { descriptions: own.map(({ name }) => name) }) };
    const key = keyOf?.(module, facts.sites, reached) ?? null;
    return { file, facts, key, isKnown: key !== null && before?.lintKeys[facts.file] === key };
  });

  const lint = await project.lint(read.flatMap(({ file, isKnown }) => (isKnown ? [] : [file])));
  const named = <T extends { readonly file: string }>(item: T): T => ({ ...item, file: nameOf(item.file) });
  const coded = <T extends LintFinding>(finding: T): Coded<T> => ({ ...named(finding), code: texts.codeOf(finding) });
  const known = new Set(read.flatMap(({ facts, isKnown }) => (isKnown ? [facts.file] : [])));
  const order = new Map(read.map(({ facts }, i) => [facts.file, i]));
  const join = <T extends { readonly file: string }>(fresh: readonly T[], old: readonly T[] = []): readonly T[] =>
    known.size === 0 ? fresh : [...fresh, ...old.filter(({ file }) => known.has(file))].sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0));
  const failed = new Set(lint.skipped.map(({ file }) => file));
  return {
    files: read.map(({ facts }) => facts),
    findings: join(lint.findings.map(coded), before?.findings),
    accepted: join(lint.accepted.map(coded), before?.accepted),
    findingsMissing: lint.missing,
    lines: Object.fromEntries([...placed].map(([file, name]) => [name, texts.startsOf(file)] as const)),
    unparsed: skipped.map(named),
    unlinted: lint.skipped.map(named),
    warnings: lint.warnings,
    // what a rule failed on is tried anew
    lintKeys: Object.fromEntries(read.flatMap(({ file, facts, key }) => (key === null || failed.has(file) ? [] : [[facts.file, key]]))),
  };
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
