import { describe, expect, it } from 'vitest';
import { printFaults, printMatrix } from './print-matrix.ts';
import { runCorrect } from './run-mutations.ts';
import { SETTINGS } from './settings.ts';

describe('correct calls of every operation, in every client and shape', () => {
  it('are not reported by any rule', () => {
    const verdicts = runCorrect(SETTINGS);
    process.stdout.write(`${printMatrix(verdicts)}\n`);
    expect(verdicts.length).toBeGreaterThan(8500);
    expect(printFaults(verdicts, 3)).toBe('');
  }, 300_000);
});
