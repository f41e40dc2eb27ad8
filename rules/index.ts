import { createRequire } from 'node:module';
import { advanceByReceived } from './advance-by-received.ts';
import { checkStatusBeforeBody } from './check-status-before-body.ts';
import { encodePathValues } from './encode-path-values.ts';
import { encodeQueryValues } from './encode-query-values.ts';
import { journal } from './engine.ts';
import { distinguishStatuses } from './distinguish-statuses.ts';
import { honorRetryAfter } from './honor-retry-after.ts';
import { noDisabledTls } from './no-disabled-tls.ts';
import { noDroppedHeaders } from './no-dropped-headers.ts';
import { noDuplicateQuery } from './no-duplicate-query.ts';
import { noFloatingRequests } from './no-floating-requests.ts';
import { noMalformedPath } from './no-malformed-path.ts';
import { noMethodVariant } from './no-method-variant.ts';
import { noMisspeltQuery } from './no-misspelt-query.ts';
import { noOverwrittenHeaders } from './no-overwritten-headers.ts';
import { noPlainHttp } from './no-plain-http.ts';
import { noRetiredEndpoint } from './no-retired-endpoint.ts';
import { noStreamTimeout } from './no-stream-timeout.ts';
import { noSwallowedErrors } from './no-swallowed-errors.ts';
import { noTokenInLog } from './no-token-in-log.ts';
import { noTokenInUrl } from './no-token-in-url.ts';
import { noTokenLiteral } from './no-token-literal.ts';
import { noTokenToOtherHost } from './no-token-to-other-host.ts';
import { noUncheckedNull } from './no-unchecked-null.ts';
import { noUndocumentedEndpoint } from './no-undocumented-endpoint.ts';
import { noUnknownEndpoint } from './no-unknown-endpoint.ts';
import { noUnknownHeaders } from './no-unknown-headers.ts';
import { noUnknownQuery } from './no-unknown-query.ts';
import { noUnknownResponseFields } from './no-unknown-response-fields.ts';
import { noUnsafeRetry } from './no-unsafe-retry.ts';
import { noWrongMethod } from './no-wrong-method.ts';
import { noWrongResponseFormat } from './no-wrong-response-format.ts';
import { preferHeaders } from './prefer-headers.ts';
import { preferRetry } from './prefer-retry.ts';
import { presetEntry, PRESETS } from './preset-entry.ts';
import { renameRules } from './rename-rules.ts';
import { requireBoundedRetry } from './require-bounded-retry.ts';
import { requireDisableReason } from './require-disable-reason.ts';
import { requireHeaders } from './require-headers.ts';
import { requirePaging } from './require-paging.ts';
import { requireQuery } from './require-query.ts';
import { requireStatusCheck } from './require-status-check.ts';
import { requireTimeout } from './require-timeout.ts';
import { stableClientIdentifier } from './stable-client-identifier.ts';
import { validApiComments } from './valid-api-comments.ts';
import { validBody } from './valid-body.ts';
import { validHeaderValues } from './valid-header-values.ts';
import { validPathParameters } from './valid-path-parameters.ts';
import { validQueryStyle } from './valid-query-style.ts';
import { validQueryValues } from './valid-query-values.ts';
import { validResponseTypes } from './valid-response-types.ts';
import type { ESLint, Linter, Rule } from 'eslint';
import type { PresetName } from './preset-entry.ts';
import type { RenamedRule } from './rename-rules.ts';

export type { DeclaredClient } from '../requests/client-model.ts';
export type { PlexApiSettings } from './plex-api-settings.ts';
export type { PresetName } from './preset-entry.ts';

/** The presets, each a configuration of its own. */
export type PlexApiConfigs = Readonly<Record<PresetName, Linter.Config>>;

/** The plugin, as `plugins: { 'plex-api': plexApi }` takes it. */
export interface PlexApiPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly namespace: string; readonly version: string };
  readonly rules: Record<string, Rule.RuleModule>;
  readonly configs: PlexApiConfigs;
}

const NAMESPACE = 'plex-api';

