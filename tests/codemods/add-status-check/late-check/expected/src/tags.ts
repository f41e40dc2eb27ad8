import type { Tag } from './types';

export async function identity(plexUrl: string): Promise<Tag> {
  const response = await fetch(`${plexUrl}/identity`);
  // an old server has no such path
  if (response.status === 404) {
    throw new Error('Too old.');
  }
  const body = await response.json();

  return body.MediaContainer as Tag;
}
