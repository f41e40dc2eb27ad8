import type { TSESLint } from '@typescript-eslint/utils';

/** How loudly a preset reports a rule. */
export type Level = 'off' | 'warn' | 'error';

/** What a rule says of itself, beside ESLint's own metadata. */
export interface RuleDocs {
  readonly description: string;
  /** The level in the preset `recommended`. */
  readonly recommended: Level;
  /** The level in the preset `strict`. */
  readonly strict: Level;
}

export type RuleContext<MessageId extends string, Options extends readonly unknown[]> = Readonly<
  TSESLint.RuleContext<MessageId, Options>
>;

type RuleModule<MessageId extends string, Options extends readonly unknown[]> = TSESLint.RuleModule<
  MessageId,
  Options,
  RuleDocs
>;

interface RuleDefinition<Options extends readonly unknown[], MessageId extends string> {
  /** The rule's name without the plugin's; its file and its page in docs/rules have the same. */
  readonly name: string;
  readonly meta: Omit<RuleModule<MessageId, Options>['meta'], 'docs' | 'defaultOptions'> & {
    readonly docs: RuleDocs;
    readonly defaultOptions?: Options;
  };
  readonly create: (context: RuleContext<MessageId, Options>) => TSESLint.RuleListener;
}

/** Where the pages of the rules are: they are part of the package. */
const DOCS = 'https://unpkg.com/eslint-plugin-plex-api/docs/rules';

/** Makes a rule of its definition: adds the address of its documentation. */
export function defineRule<Options extends readonly unknown[], MessageId extends string>(
  definition: RuleDefinition<Options, MessageId>,
): RuleModule<MessageId, Options> & { readonly name: string; readonly meta: { readonly docs: RuleDocs & { readonly url: string } } } {
  const { name, meta, create } = definition;
  return { name, meta: { ...meta, docs: { ...meta.docs, url: `${DOCS}/${name}.md` } }, create };
}
