import type { PresetEntry, RuleDocs } from './define-rule.ts';

/** The presets, in the order in which they are documented. */
export const PRESETS = ['recommended', 'strict', 'security', 'errors', 'all'] as const;

export type PresetName = (typeof PRESETS)[number];

/** What a preset makes of a rule. `all` has every rule, as the first other preset has it that has it, at least as `warn`. */
export function presetEntry(docs: RuleDocs, preset: PresetName): PresetEntry {
  if (preset !== 'all') return docs[preset] ?? 'off';
  const others = [docs.all, docs.strict, docs.security, docs.errors, docs.recommended];
  return others.find((entry) => entry !== undefined && entry !== 'off') ?? 'warn';
}
