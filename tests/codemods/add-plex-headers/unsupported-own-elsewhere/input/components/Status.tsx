import { useEffect, useState } from 'react';

export function PlexStatus({ plexUrl }: { plexUrl: string }) {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    // the database is not to be had in a browser
    const check = async () => setThere((await fetch(`${plexUrl}/identity`)).ok);
    void check();
  }, [plexUrl]);
  return <p>{isThere ? 'up' : 'down'}</p>;
}
