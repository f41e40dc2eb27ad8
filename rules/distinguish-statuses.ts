import { defineRule } from './define-rule.ts';
import { describeRequest, listWords } from './describe-request.ts';
import { mergeByCause } from './merge-by-cause.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { Operation } from '../spec/description.ts';
import type { AttributedRequest } from './judge-request.ts';

type Options = [{ readonly statuses?: readonly number[] }];
type MessageId = 'alike';

export const distinguishStatuses = defineRule<Options, MessageId>({
  name: 'distinguish-statuses',
  meta: {
    type: 'suggestion',
    docs: { description: 'Require documented statuses that need an action of their own to be told apart', recommended: 'off', strict: 'warn', errors: 'warn' },
    schema: [
      {
        type: 'object',
        properties: {
          statuses: { type: 'array', items: { type: 'integer' }, uniqueItems: true, description: 'The statuses that need an action of their own, as numbers.' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ statuses: [401, 404, 409, 410, 429, 503] }],
    messages: {
      alike: '{{operation}} may answer {{documented}}. Nobody tells {{them}} from other failures{{through}}: {{action}}',
    },
  },
  create(context) {
    const [{ statuses = [] }] = context.options;

    return visitAllRequests(context, (requests) => {
      const faulty = requests.filter((request) => untold(request, statuses).length > 0);
      // a wrapper has one finding, whatever else goes through it
      for (const { request, loc, through } of mergeByCause(context, faulty, faulty)) {
        const missing = untold(request, statuses);
        const [first] = missing;
        if (first === undefined || request.operation === null) continue;
        const data = { documented: describeStatuses(missing, request.operation), them: missing.length > 1 ? 'them' : 'it', action: ACTIONS[first] ?? 'look at the status.', through };
        context.report({ loc, messageId: 'alike', data: describeRequest(request, data) });
      }
    });
  },
});

/** What to do on a status, by its meaning in HTTP. */
const ACTIONS: Readonly<Record<number, string>> = {
  401: 'on 401, renew the token once.',
  404: 'on 404, take it as gone.',
  409: 'on 409, read what is there.',
  410: 'on 410, stop asking.',
  429: 'on 429, wait before the next request.',
  503: 'on 503, try again later.',
};

/** The statuses that the description lists, that matter, and that surely nobody tells apart. */
function untold({ site, operation }: AttributedRequest, wanted: readonly number[]): readonly number[] {
  const { status, statusesOpen, statuses } = site.handling;
  if (operation === null || statusesOpen || (status !== 'checked' && status !== 'thrown')) return [];
  return wanted.filter((number) => !statuses.includes(number) && matters(operation, number));
}

function matters(operation: Operation, status: number): boolean {
  if (operation.statusesBasis === 'success-only' && status !== 401 && status !== 429) return false;
  if (status === 401 && !operation.secured) return false;
  const isListed = operation.statuses.includes(String(status));
  // without a single item, a 404 says nothing but that the path is wrong
  if (status === 404) return isListed && operation.path.endsWith('}');
  return isListed || (status !== 409 && status !== 410 && Object.hasOwn(operation.description.commonStatuses, status));
}

/** `404 (listed for this operation) and 401 (listed for all operations)` */
function describeStatuses(statuses: readonly number[], operation: Operation): string {
  const own = statuses.filter((status) => operation.statuses.includes(String(status)));
  const common = statuses.filter((status) => !own.includes(status));
  const parts = [own.length === 0 ? '' : `${listWords(own.map(String))} (listed for it)`, common.length === 0 ? '' : `${listWords(common.map(String))} (listed for every operation)`];
  return parts.filter((part) => part !== '').join(', and ');
}
