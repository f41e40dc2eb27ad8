import type { Entry, Presence, RequestSite, Text } from '../../requests/request-site.ts';

/** A place in a file, by offsets. */
export function placeAt(file: string, start: number, end: number) {
  return { file, start, end };
}

/** A text with `{}` for each hole. */
export function textOf(pattern: string): Text {
  return pattern.split(/(\{\})/).filter((part) => part !== '').map((part) =>
    part === '{}'
      ? { kind: 'hole', reason: 'parameter', words: ['id'], place: null }
      : { kind: 'literal', text: part, place: null },
  );
}

/** A named value with nothing known but its presence. */
export function entryOf(name: string, presence: Presence, value: string | null = null): Entry {
  return { name, presence, values: value === null ? null : [textOf(value)], place: null, entryPlace: null, written: 'object' };
}

/** A request site of a media server, with what a test does not care about filled in. */
export function siteOf(some: Partial<RequestSite> = {}): RequestSite {
  const place = some.place ?? placeAt('/app/src/plex.ts', 10, 21);
  const none = { entries: [], open: false, reason: null, container: null };
  return {
    client: 'fetch',
    send: place,
    instance: null,
    via: [],
    method: 'GET',
    clientAccept: null,
    methodPlace: null,
    base: { text: [], host: null, scheme: null, words: ['plex'], declared: 'plex-media-server' },
    path: textOf('/identity'),
    pathReason: null,
    slashMissing: false,
    query: none,
    headers: none,
    lostHeaders: [],
    unverified: null,
    body: null,
    handling: { status: 'checked', statuses: [], timeout: null, retry: false, statusesOpen: false, timeoutOpen: false, deadline: null, retryOpen: false, repeats: [], floating: false, bodyBeforeCheck: false, swallowedAt: null },
    response: { format: null, reads: [], handedOn: [], unguarded: [], declared: [], place: null },
    url: null,
    place,
    call: place,
    frame: place,
    ...some,
  };
}
