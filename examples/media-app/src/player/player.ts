import Hls from 'hls.js';
import { reportWhilePlaying } from './report-progress.ts';
import type { Item } from '../plex/media-container.ts';
import type { PlexClient } from '../plex/plex-client.ts';

/** Plays an item from where it was left. */
export async function play(client: PlexClient, video: HTMLVideoElement, ratingKey: string): Promise<Item | null> {
  const item = await client.findItemWithChapters(ratingKey);
  if (item === null) return null;

  const url = client.streamUrl(ratingKey, (item.viewOffset ?? 0) / 1000);
  const hls = new Hls();
  hls.loadSource(url);
  hls.attachMedia(video);
  reportWhilePlaying(client, video, ratingKey);
  return item;
}
