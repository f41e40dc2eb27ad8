import { find } from './client-options.ts';
import { truthiness } from './operators.ts';
import type { Place } from './request-site.ts';
import type { Run } from './run.ts';
import type { Value } from './value.ts';

/** Options of clients, and of the agents that they are handed, that turn the check of certificates off when they are false. */
const CHECKS: readonly string[] = [
  'rejectUnauthorized', 'strictSSL', 'httpsAgent.rejectUnauthorized', 'agent.rejectUnauthorized', 'agent.https.rejectUnauthorized', 'https.rejectUnauthorized', 'agentOptions.rejectUnauthorized',
  'dispatcher.connect.rejectUnauthorized', 'dispatcher.requestTls.rejectUnauthorized', 'tls.rejectUnauthorized',
];
const FIRST: ReadonlySet<string> = new Set(CHECKS.map((key) => key.split('.')[0] ?? key));

/** Where a configuration surely turns the check of certificates off; null: it does not, or may not. */
export function findUnverified(run: Run, configs: readonly Value[]): Place | null {
  if (!configs.some((config) => config.k === 'ref' && hasAny(run, config.id))) return null;
  for (const key of CHECKS) {
    const value = find(run, configs, [key]);
    if (value?.k === 'prim' && truthiness(run, value) === false) return value.place;
  }
  return null;
}

function hasAny(run: Run, id: number): boolean {
  const object = run.state.object(id);
  if (object?.t !== 'record') return false;
  for (const name of object.props.keys()) if (FIRST.has(name)) return true;
  return false;
}
