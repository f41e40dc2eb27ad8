import { printPlace } from './engine.ts';
import { isOwned, locate, locateRequest } from './locate.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Entry, Text } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { AttributedRequest } from './judge-request.ts';

/** A named value that a request sends and that a verdict is about. */
export interface SentEntry {
  readonly request: AttributedRequest;
  readonly entry: Entry;
}

type Linted = RuleContext<string, readonly unknown[]>;

/** The first request for each place where an entry is written, whatever sends it. */
export function oneForEachPlace<Sent extends SentEntry>(entries: readonly Sent[]): readonly Sent[] {
  const seen = new Set<string>();
  return entries.filter(({ request, entry }) => {
    const { file, start } = entry.place ?? request.site.call;
    const key = `${file}:${start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Where a finding about an entry is shown: its name where the linted file has it, else the request. */
export function locateEntry(context: Linted, { request, entry }: SentEntry): TSESTree.SourceLocation {
  return isOwned(context, entry.place) ? locate(context, entry.place) : locateRequest(context, request.site);
}

/** For the message: ` (written at server/api.ts:58)` where another file writes the entry, else empty. */
export function describeOrigin(context: Linted, { request, entry }: SentEntry): string {
  const isHere: boolean = isOwned(context, entry.place);
  if (isHere) return '';
  const origin = entry.place ?? request.site.via.at(-1)?.place;
  return origin === undefined ? '' : ` (written at ${printPlace(origin, context.cwd)})`;
}

/** The alternatives of a value that are wholly known, each once. */
export function literalValues({ values }: Entry): readonly string[] {
  return [...new Set((values ?? []).map(literalText).filter((text) => text !== null))];
}

/** The text when no part of it is unknown, else null. */
export function literalText(text: Text): string | null {
  return text.every((part) => part.kind === 'literal') ? text.map(({ text: piece }) => piece).join('') : null;
}
