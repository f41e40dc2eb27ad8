/** The same few hundred identifiers are asked for again and again: for every request, by every description. */
const known = new Map<string, readonly string[]>();

/** The words of an identifier, lower case: `plexUrl` is plex, url; `PLEX_TV` is plex, tv; `PlexApi2` is plex, api, 2. */
export function splitWords(identifier: string): readonly string[] {
  const before = known.get(identifier);
  if (before !== undefined) return before;
  const words = split(identifier);
  if (known.size >= MOST) known.clear();
  known.set(identifier, words);
  return words;
}

const MOST = 10_000;

function split(identifier: string): readonly string[] {
  return identifier
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
