import { useEffect, useState } from 'react';

export function Sessions({ plexUrl }: { plexUrl: string }) {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    fetch(`${plexUrl}/status/sessions`, { headers: { Accept: 'application/json' } })
      .then((response) => response.json())
      .then((body) => setCount(body.MediaContainer.size))
      .catch((error: unknown) => console.error('Plex does not answer', error));
  }, [plexUrl]);
  return <p>{count === null ? <em>Loading</em> : `${count} playing`}</p>;
}
