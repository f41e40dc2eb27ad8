import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../rules/index.ts';

/** A request that one rule about endpoints reports, and the entry of the allow-list that accepts it. */
const REPORTED: readonly (readonly [rule: string, request: string, entry: string])[] = [
  ['no-unknown-endpoint', 'fetch(`${plexUrl}/no/such/path`)', 'GET /no/such/path'],
  ['no-undocumented-endpoint', 'fetch(`${plexUrl}/library/sections`)', '/library/sections'],
  ['no-retired-endpoint', "fetch('https://plex.tv/api/v2/friends')", '/api/v2/*'],
  ['no-wrong-method', "fetch(`${plexUrl}/:/scrobble`, { method: 'POST' })", 'POST /:/**'],
  ['no-method-variant', 'fetch(`${plexUrl}/:/scrobble`)', 'GET /:/scrobble'],
];

describe("settings['plex-api'].allow", () => {
  it.each(REPORTED)('silences %s', (rule, request, entry) => {
    expect(lint(rule, request, [])).toHaveLength(1);
    expect(lint(rule, request, [entry])).toEqual([]);
  });

  it.each(REPORTED)('leaves %s what it does not list', (rule, request) => {
    expect(lint(rule, request, ['PATCH /:/scrobble', '/library/sections/*', '/api/v2'])).toHaveLength(1);
  });
});

function lint(rule: string, request: string, allow: readonly string[]): readonly string[] {
  const config: Linter.Config = { plugins: { 'plex-api': plugin }, rules: { [`plex-api/${rule}`]: 'error' }, settings: { 'plex-api': { allow } } };
  return new Linter().verify(`await ${request};`, [config], { filename: 'plex.js' }).map(({ message }) => message);
}
