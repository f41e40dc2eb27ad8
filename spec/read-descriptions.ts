import { BUILT_IN_NAMES } from './built-in-names.ts';
import { DescriptionError } from './description-error.ts';
import type { Description } from './description.ts';
import { isRecord, type JsonRecord } from './is-record.ts';
import { nearestName } from './nearest-name.ts';
import { loadDescription } from './load-description.ts';

const SETTING = "settings['plex-api'].descriptions";

/**
 * The descriptions that `settings['plex-api']` chooses: those listed under `descriptions`, built-in names and files
 * relative to `folder`; all built-in ones when nothing is listed.
 *
 * @throws {DescriptionError} when the setting, or a description that it lists, cannot be used.
 */
export function readDescriptions(settings: unknown, folder: string): readonly Description[] {
  if (isRecord(settings)) checkSettingNames(settings);
  const names = isRecord(settings) ? settings.descriptions : undefined;
  if (names === undefined) return BUILT_IN_NAMES.map((name) => loadDescription(name, folder));
  if (!Array.isArray(names)) throw new DescriptionError(`${SETTING} must be a list of names and files, such as ['plex-media-server', './openapi.yaml'].`);
  if (names.length === 0) throw new DescriptionError(`${SETTING} is empty. List at least one description, or remove the setting to use all that are built in.`);
  return [...new Set(names as unknown[])].map((name) => {
    if (typeof name !== 'string' || name === '') throw new DescriptionError(`${SETTING} lists ${JSON.stringify(name)}, which is neither a name nor a file. Write a string.`);
    return loadDescription(name, folder);
  });
}

/** The other settings belong to other folders; only what was meant to be this one is an error here. */
function checkSettingNames(settings: JsonRecord): void {
  for (const name of Object.keys(settings)) {
    if (nearestName(name, ['descriptions']) !== null) throw new DescriptionError(`settings['plex-api'] has no '${name}'. Did you mean 'descriptions'?`);
  }
}
