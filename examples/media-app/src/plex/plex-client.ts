import { PlexError } from './plex-error.ts';
import type { Answer, Hubs, Identity, Item, Items, Section, Sections } from './media-container.ts';

export interface PlexServer {
  readonly url: string;
  readonly token: string;
}

/** Who the app is, for the lists of devices and of what is playing. */
export interface Device {
  readonly id: string;
  readonly name: string;
}

/** What is playing, and how far it is. */
export interface Progress {
  readonly ratingKey: string;
  readonly state: 'playing' | 'paused' | 'stopped';
  readonly time: number;
  readonly duration: number;
}

const PRODUCT = 'Sofa';
const LIBRARY = 'com.plexapp.plugins.library';

/** The lists of the home screen that are not hubs. */
const HOME_LISTS = ['/library/onDeck', '/library/recentlyAdded'];

/** All that the app asks of the media server. */
export class PlexClient {
  private readonly server: PlexServer;
  private readonly device: Device;

  constructor(server: PlexServer, device: Device) {
    this.server = server;
    this.device = device;
  }

  async identify(): Promise<Identity> {
    const answer = await this.get<Answer<Identity>>('/identity');
    return answer.MediaContainer;
  }

  async listSections(): Promise<readonly Section[]> {
    const answer = await this.get<Answer<Sections>>('/library/sections');
    return answer.MediaContainer.Directory ?? [];
  }

  async listItems(sectionId: string): Promise<readonly Item[]> {
    const answer = await this.get<Answer<Items>>(`/library/sections/${sectionId}/all`);
    return answer.MediaContainer.Metadata ?? [];
  }

  async listNewest(sectionId: string): Promise<readonly Item[]> {
    const answer = await this.get<Answer<Items>>(`/library/sections/${sectionId}/all?sort=addedAt:desc`);
    return answer.MediaContainer.Metadata ?? [];
  }

  async listSeasons(seriesId: string): Promise<readonly Item[]> {
    const answer = await this.get<Answer<Items>>(`/library/metadata/${seriesId}/children`);
    return answer.MediaContainer.Metadata ?? [];
  }

  async listEpisodes(seasonId: string): Promise<readonly Item[]> {
    const answer = await this.get<Answer<Items>>(`/library/metadata/${seasonId}/children`);
    return answer.MediaContainer.Metadata ?? [];
  }

  async findItem(ratingKey: string): Promise<Item | null> {
    const answer = await this.get<Answer<Items>>(`/library/metadata/${ratingKey}`);
    return answer.MediaContainer.Metadata?.[0] ?? null;
  }

  async findItemWithChapters(ratingKey: string): Promise<Item | null> {
    const answer = await this.get<Answer<Items>>(`/library/metadata/${ratingKey}?includeChapters=1`);
    return answer.MediaContainer.Metadata?.[0] ?? null;
  }

  async listHubs(sectionId: string): Promise<Hubs> {
    const answer = await this.get<Answer<Hubs>>(`/hubs/sections/${sectionId}`);
    return answer.MediaContainer;
  }

  /** What is worth going on with, and what is new. */
  async listHome(): Promise<readonly Item[]> {
    const answers = await Promise.all(HOME_LISTS.map((endpoint) => this.get<Answer<Items>>(endpoint)));
    return answers.flatMap(({ MediaContainer }) => MediaContainer.Metadata ?? []);
  }

  async refreshHome(): Promise<void> {
    await this.get('/hubs/home/refresh');
  }

  async markWatched(ratingKey: string): Promise<void> {
    await this.get(`/:/scrobble?identifier=${LIBRARY}&key=${ratingKey}`);
  }

  async markUnwatched(ratingKey: string): Promise<void> {
    await this.get(`/:/unscrobble?identifier=${LIBRARY}&key=${ratingKey}`);
  }

  /** Tells the server how far playback has come. It lists the app by the headers that say who it is. */
  async reportProgress({ ratingKey, state, time, duration }: Progress): Promise<void> {
    const query = new URLSearchParams({ ratingKey, key: `/library/metadata/${ratingKey}`, state, time: String(time), duration: String(duration) });
    await this.get(`/:/timeline?${query}`, {
      'X-Plex-Client-Identifier': this.device.id,
      'X-Plex-Device-Name': this.device.name,
      'X-Plex-Product': PRODUCT,
    });
  }

  /** The address of a stream, for the player. */
  streamUrl(ratingKey: string, offset: number): string {
    const query = new URLSearchParams({
      path: `/library/metadata/${ratingKey}`,
      protocol: 'hls',
      offset: String(offset),
      'X-Plex-Token': this.server.token,
    });
    return `${this.server.url}/video/:/transcode/universal/start.m3u8?${query}`;
  }

  /** The address of a picture of a size, for an image. */
  imageUrl(thumb: string, width: number, height: number): string {
    const query = new URLSearchParams({ url: thumb, width: String(width), height: String(height), 'X-Plex-Token': this.server.token });
    return `${this.server.url}/photo/:/transcode?${query}`;
  }

  private async get<Body>(path: string, headers: Record<string, string> = {}): Promise<Body> {
    let response: Response;
    try {
      response = await fetch(`${this.server.url}${path}`, {
        headers: { Accept: 'application/json', 'X-Plex-Token': this.server.token, ...headers },
      });
    } catch (error) {
      throw new PlexError('The media server cannot be reached.', null, error);
    }
    if (!response.ok) throw new PlexError(`The media server answered ${response.status}.`, response.status);
    const text = await response.text();
    return (text === '' ? {} : JSON.parse(text)) as Body;
  }
}