const rules = {
  [advanceByReceived.name]: advanceByReceived,
  [checkStatusBeforeBody.name]: checkStatusBeforeBody,
  [encodePathValues.name]: encodePathValues,
  [encodeQueryValues.name]: encodeQueryValues,
  [distinguishStatuses.name]: distinguishStatuses,
  [honorRetryAfter.name]: honorRetryAfter,
  [noDisabledTls.name]: noDisabledTls,
  [noDroppedHeaders.name]: noDroppedHeaders,
  [noDuplicateQuery.name]: noDuplicateQuery,
  [noFloatingRequests.name]: noFloatingRequests,
  [noMalformedPath.name]: noMalformedPath,
  [noMethodVariant.name]: noMethodVariant,
  [noMisspeltQuery.name]: noMisspeltQuery,
  [noOverwrittenHeaders.name]: noOverwrittenHeaders,
  [noPlainHttp.name]: noPlainHttp,
  [noRetiredEndpoint.name]: noRetiredEndpoint,
  [noStreamTimeout.name]: noStreamTimeout,
  [noSwallowedErrors.name]: noSwallowedErrors,
  [noTokenInUrl.name]: noTokenInUrl,
  [noTokenInLog.name]: noTokenInLog,
  [noTokenLiteral.name]: noTokenLiteral,
  [noTokenToOtherHost.name]: noTokenToOtherHost,
  [noUncheckedNull.name]: noUncheckedNull,
  [noUndocumentedEndpoint.name]: noUndocumentedEndpoint,
  [noUnknownEndpoint.name]: noUnknownEndpoint,
  [noUnknownHeaders.name]: noUnknownHeaders,
  [noUnknownQuery.name]: noUnknownQuery,
  [noUnknownResponseFields.name]: noUnknownResponseFields,
  [noUnsafeRetry.name]: noUnsafeRetry,
  [noWrongMethod.name]: noWrongMethod,
  [noWrongResponseFormat.name]: noWrongResponseFormat,
  [preferHeaders.name]: preferHeaders,
  [preferRetry.name]: preferRetry,
  [requireBoundedRetry.name]: requireBoundedRetry,
  [requireDisableReason.name]: requireDisableReason,
  [requireHeaders.name]: requireHeaders,
  [requirePaging.name]: requirePaging,
  [requireQuery.name]: requireQuery,
  [requireStatusCheck.name]: requireStatusCheck,
  [requireTimeout.name]: requireTimeout,
  [stableClientIdentifier.name]: stableClientIdentifier,
  [validApiComments.name]: validApiComments,
  [validBody.name]: validBody,
  [validHeaderValues.name]: validHeaderValues,
  [validPathParameters.name]: validPathParameters,
  [validQueryStyle.name]: validQueryStyle,
  [validQueryValues.name]: validQueryValues,
  [validResponseTypes.name]: validResponseTypes,
};

/** The rules that had other names before, which go on working until the version given; see docs/versions.md. */
const RENAMED: readonly RenamedRule[] = [];

const meta = {
  name: 'eslint-plugin-plex-api',
  namespace: NAMESPACE,
  /**
   * ESLint asks for it with `--cache` alone, and makes it part of the cache's key. It changes with the package, and with
   * every file that findings rest on beside the linted one.
   */
  get version(): string {
    return `${readVersion()}+${journal.edition()}`;
  },
};

/** Made when they are first asked for, because they hold the plugin that holds them. */
let configs: PlexApiConfigs | null = null;

const plugin: PlexApiPlugin = {
  meta,
  // The rules are typed by typescript-eslint, whose types differ from ESLint's own in what users never see.
  rules: { ...rules, ...renameRules(rules, RENAMED) } as unknown as PlexApiPlugin['rules'],
  get configs() {
    return (configs ??= createConfigs());
  },
};

export default plugin;

function createConfigs(): PlexApiConfigs {
  return Object.fromEntries(PRESETS.map((name) => [name, createConfig(name)])) as Record<PresetName, Linter.Config>;
}

/** The rules that a preset switches on, with their levels and options. A rule's old name is in none. */
function createConfig(preset: PresetName): Linter.Config {
  const entries = Object.entries(rules).map(([rule, { meta: { docs } }]) => [`${NAMESPACE}/${rule}`, presetEntry(docs, preset)] as const);
  return {
    name: `${NAMESPACE}/${preset}`,
    plugins: { [NAMESPACE]: plugin },
    rules: Object.fromEntries(entries.filter(([, entry]) => entry !== 'off')) as Linter.RulesRecord,
  };
}

/** The package finds itself by its own name, from its sources as well as from `dist`. */
function readVersion(): string {
  const found: unknown = createRequire(import.meta.url)('eslint-plugin-plex-api/package.json');
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : '0.0.0';
}
