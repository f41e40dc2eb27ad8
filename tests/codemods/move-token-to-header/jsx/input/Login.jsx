import { useEffect, useState } from 'react';
import axios from 'axios';

export function Account({ token, plexUrl, thumb }) {
  const [user, setUser] = useState(null);

  useEffect(() => {
    axios.get(`https://plex.tv/api/v2/user?X-Plex-Token=${token}`).then(({ data }) => setUser(data)).catch(console.error);
  }, [token]);

  return <img alt={user?.title} src={`${plexUrl}/photo/:/transcode?url=${thumb}&X-Plex-Token=${token}`} />;
}
