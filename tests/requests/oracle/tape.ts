/**
 * The decisions of a generated program, drawn by fast-check. An exhausted tape answers 0, and 0 is the plainest choice
 * everywhere: a smaller tape is a plainer program.
 */
export class Tape {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A number from 0 to `count` - 1. */
  pick(count: number): number {
    const drawn = this.#numbers[this.#at++] ?? 0;
    return drawn % count;
  }

  one<T>(items: readonly [T, ...T[]]): T {
    return items[this.pick(items.length)] ?? items[0];
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.pick(100) >= 100 - percent;
  }
}
