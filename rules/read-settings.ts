import path from 'node:path';
import { ClientModelError, readClientModels } from '../requests/read-client-models.ts';
import { DescriptionError } from '../spec/description-error.ts';
import { isRecord } from '../spec/is-record.ts';
import { nearestName } from '../spec/nearest-name.ts';
import { readDescriptions } from '../spec/read-descriptions.ts';
import { findApiMistake, NO_API } from './api-names.ts';
import { NO_SETTINGS } from './engine.ts';
import { SettingsError } from './settings-error.ts';
import type { ClientModel } from '../requests/client-model.ts';
import type { Description } from '../spec/description.ts';
import type { EngineSettings } from './engine.ts';
import type { PlexApiSettings } from './plex-api-settings.ts';

/** Settings as the rules use them. */
export interface ReadSettings {
  readonly descriptions: readonly Description[];
  /** Endpoints that the team has accepted, as the option `allow` of a rule lists them. */
  readonly allow: readonly string[];
  /** What the engine is told; one object for equal settings, so that files with the same settings share an engine. */
  readonly engine: EngineSettings;
}

const SETTINGS = "settings['plex-api']";
const KEYS: readonly (keyof PlexApiSettings)[] = ['$schema', 'allow', 'clients', 'descriptions', 'hosts', 'names', 'packages'];

/** `GET /path`, or `/path` for every method. */
const ENDPOINT = /^([A-Z]+ )?\//;

/**
 * Checks and reads `settings['plex-api']`; relative paths start at `cwd`. A mistake is thrown, as ESLint throws on wrong
 * rule options: reported as a finding it would repeat for every file, and CI would take it for a fault of the code.
 */
export function readSettings(value: unknown, cwd: string): ReadSettings {
  if (value !== undefined && !isRecord(value)) {
    throw new SettingsError(`${SETTINGS} must be an object such as { descriptions: ['plex-media-server'] }.`);
  }
  for (const key of Object.keys(value ?? {})) {
    if (!KEYS.some((known) => known === key)) throw new SettingsError(`${SETTINGS} has no key '${key}'. ${advice(key)}`);
  }
  try {
    const descriptions = readDescriptions(value, cwd);
    const clients = readClientModels(value?.clients, (relative) => path.resolve(cwd, relative));
    checkApis(clients, descriptions);
    return { descriptions, allow: readAllow(value?.allow), engine: share({ clients, packages: readPackages(value?.packages), hosts: readApis(value, 'hosts', descriptions), names: readApis(value, 'names', descriptions) }) };
  } catch (error) {
    throw error instanceof DescriptionError || error instanceof ClientModelError ? new SettingsError(error.message) : error;
  }
}

function readAllow(value: unknown): readonly string[] {
  if (value === undefined) return [];
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  const wrong = entries.find((entry) => typeof entry !== 'string' || !ENDPOINT.test(entry));
  if (!Array.isArray(value) || wrong !== undefined) {
    throw new SettingsError(`${SETTINGS}.allow must be a list of endpoints such as 'GET /accounts'${wrong === undefined ? '' : `, not ${JSON.stringify(wrong)}`}.`);
  }
  return entries.filter((entry) => typeof entry === 'string');
}

function checkApis(clients: readonly ClientModel[], descriptions: readonly Description[]): void {
  for (const [i, { description }] of clients.entries()) {
    const mistake = description === undefined ? null : findApiMistake(description, descriptions);
    if (mistake !== null) throw new SettingsError(`${SETTINGS}.clients[${String(i)}].description: ${mistake}`);
  }
}

const EXAMPLES = { hosts: "{ 'media.lan:32400': 'plex-media-server' }", names: "{ jellyfinClient: 'none' }" };

function readApis(settings: Readonly<Record<string, unknown>> | undefined, key: keyof typeof EXAMPLES, descriptions: readonly Description[]): Readonly<Record<string, string>> {
  const value = settings?.[key];
  if (value === undefined) return NO_SETTINGS[key];
  if (!isRecord(value)) throw new SettingsError(`${SETTINGS}.${key} must be an object such as ${EXAMPLES[key]}.`);
  const apis: Record<string, string> = {};
  for (const [name, api] of Object.entries(value)) {
    const at = `${SETTINGS}.${key}['${name}']`;
    if (typeof api !== 'string') throw new SettingsError(`${at} must be the name of an API, or '${NO_API}', and is ${JSON.stringify(api)}.`);
    if (key === 'hosts' && /[/@\s]/.test(name)) throw new SettingsError(`${at}: Write the host alone, with a port at most, as in ${EXAMPLES.hosts}.`);
    const mistake = findApiMistake(api, descriptions);
    if (mistake !== null) throw new SettingsError(`${at}: ${mistake}`);
    apis[name] = api;
  }
  return apis;
}

function readPackages(value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new SettingsError(`${SETTINGS}.packages must be a list of package names such as ['@my/plex-client'].`);
  return (value as readonly unknown[]).map((name, i) => {
    if (typeof name === 'string' && /^(?:@[^/\s]+\/)?[^/.\s][^/\s]*$/.test(name)) return name;
    throw new SettingsError(`${SETTINGS}.packages[${String(i)}] is ${JSON.stringify(name)}, which is no package name. Write it as in package.json: '@my/plex-client'.`);
  });
}

const known = new Map<string, EngineSettings>();
/** Settings change while an editor runs; more than a few sets at once have nobody. */
const MOST = 20;

function share(settings: EngineSettings): EngineSettings {
  if (JSON.stringify(settings) === JSON.stringify(NO_SETTINGS)) return NO_SETTINGS;
  const key = JSON.stringify(settings);
  const same = known.get(key);
  if (same !== undefined) return same;
  if (known.size >= MOST) known.clear();
  known.set(key, settings);
  return settings;
}

function advice(key: string): string {
  const near = nearestName(key, KEYS);
  return near === null ? `Its keys are: ${KEYS.slice(1).map((name) => `'${name}'`).join(', ')}.` : `Did you mean '${near}'?`;
}
