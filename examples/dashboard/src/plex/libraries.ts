import { page, plexFetch } from './plex-fetch.ts';

export interface Item {
  readonly ratingKey: string;
  readonly title: string;
  readonly thumb?: string;
}

interface Container {
  readonly MediaContainer: { readonly totalSize?: number; readonly Metadata?: readonly Item[] };
}

export interface Library {
  readonly key: string;
  readonly title: string;
  readonly type: string;
}

const PAGE_SIZE = 50;

export async function listLibraries(): Promise<readonly Library[]> {
  const { MediaContainer } = await plexFetch<{ MediaContainer: { Directory?: readonly Library[] } }>({
    path: '/library/sections/all',
  });
  return MediaContainer.Directory ?? [];
}

/** Everything in a library, page by page. */
export async function listItems(library: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (;;) {
    const { MediaContainer } = await plexFetch<Container>({
      path: `/library/sections/${library}/all`,
      query: { sort: 'addedAt:desc' },
      headers: page(items.length, PAGE_SIZE),
    });
    const received = MediaContainer.Metadata ?? [];
    items.push(...received);
    if (received.length === 0 || items.length >= (MediaContainer.totalSize ?? 0)) return items;
  }
}

/** The newest items of a library. */
export async function listNewest(library: string): Promise<readonly Item[]> {
  // Mistake: the media server has no such path.
  const { MediaContainer } = await plexFetch<Container>({ path: `/library/sections/${library}/latest` });
  return MediaContainer.Metadata ?? [];
}

export async function readItem(ratingKey: string): Promise<Item | null> {
  const { MediaContainer } = await plexFetch<Container>({ path: `/library/metadata/${ratingKey}` });
  return MediaContainer.Metadata?.[0] ?? null;
}

/** Reads the item's details from its agent again. */
export async function refreshItem(ratingKey: string): Promise<void> {
  // Mistake: the operation takes PUT.
  await plexFetch({ path: `/library/metadata/${ratingKey}/refresh`, method: 'POST' });
}

export async function markWatched(ratingKey: string): Promise<void> {
  await plexFetch({
    path: '/:/scrobble',
    method: 'PUT',
    query: { identifier: 'com.plexapp.plugins.library', key: ratingKey },
  });
}

export async function search(words: string): Promise<readonly Item[]> {
  const { MediaContainer } = await plexFetch<{ MediaContainer: { Hub?: readonly { Metadata?: readonly Item[] }[] } }>({
    path: '/hubs/search',
    query: { query: words, limit: '5' },
  });
  return (MediaContainer.Hub ?? []).flatMap((hub) => hub.Metadata ?? []);
}
