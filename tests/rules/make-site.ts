import type { Entries, Entry, Place, Presence, RequestSite, Text } from '../../requests/request-site.ts';

const NOWHERE: Place = { file: '/app/plex.js', start: 0, end: 0 };

/** Text with `{}` for holes. */
function text(written: string): Text {
  return written
    .split(/(\{\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '{}'
        ? ({ kind: 'hole', reason: 'parameter', words: ['id'], place: null } as const)
        : ({ kind: 'literal', text: part, place: null } as const),
    );
}

/** Entries by name and value; a value in an array is sent only sometimes. */
export function entries(values: Record<string, string | [string]>, open = false): Entries {
  const list = Object.entries(values).map(([name, value]): Entry => {
    const presence: Presence = typeof value === 'string' ? 'always' : 'maybe';
    const written = typeof value === 'string' ? value : value[0];
    return { name, presence, values: [text(written)], place: null, entryPlace: null, written: 'object' };
  });
  return { entries: list, open, reason: open ? 'options' : null, container: null };
}

/** A request site of which only what matters is said: GET by fetch to a host of which nothing is known but `plexUrl`. */
export function makeSite(path: string | null, more: Partial<RequestSite> = {}): RequestSite {
  return {
    client: 'fetch',
    send: NOWHERE,
    instance: null,
    via: [],
    method: 'GET',
    clientAccept: null,
    methodPlace: null,
    base: {
      text: [{ kind: 'hole', reason: 'parameter', words: ['plexUrl'], place: null }],
      host: null,
      scheme: null,
      words: ['plexUrl'],
      declared: null,
    },
    path: path === null ? null : text(path),
    pathReason: path === null ? 'response' : null,
    slashMissing: false,
    query: entries({}),
    headers: entries({}),
    lostHeaders: [],
    unverified: null,
    body: null,
    handling: {
      status: 'checked',
      statuses: [],
      timeout: false,
      retry: false,
      statusesOpen: false,
      timeoutOpen: false,
      deadline: null,
      retryOpen: false,
      repeats: [],
      floating: false,
      bodyBeforeCheck: false,
      swallowedAt: null,
    },
    response: { format: null, reads: [], handedOn: [], unguarded: [], declared: [], place: null },
    url: null,
    place: NOWHERE,
    call: NOWHERE,
    frame: NOWHERE,
    ...more,
  };
}
