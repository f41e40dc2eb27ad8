import { isWrittenInProgram } from './read-handling.ts';
import type { Claim, Completion } from './build-sites.ts';
import type { ProjectModule } from './project-module.ts';
import type { Base, Body, Entries, Entry, Handling, Place, RequestSite } from './request-site.ts';
import type { FrameNode } from './value.ts';

/** One site for each (expression that completes the path, method, path) of a module; what several evaluations saw is joined. */
export function mergeSites(claims: readonly Claim[], completions: readonly Completion[], module: ProjectModule): readonly RequestSite[] {
  const here = claims.filter((claim) => claim.site.frame.file === module.file);
  const primary = here.filter((claim) => isOwn(claim));
  const ownSends = new Set(primary.map((claim) => `${frameKey(claim)} ${String(claim.send.node.range[0])}`));
  const chosen = [...primary, ...here.filter((claim) => !isOwn(claim) && !ownSends.has(`${frameKey(claim)} ${String(claim.send.node.range[0])}`))];
  const completed = new Set(completions.map(completionKey));

  const groups = new Map<string, Claim[]>();
  for (const claim of chosen) {
    const unsettled = (claim.tentative || claim.site.path === null) && completed.has(completionKey({ frame: claim.frame, node: claim.send.node }));
    if (unsettled) continue;
    const key = `${ownerKey(claim)} ${claim.key}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const reads = readsByCallers(here, new Set(chosen));
  const sites = [...groups].map(([key, group]) => {
    const site = group.map((claim) => claim.site).reduce(joinSites);
    const more = reads.get(key);
    return more === undefined ? site : { ...site, response: { ...site.response, reads: joinPlaced(site.response.reads, more) } };
  });
  return sites.sort((a, b) => a.place.start - b.place.start || a.call.start - b.call.start);
}

/** What functions of the module read that call the one of a site: what it answers to them is the body of the same request. */
function readsByCallers(here: readonly Claim[], chosen: ReadonlySet<Claim>): ReadonlyMap<string, RequestSite['response']['reads']> {
  const reads = new Map<string, Map<string, RequestSite['response']['reads'][number]>>();
  for (const claim of here) {
    if (chosen.has(claim) || claim.site.response.reads.length === 0) continue;
    const key = `${frameKey(claim)} ${claim.key}`;
    const found = reads.get(key) ?? new Map<string, RequestSite['response']['reads'][number]>();
    for (const read of claim.site.response.reads) found.set(`${read.place.file}:${String(read.place.start)} ${read.path.join('.')}`, read);
    reads.set(key, found);
  }
  return new Map([...reads].map(([key, found]) => [key, [...found.values()]]));
}

function frameKey(claim: Claim): string {
  const { frame } = claim.site;
  return `${frame.file}:${String(frame.start)}-${String(frame.end)}`;
}

/** A path written in a function is one expression, whichever closure sends it; one written elsewhere is completed where it is used. */
function ownerKey(claim: Claim): string {
  const { place } = claim.site;
  const { range, type } = claim.root;
  const inside = type !== 'Program' && place.file === claim.site.frame.file && place.start >= range[0] && place.end <= range[1] && isOwn(claim);
  return inside ? `${place.file}:${String(range[0])}-${String(range[1])}` : frameKey(claim);
}

const ids = new WeakMap<object, number>();
let nextId = 0;

function completionKey({ frame, node }: Completion): string {
  return `${String(idOf(frame))} ${String(idOf(node))}`;
}

function idOf(node: object): number {
  const known = ids.get(node);
  if (known !== undefined) return known;
  nextId++;
  ids.set(node, nextId);
  return nextId;
}

/** The evaluation started at the frame itself, or at the function around it: nothing was filled in from outside. */
function isOwn({ root, frame, send }: Claim): boolean {
  return root === frame || contains(root, frame) || isWrittenInProgram(send, send.frames.findIndex(({ node }) => node === frame));
}

function contains(outer: FrameNode, inner: FrameNode): boolean {
  return outer.type !== 'Program' && outer.range[0] <= inner.range[0] && outer.range[1] >= inner.range[1];
}

function joinSites(a: RequestSite, b: RequestSite): RequestSite {
  return {
    ...a,
    base: joinBases(a.base, b.base),
    instance: a.instance?.file === b.instance?.file && a.instance?.start === b.instance?.start ? a.instance : null,
    slashMissing: a.slashMissing && b.slashMissing,
    query: joinEntries(a.query, b.query, (name) => name),
    body: joinBodies(a.body, b.body),
    headers: joinEntries(a.headers, b.headers, (name) => name.toLowerCase()),
    lostHeaders: [...a.lostHeaders, ...b.lostHeaders.filter((lost) => !a.lostHeaders.some(({ place }) => place.file === lost.place.file && place.start === lost.place.start))],
    unverified: a.unverified !== null && b.unverified !== null ? a.unverified : null,
    handling: joinHandling(a.handling, b.handling),
    response: { ...a.response, format: a.response.format ?? b.response.format, reads: joinPlaced(a.response.reads, b.response.reads), handedOn: joinPaths(a.response.handedOn, b.response.handedOn), unguarded: joinPlaced(a.response.unguarded, b.response.unguarded), declared: joinPlaced(a.response.declared, b.response.declared) },
  };
}

/** What is known of a body only sometimes is not known. */
function joinBodies(a: Body | null, b: Body | null): Body | null {
  if (a === b || (a === null && b === null)) return a;
  if (a === null || b === null) return { kind: 'unknown', fields: null, data: null, ownType: null, place: (a ?? b)?.place ?? null };
  return {
    kind: a.kind === b.kind ? a.kind : 'unknown', place: a.place, ownType: a.ownType === b.ownType ? a.ownType : null,
    fields: a.fields === null || b.fields === null ? null : joinEntries(a.fields, b.fields, (name) => name),
    data: a.data === null || b.data === null ? null : [...a.data, ...b.data],
  };
}

function joinBases(a: Base, b: Base): Base {
  const joined = a.host === null && b.host !== null ? { ...b, words: [...a.words, ...b.words] } : a;
  const declaring = [a, b].find(({ declared }) => declared !== null);
  // `https` if that is set, else `http`: neither is certain
  const scheme = a.scheme === b.scheme ? a.scheme : null;
  return declaring === undefined ? { ...joined, scheme } : { ...joined, scheme, declared: declaring.declared, ...(declaring.declaredBy === undefined ? {} : { declaredBy: declaring.declaredBy }) };
}

function joinPaths(a: readonly (readonly string[])[], b: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map([...a, ...b].map((path) => [path.join('.'), path])).values()];
}

/** What stands at the same place is the same. */
function joinPlaced<T extends { readonly place: Place }>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const seen = new Set(a.map(({ place }) => `${place.file}:${String(place.start)}`));
  return [...a, ...b.filter(({ place }) => !seen.has(`${place.file}:${String(place.start)}`))];
}

function joinEntries(a: Entries, b: Entries, keyOf: (name: string) => string): Entries {
  const right = new Map(b.entries.map((entry) => [keyOf(entry.name), entry]));
  const joined = a.entries.map((entry): Entry => {
    const other = right.get(keyOf(entry.name));
    right.delete(keyOf(entry.name));
    if (other === undefined) return { ...entry, presence: 'maybe' };
    return { ...entry, ...(entry.repeated === true || other.repeated === true ? { repeated: true } : {}), presence: entry.presence === 'always' && other.presence === 'always' ? 'always' : 'maybe', values: entry.values === null || other.values === null ? null : [...entry.values, ...other.values] };
  });
  return { entries: [...joined, ...[...right.values()].map((entry): Entry => ({ ...entry, presence: 'maybe' }))], open: a.open || b.open, reason: a.reason ?? b.reason, container: a.container ?? b.container };
}

const RANK = { swallowed: 3, ignored: 2, checked: 1, thrown: 0 } as const;

/** Each that repeats once, as the first to see it knew it. */
function joinRepeats(a: Handling['repeats'], b: Handling['repeats']): Handling['repeats'] {
  return [...a, ...b.filter((one) => !a.some((other) => other.place?.start === one.place?.start && other.place?.file === one.place?.file))];
}

/** Handled only if it is in all; the worst stands. */
function joinHandling(a: Handling, b: Handling): Handling {
  const status = a.status === null ? b.status : b.status === null ? a.status : RANK[a.status] >= RANK[b.status] ? a.status : b.status;
  return {
    status,
    swallowedAt: status === 'swallowed' ? a.swallowedAt ?? b.swallowedAt : null,
    statuses: [...new Set([...a.statuses, ...b.statuses])].sort((x, y) => x - y),
    statusesOpen: a.statusesOpen || b.statusesOpen,
    timeout: a.timeout === true && b.timeout === true,
    timeoutOpen: a.timeoutOpen || b.timeoutOpen,
    deadline: a.deadline ?? b.deadline,
    retry: a.retry === true || b.retry === true,
    retryOpen: a.retryOpen || b.retryOpen,
    repeats: joinRepeats(a.repeats, b.repeats),
    floating: a.floating || b.floating,
    bodyBeforeCheck: a.bodyBeforeCheck || b.bodyBeforeCheck,
  };
}
