import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RANK_SIGNALS, weightOf } from '../../audit/rank-signals.ts';

describe('RANK_SIGNALS', () => {
  it('is the table that docs/audit.md shows', () => {
    const rows = [...readFileSync(new URL('../../docs/audit.md', import.meta.url), 'utf8').matchAll(/^\| `(\w+)` \| (-?\d+) \| (.*) \|$/gm)];
    expect(rows.map(([, signal, weight, meaning]) => [signal, { weight: Number(weight), meaning }])).toEqual(Object.entries(RANK_SIGNALS));
  });

  it('lets a weight be changed, and what speaks against an operation do so whatever its sign', () => {
    expect(weightOf('usage', {})).toBe(4);
    expect(weightOf('usage', { usage: 0 })).toBe(0);
    expect(weightOf('undocumented', { undocumented: 3 })).toBe(-3);
  });
});
