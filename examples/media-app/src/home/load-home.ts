import type { Hub, Item, Section } from '../plex/media-container.ts';
import type { PlexClient } from '../plex/plex-client.ts';

export interface Home {
  readonly server: string;
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
  readonly hubs: readonly Hub[];
}

/** Everything the home screen shows. */
export async function loadHome(client: PlexClient): Promise<Home> {
  const [identity, sections, items] = await Promise.all([client.identify(), client.listSections(), client.listHome()]);
  const hubs = await Promise.all(sections.map(({ key }) => client.listHubs(key)));
  return { server: identity.machineIdentifier, sections, items, hubs: hubs.flatMap(({ Hub }) => Hub ?? []) };
}
