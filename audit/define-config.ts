import type { PlexApiSettings } from '../rules/plex-api-settings.ts';

export type { PlexApiSettings } from '../rules/plex-api-settings.ts';

/**
 * What `plex-lint.config.ts` (`.js`, `.mjs`, `.json`) says. The file is read, and never executed: write values out, or as
 * constants of the same file. Paths start at the folder of the file.
 */
export interface PlexLintConfig {
  /** Where the JSON Schema of this file is, for an editor; has no effect. */
  readonly $schema?: string;
  /** What `settings['plex-api']` has in an ESLint configuration: clients of your own, hosts, names, packages. */
  readonly settings?: PlexApiSettings;
  /** Built-in descriptions and OpenAPI files to audit against, in the place of all that are built in. */
  readonly descriptions?: readonly string[];
  /** What the app never means to do: it is not counted as missing. */
  readonly outOfScope?: OutOfScope;
  /** Deviations that have been looked at and are accepted, each with its reason. */
  readonly accepted?: readonly AcceptedDeviation[];
  /** What `--check` demands. */
  readonly thresholds?: Thresholds;
  /** What the signals count by which operations to implement next are ranked; see docs/audit.md. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Files that every audit writes, by format: `{ markdown: 'audit.md' }`. They lie in the folder of this file, or below. */
  readonly reports?: Readonly<Record<string, string>>;
}

/** Operations that are not counted as missing. One that is called all the same is listed and judged like any other. */
export interface OutOfScope {
  /** Tags of the descriptions: `['Devices']`. */
  readonly tags?: readonly string[];
  /** Scopes or roles without which an operation cannot be called: `['admin']`. */
  readonly scopes?: readonly string[];
  /** Hosts of the descriptions, in which `*` stands for anything: `['sonos.plex.tv']`. One with another host as well stays. */
  readonly hosts?: readonly string[];
  /** Names of descriptions: `['plex-sonos']`. */
  readonly descriptions?: readonly string[];
  /** Endpoints as `GET /path`, or `/path` for every method; `*` stands for any one segment, a last `/**` for any rest. */
  readonly operations?: readonly string[];
}

/** A deviation that is accepted: one, by the fingerprint in the report, or all that a rule finds in requests of an operation. */
export type AcceptedDeviation = AcceptedFingerprint | AcceptedOperation;

/** Why a deviation is accepted, who answers for that, and how long it holds. */
export interface Acceptance {
  readonly reason: string;
  readonly owner?: string;
  /** The last day on which it is accepted, as 2027-01-31. */
  readonly until?: string;
}

export interface AcceptedFingerprint extends Acceptance {
  readonly fingerprint: string;
}

export interface AcceptedOperation extends Acceptance {
  /** As the report has it: `GET /library/sections/{sectionId}/all`; or method and path where no operation is certain. */
  readonly operation: string;
  /** `require-paging`, or `plex-api/require-paging`. */
  readonly rule: string;
}

/** The least that has to be covered, in percent of what there is, and the most findings that may be open. */
export interface Thresholds {
  /** The least share of the operations that is implemented, 0 to 100. */
  readonly operations?: number;
  /** Of the parameters of those operations that are sent. */
  readonly parameters?: number;
  /** Of the headers that are sent. */
  readonly headers?: number;
  /** Of the documented error statuses that are told apart. */
  readonly statuses?: number;
  /** Of the fields of their responses that are read. */
  readonly fields?: number;
  /** The most open findings. */
  readonly errors?: number;
  readonly warnings?: number;
}

/** Gives an editor the types of the configuration; it is returned as it is. */
export function defineConfig(config: PlexLintConfig): PlexLintConfig {
  return config;
}
