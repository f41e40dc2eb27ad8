import { ALLOW_SCHEMA, isAllowed } from './allow-list.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest, printReplacement } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { editRequest } from './edit-request.ts';
import { editable } from './editable.ts';
import { locateRequest } from './locate.ts';
import { visitRequests } from './visit-requests.ts';
import type { Operation } from '../spec/description.ts';
import type { AllowOption } from './allow-list.ts';
import type { Edit, Editable } from './editable.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'retired' | 'retiredForGood' | 'useReplacement';

export const noRetiredEndpoint = defineRule<[AllowOption], MessageId>({
  name: 'no-retired-endpoint',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow operations that the API has taken away', recommended: 'error', strict: 'error' },
    hasSuggestions: true,
    schema: [{ type: 'object', properties: { allow: ALLOW_SCHEMA }, additionalProperties: false }],
    defaultOptions: [{}],
    messages: {
      retired: '{{operation}} on {{api}} was retired{{since}}. Use {{replacement}}.',
      retiredForGood: '{{operation}} on {{api}} was retired{{since}}, and nothing replaces it.',
      useReplacement: 'Send it to {{replacement}}.',
    },
  },
  create(context) {
    const [options] = context.options;

    return visitRequests(context, (request) => {
      const { operation, standing, site } = request;
      if (standing !== 'retired' || operation === null || isAllowed(context, request, options)) return;

      const replacement = printReplacement(operation);
      const edits = editToReplacement(editable(context), request, operation);
      context.report({
        loc: locateRequest(context, site),
        messageId: replacement === null ? 'retiredForGood' : 'retired',
        data: describeRequest(request, { replacement, since: sinceWhen(operation) }),
        suggest: edits === null ? [] : [{ messageId: 'useReplacement', data: { replacement }, fix: fixWith(edits) }],
      });
    });
  },
});

function sinceWhen({ retired }: Operation): string {
  const since = retired?.since ?? null;
  return since === null ? '' : ` (${since})`;
}

/** The edits to the replacement; null where there is none, or some of the request is not written where it may be changed. */
function editToReplacement(target: Editable, request: AttributedRequest, { path, replacedBy }: Operation): readonly Edit[] | null {
  if (replacedBy === null) return null;
  const edits = editRequest(target, request, { ...replacedBy, path: replacedBy.path === path ? null : replacedBy.path });
  return typeof edits === 'string' || edits.length === 0 ? null : edits;
}
