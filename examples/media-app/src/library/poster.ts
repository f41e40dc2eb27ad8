import { showImage } from './show-image.ts';
import type { Item } from '../plex/media-container.ts';
import type { PlexClient } from '../plex/plex-client.ts';

const WIDTH = 240;
const HEIGHT = 360;

/** The picture of an item; null when it has none. */
export function createPoster(client: PlexClient, { thumb, title }: Item): HTMLImageElement | null {
  if (thumb === undefined) return null;
  const image = showImage(client.imageUrl(thumb, WIDTH, HEIGHT), WIDTH, HEIGHT);
  image.alt = title ?? '';
  return image;
}
