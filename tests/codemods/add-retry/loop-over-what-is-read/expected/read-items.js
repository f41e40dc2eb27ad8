// each item is wanted, not the first that comes
import { withRetry } from './with-retry.js';

export async function readItems(plexUrl, keys) {
  const items = [];
  for (const key of keys) {
    try {
      const response = await withRetry(() => fetch(`${plexUrl}/library/metadata/${key}`, { headers: { Accept: 'application/json' } }));
      if (!response.ok) throw new Error(`Plex answered ${response.status}.`);
      items.push(await response.json());
    } catch (error) {
      console.error(`${key} is left out.`, error);
    }
  }
  return items;
}
