/** What a user may write under `settings['plex-api']`. Imports nothing, so that the entry's types need no other package. */
export interface PlexApiSettings {
  /** Names of built-in descriptions and paths of OpenAPI documents; what is listed replaces the default. */
  readonly descriptions?: readonly string[];
}
