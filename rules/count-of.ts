/** A number with what it counts: `3 files`, `1 file`, `0 files`. */
export function countOf(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
