import { ExternalApi } from './external-api.js';
import { plexHeaders } from './plex-headers.js';

export class PlexTv extends ExternalApi {
  constructor(token: string) {
    super('https://plex.tv', {
      headers: {
        ...plexHeaders,
        // of the user
        'X-Plex-Token': token,
      },
    });
  }

  async user() {
    return (await this.http.get('/api/v2/user')).data;
  }

  async devices() {
    return (await this.http.get('/api/v2/resources')).data;
  }
}
