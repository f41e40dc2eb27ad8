import plugin from '../rules/index.ts';
import type { PresetName } from '../rules/preset-entry.ts';

/** A preset in the form that oxlint's `extends` takes: it reads no configuration of a plugin. */
export function renderOxlintPreset(preset: PresetName): string {
  const rules = Object.entries(plugin.configs[preset].rules ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ jsPlugins: ['eslint-plugin-plex-api'], rules: Object.fromEntries(rules) }, null, 2)}\n`;
}
