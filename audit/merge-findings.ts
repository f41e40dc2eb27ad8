import type { Place } from '../requests/request-site.ts';
import type { JudgedRequest } from '../rules/judge-request.ts';
import { countOf } from '../rules/count-of.ts';
import { readCause } from './read-cause.ts';
import type { LintFinding } from './lint-outcome.ts';
import type { PlaceLocator } from './locate-places.ts';
import type { Cause } from './read-cause.ts';

interface Caused<Finding> extends Cause {
  readonly finding: Finding;
}

/** A finding, and how many requests it stands for. */
export type Merged<Finding> = Finding & { readonly sites?: number };

/**
 * Findings with one cause that several files share, as one: at the cause where a rule reported it there, else at the first.
 * A file by itself cannot tell that others have the same finding; the audit sees them all. Such a finding says how many
 * requests it stands for.
 */
export function mergeFindings<Finding extends LintFinding>(findings: readonly Finding[], requests: readonly JudgedRequest[], locator: PlaceLocator): readonly Merged<Finding>[] {
  const all = findings.map((finding): Caused<Finding> => ({ finding, ...readCause(finding) }));
  const groups = new Map<string, Caused<Finding>[]>();
  for (const caused of all) {
    if (caused.cause !== null) groups.set(keyOf(caused), [...(groups.get(keyOf(caused)) ?? []), caused]);
  }
  const merged = new Map<Finding, Merged<Finding> | null>();
  for (const [key, group] of groups) {
    const cause = key.slice(0, key.indexOf('\n'));
    const sharing = requests.filter(({ site }) => site.path !== null && causesOf(site, locator).has(cause));
    const atCause = all.find((other) => other.cause === null && other.subject === group[0]?.subject && isAt(other.finding, cause, sharing, locator));
    const [kept, ...dropped] = atCause === undefined ? group : [atCause, ...group];
    if (kept === undefined || dropped.length === 0) continue;
    merged.set(kept.finding, describeAll(kept.finding, atCause === undefined ? group : [...group, atCause], sharing, locator));
    for (const { finding } of dropped) merged.set(finding, null);
  }
  return findings.flatMap((finding) => {
    const found = merged.get(finding);
    return found === undefined ? [finding] : (found ?? []);
  });
}

function keyOf({ cause, subject }: Cause): string {
  return `${cause ?? ''}\n${subject}`;
}

/** Everything of a request that messages name as a cause: the function that sends, and what is written somewhere. */
function causesOf({ via, headers, query, handling }: JudgedRequest['site'], locator: PlaceLocator): ReadonlySet<string> {
  const places: readonly (Place | null | undefined)[] = [
    via.at(-1)?.place, ...[...headers.entries, ...query.entries].flatMap(({ place, entryPlace }) => [place, entryPlace]), handling.swallowedAt, handling.deadline, ...handling.repeats.map(({ place }) => place),
  ];
  return new Set(places.flatMap((place) => (place === null || place === undefined ? [] : [locator.print(place)])));
}

/** Whether a finding is the one at the cause itself: on its line, or at the call by which the function sends. */
function isAt({ file, line }: LintFinding, cause: string, sharing: readonly JudgedRequest[], locator: PlaceLocator): boolean {
  const here = `${file}:${String(line)}`;
  return here === cause || sharing.some(({ site }) => locator.print(site.send) === here && site.via.some(({ place }) => locator.print(place) === cause));
}

function describeAll<Finding extends LintFinding>(kept: Finding, group: readonly Caused<Finding>[], sharing: readonly JudgedRequest[], locator: PlaceLocator): Merged<Finding> {
  const files = [...new Set(group.map(({ finding }) => finding.file))];
  const counts = files.map((file) => {
    const here = group.filter(({ finding, cause }) => finding.file === file && cause !== null);
    const told = here.reduce((sum, { more }) => sum + 1 + more, 0);
    const isSender = here.some(({ finding }) => finding.message.includes(' (sent by '));
    const seen = sharing.filter(({ site }) => locator.nameOf(site.frame.file) === file).length;
    return isSender ? told : Math.max(told, seen);
  });
  const sites = counts.reduce((sum, count) => sum + count, 0);
  if (sites < 2) return kept;
  const inFiles = counts.filter((count) => count > 0).length;
  return { ...kept, message: `${kept.message} It is one for ${countOf(sites, 'request')} in ${countOf(inFiles, 'file')}.`, sites };
}
