import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { describeTypes, listFields } from './describe-response.ts';
import { judgeRead, printFieldPath } from './judge-read.ts';
import { isOwned, locate, locateRequest } from './locate.ts';
import { isAlternative, renameRead } from './rename-read.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { ResponseRead } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { ReadFault } from './judge-read.ts';
import type { AttributedRequest } from './judge-request.ts';

type Options = [{ readonly allow?: readonly string[] }];
type MessageId = 'near' | 'unknown' | 'list' | 'plain' | 'rename';

export const noUnknownResponseFields = defineRule<Options, MessageId>({
  name: 'no-unknown-response-fields',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow reading fields that the response of an operation does not have', recommended: 'warn', strict: 'error' },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: { allow: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Names of fields to accept although they are not described.' } },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ allow: [] }],
    messages: {
      near: 'The response of {{operation}} has no field `{{field}}`{{through}}. Did you mean `{{near}}`?',
      unknown: 'The response of {{operation}} has no field `{{field}}`{{through}}, only {{known}}.',
      list: '{{parent}} is a list in the response of {{operation}}{{through}}: `{{name}}` can be a field of its items, not of the list.',
      plain: '{{parent}} is {{types}} in the response of {{operation}}{{through}}, which has no field `{{name}}`.',
      rename: 'Read `{{near}}`.',
    },
  },
  create(context) {
    const [{ allow = [] }] = context.options;

    return visitAllRequests(context, (requests) => {
      for (const found of findFaults(context, requests)) {
        const { fault, read } = found;
        const name = read.path.at(-1) ?? '';
        if (allow.includes(name) || isAlternative(context, read.place)) continue;
        const near = fault.kind === 'unknown' ? fault.near : null;
        const fix = near === null ? null : renameRead(context, read.place, name, near);
        context.report({
          loc: found.loc(),
          messageId: fault.kind === 'unknown' ? (near === null ? 'unknown' : 'near') : fault.kind,
          data: describeRequest(found.request, { ...wordsOf(read, fault), through: found.through, near }),
          suggest: fix === null ? [] : [{ messageId: 'rename', data: { near }, fix }],
        });
      }
    });
  },
});

interface Found {
  readonly request: AttributedRequest;
  readonly read: ResponseRead;
  readonly fault: ReadFault;
  readonly through: string;
  readonly loc: () => ReturnType<typeof locate>;
}

/**
 * A read that several requests share, or that reads one value or another, is reported once, and only if it is a fault for each. One that stands in a function
 * of another file is reported where the request is, and only for a certain slip: other callers may need the field.
 */
function findFaults(context: RuleContext<string, readonly unknown[]>, requests: readonly AttributedRequest[]): readonly Found[] {
  const byPlace = new Map<string, Found | null>();
  for (const request of requests) {
    const { site } = request;
    if (site.response.format !== 'json') continue;
    for (const read of site.response.reads) {
      const owned = isOwned(context, read.place);
      const wrapper = owned ? undefined : site.via.find(({ place }) => place.file === read.place.file && place.start <= read.place.start && read.place.end <= place.end);
      if (!owned && wrapper === undefined) continue;
      // whatever the value may be that is read from: a list, or its one item
      const key = `${read.place.file}:${String(read.place.start)} ${read.path.at(-1) ?? ''}`;
      const before = byPlace.get(key);
      if (before === null) continue;
      const fault = judgeRead(request, read);
      const isCertain = fault !== null && (owned || (fault.kind === 'unknown' && fault.near !== null));
      if (!isCertain) byPlace.set(key, null);
      else if (before === undefined) {
        const through = wrapper === undefined ? '' : `, which ${wrapper.name} reads`;
        byPlace.set(key, { request, read, fault, through, loc: () => (owned ? locate(context, read.place) : locateRequest(context, site)) });
      }
    }
  }
  return [...byPlace.values()].filter((found) => found !== null);
}

function wordsOf({ path }: ResponseRead, fault: ReadFault): Record<string, string> {
  const words = { field: printFieldPath(path), name: path.at(-1) ?? '', parent: path.length === 1 ? 'The body' : `\`${printFieldPath(path.slice(0, -1))}\`` };
  if (fault.kind !== 'unknown') return { ...words, types: describeTypes(fault.types) };
  return { ...words, known: listFields(fault.known) };
}
