import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { mergeByCause } from './merge-by-cause.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'noRetry';

export const preferRetry = defineRule<[], MessageId>({
  name: 'prefer-retry',
  meta: {
    type: 'suggestion',
    docs: { description: 'Prefer to repeat reads that fail for a moment', recommended: 'off', strict: 'off', all: 'warn' },
    schema: [],
    messages: {
      noRetry: '{{operation}} is safe to repeat and is not repeated{{through}}: a lost connection or a 503 fails at once. Try up to 3 times, with a growing pause.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const single = requests.filter(couldRepeat);
      // what a wrapper sends beside reads does not matter
      for (const { request, loc, through } of mergeByCause(context, single, single)) {
        context.report({ loc, messageId: 'noRetry', data: describeRequest(request, { through }) });
      }
    });
  },
});

/** A read that the description says is safe to repeat, and that surely nothing repeats. */
function couldRepeat({ site, operation }: AttributedRequest): boolean {
  if (operation === null || operation.stream || !isUnrepeated(site)) return false;
  return operation.retry === 'yes' && (operation.method === 'GET' || operation.method === 'HEAD');
}

/** Surely nothing sends the request again when it fails. */
export function isUnrepeated({ handling }: RequestSite): boolean {
  return handling.retry === false && !handling.retryOpen;
}
