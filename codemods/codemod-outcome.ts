import { printText } from '../requests/print-text.ts';
import type { Place } from '../requests/request-site.ts';
import type { Plan } from './codemod.ts';

/** What became of the requests that one plan is about. */
export interface CodemodOutcome {
  readonly codemod: string;
  /** `declined`: the user did not want the change. `failed`: a mistake of the codemod's, which changed nothing. */
  readonly status: 'changed' | 'skipped' | 'declined' | 'failed';
  /** What is done, or why nothing is. */
  readonly message: string;
  /** null: the codemod failed as a whole. */
  readonly place: OutcomePlace | null;
  readonly requests: readonly OutcomeRequest[];
}

export interface OutcomePlace {
  /** Absolute. */
  readonly file: string;
  /** 1-based, in the text before the run; of a file that the run adds, in its new text. */
  readonly line: number;
  /** 1-based, in the text after the run. */
  readonly lineAfter: number;
}

export interface OutcomeRequest extends OutcomePlace {
  /** null: cannot be known. */
  readonly method: string | null;
  /** With `{}` for what is not known; null: cannot be known. */
  readonly path: string | null;
}

/** An outcome whose lines are not looked up yet: what follows may move them. */
export interface NotedOutcome extends Pick<CodemodOutcome, 'codemod' | 'status' | 'message'> {
  readonly plan: Plan | null;
}

/** Says what became of a plan, with lines in the place of offsets. */
export function describeOutcome({ codemod, status, message, plan }: NotedOutcome, locate: (place: Place) => OutcomePlace): CodemodOutcome {
  const requests = (plan?.requests ?? []).map(({ site }) => ({ ...locate(site.place), method: site.method, path: site.path === null ? null : printText(site.path) }));
  return { codemod, status, message, place: plan === null ? null : locate(plan.place), requests };
}
