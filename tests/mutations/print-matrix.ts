import type { Verdict } from './run-mutations.ts';

/** One row of the matrix. */
export interface Row {
  readonly kind: string;
  readonly operations: number;
  readonly cases: number;
  readonly caught: number;
  readonly missed: number;
  readonly extra: number;
}

/** Counts the verdicts by kind. What was said at the wrong place counts as missed. */
function countByKind(verdicts: readonly Verdict[]): readonly Row[] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const group = groups.get(verdict.kind);
    if (group === undefined) groups.set(verdict.kind, [verdict]);
    else group.push(verdict);
  }
  return [...groups].map(([kind, group]) => rowOf(kind, group));
}

function rowOf(kind: string, group: readonly Verdict[]): Row {
  const caught = group.filter(({ result }) => result === 'caught').length;
  return {
    kind,
    operations: new Set(group.map(({ call }) => call.operation.label)).size,
    cases: group.length,
    caught,
    missed: group.length - caught,
    extra: group.reduce((sum, { extra }) => sum + extra.length, 0),
  };
}

/** The matrix as text, with a line of sums. */
export function printMatrix(verdicts: readonly Verdict[]): string {
  const rows = [...countByKind(verdicts), rowOf('all', verdicts)];
  const width = Math.max(...rows.map(({ kind }) => kind.length));
  const cells = (row: Row): readonly number[] => [row.operations, row.cases, row.caught, row.missed, row.extra];
  const head = `${'kind'.padEnd(width)}  operations   cases  caught  missed   extra`;
  return [head, ...rows.map((row) => `${row.kind.padEnd(width)}  ${cells(row).map((cell, i) => String(cell).padStart(i === 0 ? 10 : 6)).join('  ')}`)].join('\n');
}

/** The cases that went wrong, a few of each kind, with their programs. */
export function printFaults(verdicts: readonly Verdict[], each: number): string {
  const shown = new Map<string, number>();
  const lines: string[] = [];
  for (const { kind, call, text, result, extra, expected } of verdicts) {
    if (result === 'caught' && extra.length === 0) continue;
    const key = `${kind} ${result} ${[...new Set(extra.map(({ rule }) => rule))].join()}`;
    shown.set(key, (shown.get(key) ?? 0) + 1);
    if ((shown.get(key) ?? 0) > each) continue;
    lines.push(`${kind}: ${call.operation.label}, ${call.client}, ${call.shape}: ${result}, expected ${expected}`, ...extra.map(({ rule, message, at }) => `  extra ${rule} at ${at}: ${message}`), text);
  }
  return lines.join('\n');
}
