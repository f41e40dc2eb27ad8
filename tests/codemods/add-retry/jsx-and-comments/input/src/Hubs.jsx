import { useEffect, useState } from 'react';
import { plexToken, plexUrl } from './config';

// The start page.
export function Hubs({ onError }) {
  const [hubs, setHubs] = useState([]);
  useEffect(() => {
    fetch(/* no query */ `${plexUrl}/hubs`, {
      // the server answers XML without it
      headers: { Accept: 'application/json', 'X-Plex-Token': plexToken }, // behind it
    }) // then
      .then((response) => {
        if (!response.ok) throw new Error(String(response.status));
        return response.json();
      })
      .then((body) => setHubs(body.MediaContainer.Hub))
      .catch(onError);
  }, []);
  return <ul title={`${hubs.length} hubs`}>{hubs.map((hub) => <li key={hub.key}>{hub.title}</li>)}</ul>;
}
