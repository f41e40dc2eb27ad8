import { matchHost, splitHost } from '../spec/match-host.ts';
import { NO_API } from './api-names.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { EngineSettings } from './engine.ts';

type Declared = Pick<RequestSite['base'], 'declared' | 'declaredBy'>;

/**
 * A request with the API that `settings['plex-api'].hosts` names for its host, or `.names` for a word of the code around
 * it; of words the nearest counts. A comment at the code says more than settings do, and they more than the client's model.
 */
export function declareBySettings(site: RequestSite, settings: EngineSettings): RequestSite {
  if (site.base.declaredBy !== undefined) return site;
  const declared = byHost(site, settings) ?? byName(site, settings);
  return declared === null ? site : { ...site, base: { ...site.base, ...declared } };
}

function byHost({ base }: RequestSite, { hosts }: EngineSettings): Declared | null {
  if (base.host === null) return null;
  const { name, port } = splitHost(base.host);
  for (const [pattern, api] of Object.entries(hosts)) {
    const wanted = splitHost(pattern.toLowerCase());
    if ((wanted.port === null || wanted.port === port) && matchHost(name, wanted.name)) return says(api, `hosts['${pattern}']`);
  }
  return null;
}

function byName({ base }: RequestSite, { names }: EngineSettings): Declared | null {
  const word = base.words.find((candidate) => Object.hasOwn(names, candidate));
  const api = word === undefined ? undefined : names[word];
  return word === undefined || api === undefined ? null : says(api, `names['${word}']`);
}

function says(api: string, setting: string): Declared {
  return { declared: api === NO_API ? false : api, declaredBy: `settings['plex-api'].${setting}` };
}
