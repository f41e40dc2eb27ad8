import { describe, expect, it } from 'vitest';
import plugin from '../../rules/index.ts';
import { kinds } from './all-kinds.ts';
import { printFaults, printMatrix } from './print-matrix.ts';
import { runMutations } from './run-mutations.ts';
import { SETTINGS } from './settings.ts';

describe('calls with one mistake', () => {
  it('are reported by the rule for it, once, at the mistake', () => {
    const chosen = kinds.filter(({ name }) => SETTINGS.kinds.test(name));
    const verdicts = runMutations(chosen, SETTINGS).filter(({ rule }) => rule === null || rule in plugin.rules);
    process.stdout.write(`${printMatrix(verdicts)}\n`);
    expect(printFaults(verdicts, 2)).toBe('');
    if (SETTINGS.kinds.source === '(?:)') expect(verdicts.length).toBeGreaterThan(9000);
  }, 600_000);
});
