import { useEffect, useState } from 'react';
import { fetchPages } from './read-pages';

export function Playlists({ plexUrl }: { plexUrl: string }) {
  const [titles, setTitles] = useState<string[]>([]);
  useEffect(() => {
    const load = async () => {
      const response = await fetchPages(['MediaContainer', 'Metadata'], (start) => fetch(`${plexUrl}/library/sections/1/all`, { headers: { 'X-Plex-Container-Start': String(start), 'X-Plex-Container-Size': '200', Accept: 'application/json' } }));
      if (response.ok) setTitles((await response.json()).MediaContainer.Metadata.map((one: { title: string }) => one.title));
    };
    load().catch(console.error);
  }, [plexUrl]);
  return <ul>{titles.map((title) => <li key={title}>{title}</li>)}</ul>;
}
