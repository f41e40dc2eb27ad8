/** `MUTATIONS=all` makes every mistake with every operation; else each kind has a sample, the same in every run. */
const ALL = process.env.MUTATIONS === 'all';

/** What a run makes: `MUTATION_SEED=7` makes other calls, `MUTATION_KINDS='^path'` some kinds only. */
export const SETTINGS = {
  seed: process.env.MUTATION_SEED ?? '20261122',
  tries: Number(process.env.MUTATION_TRIES ?? 1),
  most: ALL ? Number.POSITIVE_INFINITY : 120,
  kinds: new RegExp(process.env.MUTATION_KINDS ?? ''),
} as const;
