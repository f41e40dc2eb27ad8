import type { PlexClient, Progress } from '../plex/plex-client.ts';

const EVERY_MS = 10_000;
/** From here on an item counts as watched. */
const WATCHED = 0.9;

/** Tells the server of playback until the video ends, and then marks the item as watched. */
export function reportWhilePlaying(client: PlexClient, video: HTMLVideoElement, ratingKey: string): void {
  const report = async (state: Progress['state']): Promise<void> => {
    await client.reportProgress({ ratingKey, state, time: Math.round(video.currentTime * 1000), duration: Math.round(video.duration * 1000) });
  };
  const timer = setInterval(() => void report(video.paused ? 'paused' : 'playing').catch(console.error), EVERY_MS);
  video.addEventListener('ended', () => {
    clearInterval(timer);
    void report('stopped').catch(console.error);
    if (video.currentTime / video.duration >= WATCHED) void client.markWatched(ratingKey).catch(console.error);
  });
}
