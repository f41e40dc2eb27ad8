/** Why an operation may be worth implementing: the signals of the ranking, in the order in which reasons are listed. */
export type RankSignal = 'replaces' | 'data' | 'sibling' | 'pair' | 'usage' | 'privileged' | 'undocumented' | 'legacy';

/** Weights that replace those of the table. */
export type RankWeights = Readonly<Partial<Record<RankSignal, number>>>;

/** The table of signals: what each looks at, and how many points it gives at most, or per step where it says so. docs/audit.md shows it. */
export const RANK_SIGNALS: Readonly<Record<RankSignal, { readonly weight: number; readonly meaning: string }>> = {
  replaces: { weight: 30, meaning: 'The code sends a retired or undocumented request, or one with a wrong method, in its place.' },
  data: { weight: 16, meaning: 'The operation takes an identifier, or is the resource of one, that an implemented operation takes or answers: all of it where the code itself sends or reads the identifier, half where only the description has it; less where more than eight operations share it. The two best identifiers count.' },
  sibling: { weight: 8, meaning: 'An implemented operation is of the same resource: by the share of leading path segments, less where more than twenty operations have them.' },
  pair: { weight: 8, meaning: 'The code reads the same path and does not write it, or writes it and does not read it: half where it writes nothing of the API.' },
  usage: { weight: 4, meaning: 'Public clients use it: for each doubling of their number.' },
  privileged: { weight: -6, meaning: 'It makes a change that only some of the users may make, such as administrators, and the code makes none of these.' },
  undocumented: { weight: -12, meaning: 'It works without being in the contract of the API.' },
  legacy: { weight: -15, meaning: 'It is deprecated, or has a successor.' },
};

/** The weight of a signal: the user's, else that of the table. What speaks against an operation does so whatever the sign. */
export function weightOf(signal: RankSignal, weights: RankWeights): number {
  const { weight } = RANK_SIGNALS[signal];
  const size = Math.abs(weights[signal] ?? weight);
  return weight < 0 ? -size : size;
}
