/** The API descriptions that come with the package, all in use unless the settings list others. */
export const BUILT_IN_NAMES: readonly string[] = [
  'plex-media-server',
  'plex-tv',
  'plex-discover',
  'plex-metadata',
  'plex-community',
  'plex-providers',
  'plex-player',
  'plex-sonos',
  'plex-rss',
  'plex-notifications',
];
