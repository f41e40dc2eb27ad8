import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { judgeXmlRead, printFieldPath } from './judge-read.ts';
import { isOwned, locate, locateRequest } from './locate.ts';
import { isAlternative, renameRead } from './rename-read.ts';
import { findEntry } from './request-facts.ts';
import { visitAllRequests } from './visit-requests.ts';
import { responseSchemas } from '../spec/response-schemas.ts';
import type { ResponseRead } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'notJson' | 'notXml' | 'xmlName' | 'xmlParser' | 'rename';
type Context = RuleContext<MessageId, []>;

export const noWrongResponseFormat = defineRule<[], MessageId>({
  name: 'no-wrong-response-format',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow reading a response in another format than the one asked for', recommended: 'error', strict: 'error' },
    hasSuggestions: true,
    schema: [],
    messages: {
      notJson: '{{operation}} is asked for XML, and its body is parsed as JSON. Ask for application/json, or parse XML.',
      notXml: '{{operation}} is asked for JSON, and its body is parsed as XML. Ask for application/xml, or parse JSON.',
      xmlName: 'The JSON of {{operation}} has no `{{field}}`: that is the name in XML. Read `{{near}}`.',
      xmlParser: 'The JSON of {{operation}} has no `{{field}}`, which is what XML parsers make: its fields are in the object itself.',
      rename: 'Read `{{near}}`.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      for (const request of requests) {
        const messageId = judgeFormat(request);
        const entry = findEntry(request.site.headers, 'Accept');
        const loc = entry !== null && isOwned(context, entry.place) ? locate(context, entry.place) : locateRequest(context, request.site);
        if (messageId !== null) context.report({ loc, messageId, data: describeRequest(request) });
      }
      for (const [read, { request, wanted }] of findXmlReads(context, requests)) {
        const name = read.path.at(-1) ?? '';
        const fix = wanted === '' ? null : renameRead(context, read.place, name, wanted);
        context.report({
          loc: locate(context, read.place),
          messageId: wanted === '' ? 'xmlParser' : 'xmlName',
          data: describeRequest(request, { field: printFieldPath(read.path), near: wanted }),
          suggest: fix === null ? [] : [{ messageId: 'rename', data: { near: wanted }, fix }],
        });
      }
    });
  },
});

/** What is asked for against how the body is parsed, where both are certain. */
function judgeFormat({ accept, operation, site }: AttributedRequest): 'notJson' | 'notXml' | null {
  const { format, reads } = site.response;
  if (accept === 'xml' && format === 'json' && reads.length > 0) return 'notJson';
  // some answer in XML whatever is asked for; and code that reads fields as well parses both
  const hasJson = operation !== null && responseSchemas(operation).length > 0;
  return accept === 'json' && format === 'xml' && reads.length === 0 && hasJson ? 'notXml' : null;
}

/** Names of XML that are read from JSON: each place once, and only if it is wrong for every request that comes there. */
function findXmlReads(context: Context, requests: readonly AttributedRequest[]): ReadonlyMap<ResponseRead, { readonly request: AttributedRequest; readonly wanted: string }> {
  const byPlace = new Map<number, { read: ResponseRead; request: AttributedRequest; wanted: string } | null>();
  for (const request of requests) {
    const { format, reads } = request.site.response;
    for (const read of reads) {
      if (!isOwned(context, read.place)) continue;
      const { start } = read.place;
      const before = byPlace.get(start);
      const wanted = format === 'json' && before !== null ? judgeXmlRead(request, read) : null;
      if (wanted === null) byPlace.set(start, null);
      else if (before === undefined) byPlace.set(start, { read, request, wanted });
    }
  }
  const found = [...byPlace.values()].filter((entry) => entry !== null && !isAlternative(context, entry.read.place)).filter((entry) => entry !== null);
  return new Map(found.map(({ read, ...rest }) => [read, rest]));
}
