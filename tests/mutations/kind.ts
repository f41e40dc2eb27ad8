import type { Call } from './call.ts';
import type { Random } from './random.ts';

/** A call with one mistake, and what should be said about it. */
export interface Mutant {
  readonly call: Call;
  /** The rule that should report it, once; null: nothing should be reported, as the change is no mistake. */
  readonly rule: string | null;
  /** What else is said of the same mistake: it breaks more than one rule. */
  readonly also?: string;
  /** Another rule that may report it in its stead. */
  readonly or?: string;
  /** The mark at which it should be reported. */
  readonly at: string;
  /** The wrapper has the mistake: what is found is said once for all that share it. */
  readonly alone?: boolean;
}

/** A kind of mistake. */
export interface Kind {
  readonly name: string;
  /** The call with the mistake; null where the call has nothing to make it with. */
  readonly apply: (call: Call, random: Random) => Mutant | null;
}
