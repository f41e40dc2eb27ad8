import { useEffect, useState } from 'react';

export function Libraries({ plexUrl, token }) {
  const [sections, setSections] = useState([]);

  useEffect(() => {
    fetch(`${plexUrl}/library/sections`, { headers: { Accept: 'application/json', 'X-Plex-Token': token } })
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(response.statusText))))
      .then((body) => setSections(body.MediaContainer.Directory))
      .catch(console.error);
  }, [plexUrl, token]);

  return <a href="/library/sections">{sections.map(({ title }) => title).join(', ')}</a>;
}
