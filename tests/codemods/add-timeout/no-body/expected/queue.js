import axios from 'axios';

export async function makeQueue(plexUrl, uri, token) {
  const { data } = await axios.post(`${plexUrl}/playQueues?type=audio&uri=${encodeURIComponent(uri)}&X-Plex-Token=${token}`, undefined, { timeout: 30_000 });
  return data.MediaContainer.playQueueID;
}

export async function refresh(plexUrl, id) {
  await axios.post(
    `${plexUrl}/library/sections/${id}/refresh`,
    undefined,
    { timeout: 30_000 }
  );
}
