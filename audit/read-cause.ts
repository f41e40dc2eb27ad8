import type { LintFinding } from './lint-outcome.ts';

/** How messages name a cause that another file has: `sent by plexGet, server/plex.ts:58`, `written at …`, `at …`. */
const ELSEWHERE = / \((sent by [^()]*?, |written at |at )([^()]+:\d+)(?:, like (\d+) more requests? here)?\)/;
/** The operation or path that a message speaks of, which differs from request to request. */
const OPERATION = /\bA (?:[A-Z]+ )?request\b|(?:(?:\b[A-Z]+|\?) )?(?:\/[^\s,]*|…)/g;

/** What a message says of where a finding comes from. */
export interface Cause {
  /** Where the cause is, as `server/plex.ts:58`; null when the message names none. */
  readonly cause: string | null;
  /** The same without the line, and with the function that sends; null when the message names none. */
  readonly origin: string | null;
  /** The requests that the message says it stands for, beside the one it speaks of. */
  readonly more: number;
  /** What must be equal for two findings to be about the same. */
  readonly subject: string;
  /** What the message says, whatever the request and wherever the cause. */
  readonly said: string;
}

/** Reads off the message of a finding where its cause is. */
export function readCause(finding: Pick<LintFinding, 'rule' | 'severity' | 'message'>): Cause {
  const [, by = '', cause = null, more = '0'] = ELSEWHERE.exec(finding.message) ?? [];
  const said = finding.message.replace(ELSEWHERE, '').replace(OPERATION, '…');
  const origin = cause === null ? null : `${by}${cause.slice(0, cause.lastIndexOf(':'))}`;
  return { cause, origin, more: Number(more), subject: `${finding.rule} ${finding.severity} ${said}`, said };
}
