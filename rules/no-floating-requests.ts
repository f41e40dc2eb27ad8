import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { isOwned, locateRequest } from './locate.ts';
import { visitRequests } from './visit-requests.ts';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { RequestSite } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';

type MessageId = 'floating' | 'addAwait' | 'addVoid';

export const noFloatingRequests = defineRule<[], MessageId>({
  name: 'no-floating-requests',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow requests whose outcome nobody waits for', recommended: 'error', strict: 'error', errors: 'error' },
    hasSuggestions: true,
    schema: [],
    messages: {
      floating: '{{operation}} is waited for by nobody: when it fails, the error is unhandled and may end the program. Await or return it, catch its error, or mark it with void.',
      addAwait: 'Wait for it.',
      addVoid: 'Mark that nobody waits.',
    },
  },
  create(context) {
    return visitRequests(context, (request) => {
      if (!request.site.handling.floating) return;

      context.report({ loc: locateRequest(context, request.site), messageId: 'floating', data: describeRequest(request), suggest: suggestions(context, request.site) });
    });
  },
});

/** `await` where the function is async, else `void`, in front of the statement that is the call. */
function suggestions(context: RuleContext<MessageId, []>, { call }: RequestSite): TSESLint.ReportSuggestionArray<MessageId> {
  const statement = isOwned(context, call) ? statementOf(context.sourceCode.getNodeByRangeIndex(call.start)) : null;
  if (statement === null) return [];
  const [at] = statement.range;
  const edit = (word: string): TSESLint.ReportFixFunction => (fixer) => fixer.insertTextBeforeRange([at, at], `${word} `);
  return [
    ...(isInAsync(context, statement) ? [{ messageId: 'addAwait' as const, fix: edit('await') }] : []),
    { messageId: 'addVoid', fix: edit('void') },
  ];
}

/** The statement whose expression begins with the node. */
function statementOf(node: TSESTree.Node | null): TSESTree.ExpressionStatement | null {
  let current = node;
  while (current !== null && current.type !== 'ExpressionStatement') {
    if (current.parent?.range[0] !== current.range[0]) return null;
    current = current.parent;
  }
  return current;
}

function isInAsync({ sourceCode }: RuleContext<MessageId, []>, statement: TSESTree.Statement): boolean {
  const around = sourceCode.getAncestors(statement).findLast(isFunction);
  return around === undefined ? sourceCode.ast.sourceType === 'module' : around.async;
}

function isFunction(node: TSESTree.Node): node is TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}
