import type { RuleDocs } from './define-rule.ts';

/** A rule that had another name before. */
export interface RenamedRule {
  readonly from: string;
  readonly to: string;
  /** The version of this package since which it has the new name. */
  readonly since: string;
  /** The version in which the old name goes. */
  readonly until: string;
}

interface AnyRule {
  readonly meta: { readonly docs: RuleDocs & { readonly url: string } };
}

/**
 * The rules under their old names: the same in all, and marked as deprecated, so that ESLint and editors name the new one.
 * They are in no preset and have no page of their own. A new name that no rule has is left out.
 */
export function renameRules<Rule extends AnyRule>(rules: Readonly<Record<string, Rule>>, renamed: readonly RenamedRule[]): Record<string, Rule> {
  return Object.fromEntries(
    renamed.flatMap((names) => {
      const rule = rules[names.to];
      return rule === undefined ? [] : [[names.from, deprecate(rule, names)]];
    }),
  );
}

function deprecate<Rule extends AnyRule>(rule: Rule, { from, to, since, until }: RenamedRule): Rule {
  const { url } = rule.meta.docs;
  const deprecated = {
    message: `'${from}' is called '${to}' now.`,
    url,
    replacedBy: [{ rule: { name: to, url } }],
    deprecatedSince: since,
    availableUntil: until,
  };
  return { ...rule, meta: { ...rule.meta, deprecated } };
}
