import { headers, url } from './config.js';

export const addPlaylist = async () => {
  const response = await fetch(`${url}/playlists?title=Best&type=video&smart=0&uri=server`, { method: 'POST', headers, signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(String(response.status));
};

export const notifications = async () => {
  const response = await fetch(`${url}/:/eventsource/notifications`, { headers });
  if (!response.ok) throw new Error(String(response.status));
  return response.body;
};
