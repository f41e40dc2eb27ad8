import { followValue } from '../rules/follow-value.ts';
import { pathAround } from '../rules/node-path.ts';
import { wholeText } from '../rules/read-text.ts';
import type { Literal, Place, RequestSite, TextPart } from '../requests/request-site.ts';
import type { Edit } from '../rules/editable.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { Change, CodemodProject, Plan, Skip } from './codemod.ts';

/** What is to become of one request: edits, or the reason why there are none. */
export type Draft = { readonly request: AttributedRequest } & ({ readonly edits: readonly Edit[]; readonly what: string } | { readonly reason: string });

type Edited = Extract<Draft, { readonly edits: readonly Edit[] }>;

const SHARED = 'Other requests have the text or the call in common with it, and are not to be changed like this. Give it text of its own.';
const USED = 'The text is used for other things than these requests, too. Give them a text of their own.';

/**
 * Plans of what is wanted for single requests: those that have edits in common are one change. Text or a call that others
 * share is changed only if all want the same of it.
 */
export function joinDrafts(project: CodemodProject, drafts: readonly Draft[], all: readonly AttributedRequest[]): readonly Plan[] {
  const edited = drafts.filter((draft) => 'edits' in draft);
  const left: Skip[] = drafts.flatMap((draft) => ('reason' in draft ? [skip([draft.request], draft.reason)] : []));
  let wanted = edited;
  for (;;) {
    const kept = wanted.filter((draft) => draft.edits.every((edit) => isWantedByAll(edit, wanted, all)));
    if (kept.length === wanted.length) break;
    left.push(...wanted.filter((draft) => !kept.includes(draft)).map(({ request }) => skip([request], SHARED)));
    wanted = kept;
  }
  const plans = unite(wanted).map((group) => {
    const requests = group.map(({ request }) => request);
    return group.some(({ edits }) => edits.some((edit) => isUsedElsewhere(project, edit, all))) ? skip(requests, USED) : change(group);
  });
  return [...plans, ...left].sort((a, b) => (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : a.place.start - b.place.start));
}

function skip(requests: readonly AttributedRequest[], reason: string): Skip {
  return { kind: 'skip', requests, place: placeOf(requests), reason };
}

function change(group: readonly Edited[]): Change {
  const edits: Edit[] = [];
  for (const edit of group.flatMap((one) => one.edits)) if (!edits.some((other) => isSame(other, edit))) edits.push(edit);
  const requests = group.map(({ request }) => request);
  return { kind: 'change', requests, place: placeOf(requests), what: [...new Set(group.map(({ what }) => what))].join(' '), edits, imports: [], files: [], packages: {} };
}

function placeOf(requests: readonly AttributedRequest[]): Place {
  const [first] = requests;
  if (first === undefined) throw new Error('A plan is made for a request.');
  return first.site.place;
}

/** Whether every request that has the edited code is to have this edit. */
function isWantedByAll(edit: Edit, wanted: readonly Edited[], all: readonly AttributedRequest[]): boolean {
  return all.every((request) => !touches(edit, request.site) || wanted.some((draft) => draft.request === request && draft.edits.some((other) => isSame(other, edit))));
}

function touches({ place }: Edit, site: RequestSite): boolean {
  const pieces = [...(site.path ?? []), ...site.base.text].filter(isLiteral).map((part) => part.place);
  const places = [...pieces, site.methodPlace, ...site.query.entries.map((entry) => entry.place)];
  if (places.some((one) => one !== null && overlaps(one, place))) return true;
  // what is no text changes the call
  return !places.some((one) => one !== null && one.file === place.file && one.start === place.start) && isInside(place, site.send) && !isInUrl(place, site);
}

function isInUrl(place: Place, { url }: RequestSite): boolean {
  return url !== null && isInside(place, url) && place.start < place.end;
}

/** Groups what shares an edit, directly or over others. */
function unite(drafts: readonly Edited[]): readonly (readonly Edited[])[] {
  const groups: Edited[][] = [];
  for (const draft of drafts) {
    const near = groups.filter((group) => group.some((other) => other.edits.some((edit) => draft.edits.some((own) => isSame(own, edit)))));
    const [first, ...others] = near;
    if (first === undefined) {
      groups.push([draft]);
      continue;
    }
    first.push(...others.flat(), draft);
    for (const other of others) groups.splice(groups.indexOf(other), 1);
  }
  return groups;
}

/** Whether text that is edited goes elsewhere than into requests: a constant that is compared, an exported path. */
function isUsedElsewhere(project: CodemodProject, { place }: Edit, all: readonly AttributedRequest[]): boolean {
  const file = project.fileOf(place.file);
  if (file === null || place.start === place.end) return false;
  const sites = all.map(({ site }) => site);
  // what an instance is made with is all requests' that it sends
  if (sites.some(({ instance }) => instance !== null && isInside(place, instance))) return false;
  const isCall = (name: string, start: number, end: number): Place | null | undefined => {
    const at = { file: name, start, end };
    if (sites.some(({ send }) => isEqual(send, at))) return null;
    for (const { via, call } of sites) {
      const entered = via.find((one) => one.call !== undefined && isEqual(one.call, at));
      if (entered !== undefined) return entered.place;
      if (isEqual(call, at)) return null;
    }
    return undefined;
  };
  const path = pathAround(file.program, place);
  if (path.some(({ range: [start, end] }) => isCall(file.file, start, end) !== undefined)) return false;
  const whole = wholeText(path);
  const { flow } = followValue(project, { at: (name, { range: [start, end] }) => isCall(name, start, end) }, file, { path: whole });
  return typeof flow === 'object' && !flow.isAlternative;
}

function isLiteral(part: TextPart): part is Literal {
  return part.kind === 'literal';
}

function overlaps(one: Place, other: Place): boolean {
  return one.file === other.file && (one.start < other.end && other.start < one.end);
}

function isInside(inner: Place, outer: Place): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}

function isEqual(one: Place, other: Place): boolean {
  return one.file === other.file && one.start === other.start && one.end === other.end;
}

function isSame(one: Edit, other: Edit): boolean {
  return isEqual(one.place, other.place) && one.text === other.text;
}
