import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import plugin from '../../rules/index.ts';

const RULES = Object.entries(plugin.rules);

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
  const defined = readdirSync('rules').filter((file) => readFileSync(`rules/${file}`, 'utf8').includes('= defineRule<'));
  expect(defined.map((file) => file.replace('.ts', '')).sort()).toEqual(RULES.map(([name]) => name).sort());
});

describe('presets', () => {
  it('recommended reports what is wrong or unsafe', () => {
    expect(plugin.configs.recommended.rules).toEqual({
      'plex-api/no-method-variant': 'warn',
      'plex-api/no-retired-endpoint': 'error',
      'plex-api/no-token-in-url': 'warn',
      'plex-api/no-unknown-endpoint': 'error',
      'plex-api/no-wrong-method': 'error',
      'plex-api/require-headers': 'error',
      'plex-api/require-status-check': 'error',
    });
  });

  it('strict has all of it, as loud or louder, and more', () => {
    expect(plugin.configs.strict.rules).toEqual({
      ...plugin.configs.recommended.rules,
      'plex-api/no-method-variant': 'error',
      'plex-api/no-undocumented-endpoint': 'warn',
      'plex-api/prefer-headers': 'warn',
    });
  });

  it('bring the plugin along', () => {
    expect(plugin.configs.recommended.plugins?.['plex-api']).toBe(plugin);
  });
});

it('tells ESLint its version, by which caches are renewed', () => {
  const { version }: { version?: unknown } = JSON.parse(readFileSync('package.json', 'utf8')) as object;
  expect(plugin.meta).toEqual({ name: 'eslint-plugin-plex-api', namespace: 'plex-api', version });
});

function propertiesOf(schema: unknown): object {
  const first: unknown = Array.isArray(schema) ? schema[0] : schema;
  return typeof first === 'object' && first !== null && 'properties' in first && typeof first.properties === 'object' ? (first.properties ?? {}) : {};
}
