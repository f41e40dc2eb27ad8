import { createRequire } from 'node:module';
import { noMethodVariant } from './no-method-variant.ts';
import { noRetiredEndpoint } from './no-retired-endpoint.ts';
import { noTokenInUrl } from './no-token-in-url.ts';
import { noUndocumentedEndpoint } from './no-undocumented-endpoint.ts';
import { noUnknownEndpoint } from './no-unknown-endpoint.ts';
import { noWrongMethod } from './no-wrong-method.ts';
import { preferHeaders } from './prefer-headers.ts';
import { requireHeaders } from './require-headers.ts';
import { requireStatusCheck } from './require-status-check.ts';
import type { ESLint, Linter, Rule } from 'eslint';
import type { RuleDocs } from './define-rule.ts';

export type { PlexApiSettings } from './plex-api-settings.ts';

/** The plugin, as `plugins: { 'plex-api': plexApi }` takes it. */
export interface PlexApiPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly namespace: string; readonly version: string };
  readonly rules: Record<string, Rule.RuleModule>;
  readonly configs: {
    /** What is wrong or unsafe. */
    readonly recommended: Linter.Config;
    /** What good clients do, besides. */
    readonly strict: Linter.Config;
  };
}

const NAMESPACE = 'plex-api';

const rules = {
  [noMethodVariant.name]: noMethodVariant,
  [noRetiredEndpoint.name]: noRetiredEndpoint,
  [noTokenInUrl.name]: noTokenInUrl,
  [noUndocumentedEndpoint.name]: noUndocumentedEndpoint,
  [noUnknownEndpoint.name]: noUnknownEndpoint,
  [noWrongMethod.name]: noWrongMethod,
  [preferHeaders.name]: preferHeaders,
  [requireHeaders.name]: requireHeaders,
  [requireStatusCheck.name]: requireStatusCheck,
};

const meta = { name: 'eslint-plugin-plex-api', namespace: NAMESPACE, version: readVersion() };

const plugin: PlexApiPlugin = {
  meta,
  // The rules are typed by typescript-eslint, whose types differ from ESLint's own in what users never see.
  rules: rules as unknown as PlexApiPlugin['rules'],
  configs: {
    get recommended() {
      return preset('recommended');
    },
    get strict() {
      return preset('strict');
    },
  },
};

export default plugin;

/** The rules that a preset switches on, with their levels. */
function preset(name: 'recommended' | 'strict'): Linter.Config {
  const levels = Object.entries(rules).map(([rule, { meta: { docs } }]): [string, RuleDocs['strict']] => [`${NAMESPACE}/${rule}`, docs[name]]);
  return {
    name: `${NAMESPACE}/${name}`,
    plugins: { [NAMESPACE]: plugin },
    rules: Object.fromEntries(levels.filter(([, level]) => level !== 'off')),
  };
}

/** The package finds itself by its own name, from its sources as well as from `dist`. */
function readVersion(): string {
  const found: unknown = createRequire(import.meta.url)('eslint-plugin-plex-api/package.json');
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : '0.0.0';
}
