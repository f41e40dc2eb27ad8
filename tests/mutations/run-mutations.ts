import { readApiOperations } from './api-operation.ts';
import { CLIENTS, SHAPES } from './call.ts';
import { correctCall } from './correct-call.ts';
import { lintCases } from './lint-cases.ts';
import { Random } from './random.ts';
import type { Call } from './call.ts';
import type { Kind, Mutant } from './kind.ts';
import type { Finding, LintedCase } from './lint-cases.ts';

/** What became of a case: what was expected and not found, and what was found and not expected. */
export interface Verdict {
  readonly kind: string;
  readonly call: Call;
  readonly text: string;
  /** `caught`: the expected rule, once, at the expected place; a case that expects nothing is caught by silence. */
  readonly result: 'caught' | 'missed' | 'misplaced';
  readonly extra: readonly Finding[];
  /** The rule that was expected; null: none. */
  readonly rule: string | null;
  readonly expected: string;
}

export interface RunOptions {
  readonly seed: string;
  /** How many cases each operation and kind has. */
  readonly tries: number;
  /** How many cases a kind has at most. */
  readonly most: number;
}

/** Writes every operation correctly in every client and shape; nothing should be found. */
export function runCorrect({ seed }: Pick<RunOptions, 'seed'>): readonly Verdict[] {
  const mutants = readApiOperations().filter(isPlain).flatMap((operation) => CLIENTS.flatMap((client) => SHAPES.flatMap((shape): Case[] => {
    const call = correctCall(operation, client, shape, new Random(`${seed} ${operation.label} ${client} ${shape}`));
    return call === null ? [] : [{ kind: `correct: ${client}, ${shape}`, mutant: { call, rule: null, at: 'url' } }];
  })));
  return judge(mutants);
}

/** Makes one mistake at a time: for each kind and operation in calls of a few clients and shapes. */
export function runMutations(kinds: readonly Kind[], { seed, tries, most }: RunOptions): readonly Verdict[] {
  const operations = readApiOperations();
  return judge(kinds.flatMap((kind) => {
    const cases: Case[] = [];
    for (const operation of new Random(`${seed} ${kind.name}`).shuffle(operations)) {
      if (cases.length >= most) break;
      if (isPlain(operation) || kind.name.startsWith('operation:')) cases.push(...makeCases(kind, operation, seed, tries));
    }
    return cases;
  }));
}

const FORMS = CLIENTS.flatMap((client) => SHAPES.map((shape) => ({ client, shape })));

/** The first few forms, in an order of chance, in which the operation can have the mistake. */
function makeCases(kind: Kind, operation: Call['operation'], seed: string, tries: number): readonly Case[] {
  const random = new Random(`${seed} ${operation.label} ${kind.name}`);
  const cases: Case[] = [];
  for (const { client, shape } of random.shuffle(FORMS)) {
    const call = correctCall(operation, client, shape, random);
    const mutant = call === null ? null : kind.apply(call, random);
    if (mutant !== null) cases.push({ kind: kind.name, mutant });
    if (cases.length >= tries) break;
  }
  return cases;
}

interface Case {
  readonly kind: string;
  readonly mutant: Mutant;
}

/** An operation that a correct program may call. */
function isPlain({ standing, written }: Call['operation']): boolean {
  return standing !== 'retired' && written['x-plex-method-variant'] === undefined;
}

function judge(cases: readonly Case[]): readonly Verdict[] {
  const alone = new Set(cases.filter(({ mutant }) => mutant.alone === true).map(({ mutant }) => mutant.call));
  const linted = lintCases(cases.map(({ mutant }) => mutant.call), (call) => alone.has(call));
  return cases.map((each, i) => verdictOf(each, linted[i] ?? { text: '', marks: new Map(), findings: [] }));
}

/** What is said of every call of an operation that has a better form, of reads that are not repeated, of statuses that are all alike. */
const OF_ALL: readonly string[] = ['no-undocumented-endpoint', 'prefer-retry', 'distinguish-statuses'];

function verdictOf({ kind, mutant: { call, rule, or, also, at } }: Case, { text, marks, findings }: LintedCase): Verdict {
  const isExpected = (finding: Finding): boolean => finding.rule === rule || finding.rule === or;
  const found = findings.filter((finding) => isExpected(finding) || !OF_ALL.includes(finding.rule));
  const wanted = marks.get(at);
  const isThere = (finding: Finding): boolean => wanted === undefined || (finding.at >= wanted.start && finding.at < Math.max(wanted.end, wanted.start + 1));
  const hits = found.filter(isExpected);
  const hit = hits.find(isThere) ?? hits[0];
  const result = rule === null || (hit !== undefined && isThere(hit)) ? 'caught' : hit === undefined ? 'missed' : 'misplaced';
  return { kind, call, rule, text, result, extra: found.filter((finding) => finding !== hit && finding.rule !== also), expected: rule === null ? 'nothing' : `${rule} at ${at}` };
}
