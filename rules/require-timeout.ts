import { clientOf } from './client-of.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { editable } from './editable.ts';
import { mergeByCause } from './merge-by-cause.ts';
import { suggestTimeout } from './suggest-timeout.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'noTimeout' | 'addTimeout';

export const requireTimeout = defineRule<[], MessageId>({
  name: 'require-timeout',
  meta: {
    type: 'suggestion',
    docs: { description: 'Require a limit on the time that a request may take', recommended: 'off', strict: 'warn', errors: 'warn' },
    hasSuggestions: true,
    schema: [],
    messages: {
      noTimeout: '{{operation}} has no timeout{{through}}: a server that does not answer holds it for minutes, or for ever. Give {{client}} a limit, 30 seconds for example.',
      addTimeout: 'Give up after 30 seconds.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const timed = requests.filter((request) => !isStream(request));
      for (const { request, loc, through } of mergeByCause(context, timed.filter(isUnlimited), timed)) {
        const edit = suggestTimeout(editable(context), request.site);
        context.report({
          loc,
          messageId: 'noTimeout',
          data: describeRequest(request, { client: request.site.client, through }),
          suggest: edit === null ? [] : [{ messageId: 'addTimeout', fix: fixWith([edit]) }],
        });
      }
    });
  },
});

/** Surely without a limit. */
export function isUnlimited({ site }: AttributedRequest): boolean {
  return site.handling.timeout === false && !site.handling.timeoutOpen;
}

/** A stream or a download is to have no limit on the whole of it. */
export function isStream({ site, operation, candidates }: AttributedRequest): boolean {
  return operation?.stream === true || clientOf(site)?.response === 'stream' || candidates.some(({ stream }) => stream);
}
