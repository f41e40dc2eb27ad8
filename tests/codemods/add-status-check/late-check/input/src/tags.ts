import type { Tag } from './types';

export async function identity(plexUrl: string): Promise<Tag> {
  const response = await fetch(`${plexUrl}/identity`);
  const body = await response.json();

  // an old server has no such path
  if (response.status === 404) {
    throw new Error('Too old.');
  }
  return body.MediaContainer as Tag;
}
