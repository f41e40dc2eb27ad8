import { useEffect, useState } from 'react';

export function Playlists({ plexUrl }: { plexUrl: string }) {
  const [titles, setTitles] = useState<string[]>([]);
  useEffect(() => {
    const load = async () => {
      const response = await fetch(`${plexUrl}/library/sections/1/all`, { headers: { Accept: 'application/json' } });
      if (response.ok) setTitles((await response.json()).MediaContainer.Metadata.map((one: { title: string }) => one.title));
    };
    load().catch(console.error);
  }, [plexUrl]);
  return <ul>{titles.map((title) => <li key={title}>{title}</li>)}</ul>;
}
