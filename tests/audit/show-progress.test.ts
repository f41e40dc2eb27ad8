import { describe, expect, it } from 'vitest';
import { showProgress } from '../../audit/show-progress.ts';

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 20, written, write: (text: string) => written.push(text) };
}

describe('showProgress', () => {
  it('is silent where nobody looks', () => {
    const pipe = stream(false);
    let time = 0;
    const progress = showProgress(pipe, () => (time += 10_000));
    progress.start('Reading', 2)('a.ts');
    progress.clear();
    expect(pipe.written).toEqual([]);
  });

  it('is silent in a run that is over soon', () => {
    const terminal = stream(true);
    const progress = showProgress(terminal, () => 0);
    progress.start('Reading', 1)('a.ts');
    progress.clear();
    expect(terminal.written).toEqual([]);
  });

  it('draws one line over, no wider than the terminal, and takes it away', () => {
    const terminal = stream(true);
    let time = 0;
    const progress = showProgress(terminal, () => time);
    const next = progress.start('Reading', 1000);
    next('a.ts');
    time = 1000;
    next('b.ts');
    next('c.ts'); // too soon after the last
    time = 2000;
    next('d.ts');
    progress.clear();
    expect(terminal.written).toEqual(['\r\u001B[2KReading file 2 of 1', '\r\u001B[2KReading file 4 of 1', '\r\u001B[2K']);
  });
});
