import { editMethod } from './edit-method.ts';
import { fixWith } from './edit-path.ts';
import { editable } from './editable.ts';
import type { TSESLint } from '@typescript-eslint/utils';
import type { Operation } from '../spec/description.ts';
import type { RuleContext } from './define-rule.ts';
import type { JudgedRequest } from './judge-request.ts';

interface MethodSuggestion {
  readonly data: { readonly accepted: string };
  readonly fix: TSESLint.ReportFixFunction;
}

/** Edits that send each accepted method instead; none where the linted file does not say the method. */
export function suggestMethods(
  context: RuleContext<string, readonly unknown[]>,
  { site }: JudgedRequest,
  accepted: readonly Operation[],
): readonly MethodSuggestion[] {
  return [...new Set(accepted.map((operation) => operation.method))].flatMap((wanted) => {
    const edits = editMethod(editable(context), site, wanted);
    return edits === null ? [] : [{ data: { accepted: wanted }, fix: fixWith(edits) }];
  });
}
