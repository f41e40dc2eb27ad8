import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../rules/index.ts';

/** The rules under their present names. */
const RULES = Object.entries(plugin.rules).filter(([, { meta }]) => meta?.deprecated === undefined);

describe.each(RULES)('%s', (name, rule) => {
  it('has a file, a test and a page of its name', () => {
    for (const file of [`rules/${name}.ts`, `tests/rules/${name}.test.ts`, `docs/rules/${name}.md`]) expect(existsSync(file), file).toBe(true);
  });

  it('points to its page', () => {
    expect(rule.meta?.docs?.url).toMatch(new RegExp(`/docs/rules/${name}\\.md$`));
  });

  it('describes every option', () => {
    for (const [option, property] of Object.entries(propertiesOf(rule.meta?.schema))) {
      expect(property, option).toHaveProperty('description');
    }
  });
});

it('lists every file that defines a rule', () => {
  const defined = readdirSync('rules').filter((file) => /= define\w*Rule[<(]/.test(readFileSync(`rules/${file}`, 'utf8')));
  expect(defined.map((file) => file.replace('.ts', '')).sort()).toEqual(RULES.map(([name]) => name).sort());
});

describe('presets', () => {
  const { all, errors, recommended, security, strict } = plugin.configs;

  it('strict has all of recommended, as loud or louder', () => {
    for (const name of Object.keys(recommended.rules ?? {})) expect(loudness(strict, name), name).toBeGreaterThanOrEqual(loudness(recommended, name));
  });

  it('all has every rule, as loud as strict or louder', () => {
    expect(Object.keys(all.rules ?? {}).sort()).toEqual(RULES.map(([name]) => `plex-api/${name}`).sort());
    for (const name of Object.keys(all.rules ?? {})) expect(loudness(all, name), name).toBeGreaterThanOrEqual(Math.max(1, loudness(strict, name)));
  });

  it('security is about credentials, errors about failures', () => {
    expect(security.rules).toHaveProperty('plex-api/no-token-in-url', 'error');
    expect(errors.rules).toHaveProperty('plex-api/require-status-check', 'error');
    expect(security.rules).not.toHaveProperty('plex-api/require-status-check');
  });

  it.each(Object.entries(plugin.configs))('%s is a configuration that ESLint takes, the options of each rule included', (name, config) => {
    expect(config.name).toBe(`plex-api/${name}`);
    expect(config.plugins?.['plex-api']).toBe(plugin);
    expect(new Linter().verify('export const plexUrl = 1;', [config])).toEqual([]);
  });
});

it('tells ESLint its version, by which caches are renewed', () => {
  const { version }: { version?: unknown } = JSON.parse(readFileSync('package.json', 'utf8')) as object;
  expect(plugin.meta).toEqual({ name: 'eslint-plugin-plex-api', namespace: 'plex-api', version: expect.stringMatching(/^[\d.]+\+\w+$/) as string });
  expect(plugin.meta.version.split('+')[0]).toBe(version);
});

/** 0 for off, 1 for warn, 2 for error. */
function loudness({ rules }: Linter.Config, name: string): number {
  const entry = rules?.[name];
  return ['off', 'warn', 'error'].indexOf(String(Array.isArray(entry) ? entry[0] : (entry ?? 'off')));
}

function propertiesOf(schema: unknown): object {
  const first: unknown = Array.isArray(schema) ? schema[0] : schema;
  return typeof first === 'object' && first !== null && 'properties' in first && typeof first.properties === 'object' ? (first.properties ?? {}) : {};
}
