import axios from 'axios';

export async function findPlexServer(uris) {
  for (const uri of uris) {
    try {
      const response = await fetch(`${uri}/identity`, { signal: AbortSignal.timeout(2000) });
      if (response.ok) return uri;
    } catch {
      // the next one
    }
  }
  return null;
}

export const fastestPlexServer = (plexConnections) => Promise.any(plexConnections.map(async (plexConnection) => {
  await axios.get(`${plexConnection.uri}/identity`, { timeout: 2000 });
  return plexConnection;
}));
