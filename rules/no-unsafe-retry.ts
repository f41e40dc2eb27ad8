import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { findCauses } from './find-causes.ts';
import { reasonNotToRepeat } from './is-safe-to-repeat.ts';
import { locateRequest } from './locate.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { Repeat } from '../requests/request-site.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'twice' | 'unauthorized';

export const noUnsafeRetry = defineRule<[], MessageId>({
  name: 'no-unsafe-retry',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow repeats of what must not be done twice, and of a 401', recommended: 'error', strict: 'error', errors: 'error' },
    schema: [],
    messages: {
      twice: '{{operation}} is sent again when its answer is lost, though it may have been carried out. {{reason}} Repeat it only after a status that surely refuses it, such as 429, or not at all.',
      unauthorized: '{{operation}} is repeated after a 401{{at}}, with the token that was just refused. Get a new token once, or give up.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      for (const request of requests) {
        const reason = request.operation === null ? null : reasonNotToRepeat(request.operation);
        if (reason === null || !request.site.handling.repeats.some((repeat) => mayDoTwice(repeat, request))) continue;
        context.report({ loc: locateRequest(context, request.site), messageId: 'twice', data: describeRequest(request, { reason }) });
      }

      const refused = requests.filter((request) => repeatOf401(request) !== null);
      for (const { request, loc, at } of findCauses(context, refused, (faulty) => repeatOf401(faulty)?.place ?? null)) {
        context.report({ loc, messageId: 'unauthorized', data: describeRequest(request, { at }) });
      }
    });
  },
});

function mayDoTwice({ afterLoss, methods }: Repeat, { operation }: AttributedRequest): boolean {
  return afterLoss === true && operation !== null && (methods === 'all' || methods?.includes(operation.method) === true);
}

/** What repeats a request whose token was refused: by the number, or with all failures that nobody tells apart. */
function repeatOf401({ site, operation }: AttributedRequest): Repeat | null {
  const { repeats, statuses, statusesOpen } = site.handling;
  if (operation !== null && !operation.secured) return null;
  return repeats.find(({ by, statuses: repeated, methods }) => {
    if (by === 'resend' || by === 'reconnect' || methods === null || (methods !== 'all' && !methods.includes(site.method ?? ''))) return false;
    return repeated === 'all' ? !statuses.includes(401) && !statusesOpen : repeated?.includes(401) === true;
  }) ?? null;
}
