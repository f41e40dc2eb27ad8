import { BUILT_IN_NAMES } from '../spec/built-in-names.ts';
import { nearestName } from '../spec/nearest-name.ts';
import type { Description } from '../spec/description.ts';

/** What users write of a client that surely sends to none of the described APIs. */
export const NO_API = 'none';

/**
 * What is wrong with a name that a user gives an API by, as a sentence; null when nothing is. An API is named by its
 * description or by one of its hosts; one that is built in may be named although the settings list others.
 */
export function findApiMistake(name: string, descriptions: readonly Description[]): string | null {
  const names = [...new Set([...descriptions.map((description) => description.name), ...BUILT_IN_NAMES])];
  const hosts = descriptions.flatMap((description) => description.hosts).filter((host) => !host.includes('*'));
  if (name === NO_API || names.includes(name) || hosts.includes(name) || descriptions.some(({ title }) => title === name)) return null;

  const near = nearestName(name, [...names, NO_API, ...hosts]);
  return near === null ? `There is no API '${name}'. Known are ${[...names, NO_API].map((known) => `'${known}'`).join(', ')}.` : `There is no API '${name}'. Did you mean '${near}'?`;
}
