import { suggestPaths } from '../spec/suggest-paths.ts';
import { ALLOW_SCHEMA, isAllowed } from './allow-list.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest, listMethods, listWords } from './describe-request.ts';
import { editPath, fixWith } from './edit-path.ts';
import { editable } from './editable.ts';
import { locateRequest } from './locate.ts';
import { misfitOf } from './misfit-of.ts';
import { visitRequests } from './visit-requests.ts';
import type { AllowOption } from './allow-list.ts';
import type { AttributedRequest } from './judge-request.ts';

type Options = [AllowOption];
type MessageId = 'unknownPath' | 'nearPath' | 'unknownMethod' | 'usePath';

export const noUnknownEndpoint = defineRule<Options, MessageId>({
  name: 'no-unknown-endpoint',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow requests to paths that the API does not have', recommended: 'error', strict: 'error' },
    hasSuggestions: true,
    schema: [{ type: 'object', properties: { allow: ALLOW_SCHEMA }, additionalProperties: false }],
    defaultOptions: [{}],
    messages: {
      unknownPath: '{{api}} has no {{path}}.',
      nearPath: '{{api}} has no {{path}}. Did you mean {{near}}?',
      unknownMethod: '{{api}} is not known to take {{method}} at {{path}}, only {{accepted}}.',
      usePath: 'Send it to {{near}}.',
    },
  },
  create(context) {
    const [options] = context.options;

    return visitRequests(context, (request) => {
      if (request.standing !== 'unknown' || misfitOf(request) !== null || isAllowed(context, request, options)) return;

      context.report({
        loc: locateRequest(context, request.site),
        ...explain(request),
        suggest: suggestedPaths(request).flatMap((near) => {
          const edits = editPath(editable(context), request, near);
          return edits === null ? [] : [{ messageId: 'usePath' as const, data: { near }, fix: fixWith(edits) }];
        }),
      });
    });
  },
});

/** Why the path is unknown, by the nearest thing that the description has. */
function explain(request: AttributedRequest): { readonly messageId: MessageId; readonly data: Record<string, unknown> } {
  if (request.atPath.length > 0) {
    return { messageId: 'unknownMethod', data: describeRequest(request, { accepted: listMethods(request.atPath) }) };
  }
  const near = suggestedPaths(request);
  if (near.length > 0) return { messageId: 'nearPath', data: describeRequest(request, { near: listWords(near) }) };
  return { messageId: 'unknownPath', data: describeRequest(request) };
}

function suggestedPaths({ description, pattern, atPath, site }: AttributedRequest): readonly string[] {
  if (pattern === null || atPath.length > 0) return [];
  // The root is near every path of one segment, and is meant by none.
  const near = suggestPaths(description, pattern, site.method).filter(({ path }) => path !== '/');
  return [...new Set(near.map(({ path }) => path))];
}
