/** The words of an identifier, lower case: `plexUrl` is plex, url; `PLEX_TV` is plex, tv; `PlexApi2` is plex, api, 2. */
export function splitWords(identifier: string): readonly string[] {
  return identifier
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
