import { defineRule } from './define-rule.ts';
import type { TSESTree } from '@typescript-eslint/utils';

type MessageId = 'noReason';

export const requireDisableReason = defineRule<[], MessageId>({
  name: 'require-disable-reason',
  meta: {
    type: 'suggestion',
    docs: { description: 'Require a reason in comments that switch a rule of this plugin off', recommended: 'off', strict: 'warn' },
    schema: [],
    messages: {
      noReason: 'Say why {{rules}} switched off, behind two dashes: `-- reason`.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    if (!sourceCode.text.includes('plex-api/')) return {};

    return {
      Program() {
        for (const comment of sourceCode.getAllComments()) {
          const rules = findUnexplained(comment);
          if (rules.length > 0) context.report({ loc: comment.loc, messageId: 'noReason', data: { rules: `${rules.join(' and ')} ${rules.length === 1 ? 'is' : 'are'}` } });
        }
      },
    };
  },
});

const DISABLE = /^\s*(?:eslint|oxlint)-disable(?:-next-line|-line)?(?=\s|$)([\s\S]*)$/;
const CONFIGURE = /^\s*eslint\s([\s\S]*)$/;
const REASON = /\s-{2,}\s+\S/;

/** Our rules that a comment switches off without saying why. */
function findUnexplained({ type, value }: TSESTree.Comment): readonly string[] {
  const [, disabled] = DISABLE.exec(value) ?? [];
  const [, configured] = type === 'Block' ? (CONFIGURE.exec(value) ?? []) : [];
  const text = disabled ?? configured;
  if (text === undefined || REASON.test(text)) return [];

  const off = disabled !== undefined ? /plex-api\/[\w-]+/g : /plex-api\/[\w-]+(?=["']?\s*:\s*\[?\s*(?:0|["']off["']|off\b))/g;
  return [...new Set(text.match(off))];
}
