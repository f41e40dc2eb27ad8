/** What a user may write under `settings['plex-api']`. Imports nothing, so that the entry's types need no other package. */
export interface PlexApiSettings {
  /** Names of built-in descriptions and paths of OpenAPI documents; what is listed replaces the default. */
  readonly descriptions?: readonly string[];
  /**
   * Endpoints that the team has accepted, as `GET /path` or `/path` for every method; `*` stands for any one segment, a last
   * `/**` for any rest. No rule about endpoints reports them.
   */
  readonly allow?: readonly string[];
}
