export interface Config {
  readonly plexUrl: string;
  readonly plexToken: string;
  readonly clientIdentifier: string;
}

/** The settings of this installation, from the environment. */
export const config: Config = {
  plexUrl: process.env.PLEX_URL ?? 'http://localhost:32400',
  plexToken: process.env.PLEX_TOKEN ?? '',
  clientIdentifier: process.env.CLIENT_IDENTIFIER ?? 'living-room-dashboard',
};
