import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { isListRead } from './is-list-read.ts';
import { locateRequest } from './locate.ts';
import { isSentAnywhere } from './request-facts.ts';
import { visitRequests } from './visit-requests.ts';
import type { Paging } from '../spec/description.ts';
import type { AttributedRequest } from './judge-request.ts';

/** The lists that are to be read in pages. */
export type Lists = 'library-wide' | 'required' | 'advised';
type Options = [{ readonly lists?: Lists }];
type MessageId = 'whole';

export const requirePaging = defineRule<Options, MessageId>({
  name: 'require-paging',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require long lists to be read in pages',
      recommended: 'warn',
      strict: ['error', { lists: 'required' }],
      all: ['error', { lists: 'advised' }],
    },
    schema: [
      {
        type: 'object',
        properties: {
          lists: {
            type: 'string',
            enum: ['library-wide', 'required', 'advised'],
            description: 'The lists to read in pages: those that hold a whole library, all that the description wants in pages, or those for which it advises it too.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ lists: 'library-wide' }],
    messages: {
      whole: '{{operation}} answers {{what}}, and is read whole. Send {{start}} and {{size}}{{limit}}, and go on with the next page.',
    },
  },
  create(context) {
    const [{ lists = 'library-wide' }] = context.options;

    return visitRequests(context, (request) => {
      const { operation, description, site } = request;
      const { paging } = description;
      if (paging === null || operation === null || !isReadWhole(request, lists)) return;

      const what = operation.libraryWide ? 'a list that grows with the library' : 'a list';
      const limit = paging.also.length === 0 ? '' : `, or ${paging.also.join(' or ')} for the first few`;
      context.report({
        loc: locateRequest(context, site),
        messageId: 'whole',
        data: describeRequest(request, { what, start: paging.start, size: paging.size, limit }),
      });
    });
  },
});

/** Whether a request surely asks for the whole of a list, and its items are read. */
export function isReadWhole(request: AttributedRequest, lists: Lists): boolean {
  const { paging } = request.description;
  return paging !== null && isAsked(request, lists) && isSurelyWhole(request, paging) && isListRead(request);
}

function isAsked({ operation }: AttributedRequest, lists: Lists): boolean {
  if (operation?.method !== 'GET' || operation.pagination === null) return false;
  if (lists === 'advised') return true;
  return operation.pagination === 'required' && (lists === 'required' || operation.libraryWide);
}

/** Whether nothing in the request makes the list shorter: no page, no limit, no filter. */
function isSurelyWhole({ description, site }: AttributedRequest, { start, size, also, keeping }: Paging): boolean {
  if (site.query.open || [start, size, ...also].some((name) => isSentAnywhere(site, name) !== 'never')) return false;

  const harmless = [...description.openNames, ...keeping];
  const known = new Set(description.commonQuery.map(({ name }) => name));
  return site.query.entries.every(({ name }) => known.has(name) || harmless.some((pattern) => pattern.test(name)));
}
