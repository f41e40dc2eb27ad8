import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchPath } from '../../spec/match-path.ts';
import { parsePathPattern } from '../../spec/path-pattern.ts';
import { readDescriptions } from '../../spec/read-descriptions.ts';
import { standingOf } from '../../spec/standing-of.ts';

const LABELS = new URL('../../../shared/corpus/labels/', import.meta.url);

interface Label {
  readonly file: string;
  readonly line: number;
  readonly method: string | string[] | null;
  readonly target: string | null;
  readonly path: string | null;
  readonly operation: string;
}

function readLabels(): Label[] {
  return readdirSync(LABELS)
    .filter((name) => name.endsWith('.jsonl') && !name.includes('negatives'))
    .flatMap((name) => readFileSync(new URL(name, LABELS), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Label));
}

function isOperation(text: string): boolean {
  return /^(?:GET|POST|PUT|DELETE) /.test(text);
}

/** What the label asks for, as the standings that answer it. */
function standingsOf({ operation }: Label): string[] {
  if (isOperation(operation)) return ['documented'];
  if (operation.startsWith('plextv: ')) return ['documented', 'undocumented', 'retired'];
  return [operation.startsWith('method-mismatch') ? 'wrong-method' : operation];
}

function anonymous(label: string | undefined): string | undefined {
  return label?.replace('plextv: ', '').replace(/\{[^}]*\}/g, '{}');
}

describe.skipIf(!existsSync(LABELS))('the request sites of real repositories (skipped where the labels are absent)', () => {
  it('are answered with the operation and standing that a reader gave them', () => {
    const descriptions = readDescriptions(undefined, '/');
    const wrong: string[] = [];
    let count = 0;
    for (const label of readLabels()) {
      if (label.path === null || label.operation === 'dynamic') continue;
      const description = descriptions.find(({ hosts, name }) => (label.target === 'pms' ? name === 'plex-media-server' : hosts.includes(label.target ?? '')));
      if (description === undefined) throw new Error(`no description for ${String(label.target)}`);
      for (const method of [label.method].flat()) {
        count += 1;
        const match = matchPath(description, parsePathPattern(label.path), method);
        const standing = standingOf(match, method);
        const named = isOperation(label.operation) || label.operation.startsWith('plextv: ');
        const right = standingsOf(label).includes(standing) && (!named || anonymous(match.certain?.label) === anonymous(label.operation));
        if (!right) wrong.push(`${label.file}:${label.line} ${String(method)} ${label.path}: label '${label.operation}', answer '${match.certain?.label ?? 'none'}', ${standing}`);
      }
    }
    expect(count).toBeGreaterThan(300);
    expect(wrong.length / count, wrong.join('\n')).toBeLessThan(0.01);
  });
});
