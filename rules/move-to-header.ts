import { clientOf } from './client-of.ts';
import { followValue } from './follow-value.ts';
import { placeHeader } from './place-header.ts';
import { readWrittenParameter } from './written-parameter.ts';
import type { Place } from '../requests/request-site.ts';
import type { Edit, Editable } from './editable.ts';
import type { Senders } from './follow-value.ts';
import type { AttributedRequest } from './judge-request.ts';
import type { SentEntry } from './sent-entry.ts';

/** The edits, or why there are none and what to do by hand. */
export type HeaderMove = { readonly edits: readonly Edit[] } | { readonly reason: string };

/**
 * The edits that send a query parameter as a header instead, for all requests that have it from one place of the source.
 * `all` is every request that is known: what one of them shares with others may be changed only for all.
 */
export function moveToHeader(target: Editable, carrying: readonly SentEntry[], all: readonly AttributedRequest[]): HeaderMove {
  const [first] = carrying;
  const place = first?.entry.place ?? null;
  const file = place === null ? null : target.fileOf(place.file);
  if (first === undefined || place === null) return { reason: 'It is put together where it cannot be followed. Send it as a header by hand.' };
  if (file === null) return { reason: 'It is written in a file that may not be changed.' };
  if (carrying.some(({ request }) => isStream(request))) return { reason: 'Streams of browsers send no headers: there the URL is the only way.' };
  if (carrying.some(({ entry }) => entry.presence === 'maybe')) return { reason: 'It is sent under a condition only. Build the headers under the same condition.' };

  const { name } = first.entry;
  const written = readWrittenParameter(file, name, place);
  if (written === null) return { reason: 'It is written in a form that is not known. Send it as a header by hand.' };
  if (written.isOnly && carrying.some(isAlone)) return { reason: 'Nothing would be left behind the `?` of the URL. Write the URL without it, and send the header.' };

  const requests = carrying.map(({ request }) => request);
  const from = 'binding' in written.holder ? written.holder : { path: written.holder.path, ...(written.form === 'property' ? { key: name } : {}) };
  const { flow, owners, isAppendedTo } = followValue(target, sendersOf(requests), file, from);
  if (typeof flow === 'object') return { reason: flow.other };
  if (flow === 'gone') return { reason: 'How it gets from here to the request cannot be followed. Send it as a header by hand.' };

  if (written.endsQuery && isAppendedTo) return { reason: 'More is put behind it, and would lose the `?` that it starts with. Build the query with URLSearchParams.' };

  const placed = placeHeader(target, written, name, requests, all, owners);
  return 'reason' in placed ? placed : { edits: placed.replaces ? placed.edits : [...written.removal, ...placed.edits] };
}

/** Streams of browsers send no headers: there the URL is the only way. */
export function isStream({ site }: AttributedRequest): boolean {
  return clientOf(site)?.response === 'stream';
}

/** Whether an object that is written into the URL has nothing else for it. */
function isAlone({ request: { site }, entry }: SentEntry): boolean {
  return entry.written === 'url' && site.query.entries.length === 1;
}

/** The calls that send these requests, and those of the wrappers that they go through. */
function sendersOf(requests: readonly AttributedRequest[]): Senders {
  const places = new Map<string, Place | null>();
  const keyOf = ({ file, start, end }: Place): string => `${file}:${String(start)}:${String(end)}`;
  for (const { site } of requests) {
    for (const { call, place } of site.via) if (call !== undefined) places.set(keyOf(call), place);
    places.set(keyOf(site.send), null);
  }
  return { at: (file, { range: [start, end] }) => places.get(keyOf({ file, start, end })) };
}
