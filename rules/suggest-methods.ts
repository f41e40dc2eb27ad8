import { isOwned } from './locate.ts';
import type { TSESLint } from '@typescript-eslint/utils';
import type { Operation } from '../spec/description.ts';
import type { RuleContext } from './define-rule.ts';
import type { JudgedRequest } from './judge-request.ts';

interface MethodSuggestion {
  readonly data: { readonly accepted: string };
  readonly fix: TSESLint.ReportFixFunction;
}

/** Edits that send each accepted method instead; none unless the linted file writes the method as a string literal. */
export function suggestMethods(
  context: RuleContext<string, readonly unknown[]>,
  { site }: JudgedRequest,
  accepted: readonly Operation[],
): readonly MethodSuggestion[] {
  const { methodPlace, method } = site;
  if (!isOwned(context, methodPlace) || method === null) return [];

  const written = context.sourceCode.text.slice(methodPlace.start, methodPlace.end);
  const [, mark = '', word = ''] = /^(['"`]?)([A-Za-z]+)\1$/.exec(written) ?? [];
  if (word.toUpperCase() !== method) return [];

  return [...new Set(accepted.map((operation) => operation.method))].map((wanted) => ({
    data: { accepted: wanted },
    fix: (fixer) =>
      fixer.replaceTextRange(
        [methodPlace.start, methodPlace.end],
        `${mark}${word === word.toLowerCase() ? wanted.toLowerCase() : wanted}${mark}`,
      ),
  }));
}
