import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BUILT_IN_NAMES } from '../spec/built-in-names.ts';
import { isRecord } from '../spec/is-record.ts';
import { CannotRun } from './cannot-run.ts';
import type { AuditArguments } from './read-arguments.ts';
import type { ReadConfig } from './read-config.ts';

type Settings = Readonly<Record<string, unknown>>;

/**
 * What the command line and the configuration give the audit as `settings['plex-api']`: the file of `--settings`, else the
 * configuration's, with the descriptions that `--description` lists in the place of its own. Paths start at the folder of
 * who writes them, and are absolute here.
 */
export function readAuditSettings({ settings, descriptions }: Pick<AuditArguments, 'settings' | 'descriptions'>, cwd: string, config: Pick<ReadConfig, 'file' | 'settings'> | null = null): Settings {
  const ofConfig = config === null ? {} : resolvePaths(config.settings, dirname(config.file));
  const written = settings === null ? ofConfig : resolvePaths(readSettingsFile(settings, cwd), cwd);
  return descriptions.length === 0 ? written : { ...written, ...resolvePaths({ descriptions }, cwd) };
}

/** Settings whose relative paths start at a folder, with absolute ones. */
export function resolvePaths(settings: Settings, folder: string): Settings {
  const { descriptions: listed, clients } = settings;
  return {
    ...settings,
    ...(Array.isArray(listed) ? { descriptions: listed.map((name: unknown) => (isFileName(name, folder) ? resolve(folder, name) : name)) } : {}),
    ...(Array.isArray(clients) ? { clients: clients.map((client: unknown) => withAbsoluteModules(client, folder)) } : {}),
  };
}

function readSettingsFile(name: string, cwd: string): Settings {
  const file = resolve(cwd, name);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CannotRun(`The settings ${name} cannot be read (looked for ${file}).`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CannotRun(`${name} is no JSON: ${error instanceof Error ? error.message : String(error)}. It holds what settings['plex-api'] has in an ESLint configuration.`);
  }
  if (!isRecord(value)) throw new CannotRun(`${name} must hold an object such as { "descriptions": ["plex-media-server"] }.`);
  return value;
}

function withAbsoluteModules(client: unknown, cwd: string): unknown {
  if (!isRecord(client) || !Array.isArray(client.modules)) return client;
  return { ...client, modules: client.modules.map((name: unknown) => (typeof name === 'string' && name.startsWith('.') ? resolve(cwd, name) : name)) };
}

/** A word that is neither built in nor a file is a name that was misspelt. */
function isFileName(name: unknown, cwd: string): name is string {
  if (typeof name !== 'string' || name === '' || BUILT_IN_NAMES.includes(name)) return false;
  return /[./\\]/.test(name) || existsSync(resolve(cwd, name));
}
