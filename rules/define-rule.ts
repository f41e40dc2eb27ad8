import type { TSESLint } from '@typescript-eslint/utils';

/** How loudly a preset reports a rule. */
export type Level = 'off' | 'warn' | 'error';

/** A level in a preset, with the rule's options where the preset does not use the default ones. */
export type PresetEntry = Level | readonly ['warn' | 'error', Readonly<Record<string, unknown>>];

/** What a rule says of itself, beside ESLint's own metadata. The presets are made of this: no list of rules is kept. */
export interface RuleDocs {
  readonly description: string;
  /** In the preset `recommended`: what is wrong or unsafe. */
  readonly recommended: PresetEntry;
  /** In the preset `strict`: what good clients do, besides. */
  readonly strict: PresetEntry;
  /** In the preset `security`: what gives a credential away. Left out: not in it. */
  readonly security?: PresetEntry;
  /** In the preset `errors`: what happens when a request fails. Left out: not in it. */
  readonly errors?: PresetEntry;
  /** In the preset `all`, which has every rule. Left out: as in the other presets, at least `warn`. */
  readonly all?: PresetEntry;
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
