import { DescriptionError } from '../spec/description-error.ts';
import { nearestName } from '../spec/nearest-name.ts';
import { readDescriptions } from '../spec/read-descriptions.ts';
import type { PlexApiSettings } from './plex-api-settings.ts';
import type { Description } from '../spec/description.ts';

/** Settings as the rules use them. */
export interface ReadSettings {
  readonly descriptions: readonly Description[];
  /** Endpoints that the team has accepted, as the option `allow` of a rule lists them. */
  readonly allow: readonly string[];
}

/** A mistake in the settings, in one line. It has no stack: ESLint prints the stack, and this one tells a user nothing. */
export class SettingsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SettingsError';
    this.stack = `${this.name}: ${message}`;
  }
}

/** `GET /path`, or `/path` for every method. */
const ENDPOINT = /^([A-Z]+ )?\//;

const KEYS: readonly (keyof PlexApiSettings)[] = ['allow', 'descriptions'];

/**
 * Checks and reads `settings['plex-api']`; relative paths start at `cwd`. A mistake is thrown, as ESLint throws on wrong
 * rule options: reported as a finding it would repeat for every file, and CI would take it for a fault of the code.
 */
export function readSettings(value: unknown, cwd: string): ReadSettings {
  if (value !== undefined && !isRecord(value)) {
    throw new SettingsError(`settings['plex-api'] must be an object such as { descriptions: ['plex-media-server'] }.`);
  }
  for (const key of Object.keys(value ?? {})) {
    if (!KEYS.some((known) => known === key)) throw new SettingsError(`settings['plex-api'] has no key '${key}'. ${advice(key)}`);
  }
  try {
    return { descriptions: readDescriptions(value, cwd), allow: readAllow(value?.allow) };
  } catch (error) {
    throw error instanceof DescriptionError ? new SettingsError(error.message) : error;
  }
}

function readAllow(value: unknown): readonly string[] {
  if (value === undefined) return [];
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  const wrong = entries.find((entry) => typeof entry !== 'string' || !ENDPOINT.test(entry));
  if (!Array.isArray(value) || wrong !== undefined) {
    throw new SettingsError(`settings['plex-api'].allow must be a list of endpoints such as 'GET /accounts'${wrong === undefined ? '' : `, not ${JSON.stringify(wrong)}`}.`);
  }
  return entries.filter((entry) => typeof entry === 'string');
}

function advice(key: string): string {
  const near = nearestName(key, KEYS);
  return near === null ? `Its keys are: ${KEYS.map((known) => `'${known}'`).join(', ')}.` : `Did you mean '${near}'?`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
