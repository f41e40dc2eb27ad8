import type { DeclaredClient } from '../requests/client-model.ts';

/** What a user may write under `settings['plex-api']`. Needs no other package, so that the entry's types need none. */
export interface PlexApiSettings {
  /** Where the JSON Schema of these settings is, for an editor; has no effect. */
  readonly $schema?: string;
  /** Names of built-in descriptions and paths of OpenAPI documents; what is listed replaces the default. */
  readonly descriptions?: readonly string[];
  /**
   * Endpoints that the team has accepted, as `GET /path` or `/path` for every method; `*` stands for any one segment, a last
   * `/**` for any rest. No rule about endpoints reports them.
   */
  readonly allow?: readonly string[];
  /** HTTP clients of your own, in the shape of the built-in models. They come before those. */
  readonly clients?: readonly DeclaredClient[];
  /** What a host is: `{ 'media.lan:32400': 'plex-media-server', '*.example.com': 'none' }`, by the names of descriptions. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** What a name in the code stands for: a variable, class, function or file, as `{ jellyfinClient: 'none' }`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Packages in node_modules whose sources are read like the project's own. */
  readonly packages?: readonly string[];
}
