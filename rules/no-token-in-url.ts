import { clientOf } from './client-of.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { printPlace } from './engine.ts';
import { isOwned, locate, locateRequest } from './locate.ts';
import { moveToHeader } from './move-to-header.ts';
import { credentialsOf, findEntry } from './request-facts.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { Entry } from '../requests/request-site.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'tokenInUrl' | 'useHeader';

export const noTokenInUrl = defineRule<[], MessageId>({
  name: 'no-token-in-url',
  meta: {
    type: 'suggestion',
    docs: { description: 'Disallow tokens in URLs, which end up in logs and histories', recommended: 'warn', strict: 'warn', security: 'error' },
    hasSuggestions: true,
    schema: [],
    messages: {
      tokenInUrl: '{{operation}} carries {{name}} in its URL{{through}}, and URLs are logged. Send it as a header.',
      useHeader: 'Send {{name}} as a header.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const carrying = requests.filter((request) => !clientIsStream(request)).flatMap(findToken);
      for (const { request, entry } of oneForEachPlace(carrying)) {
        const isHere = isOwned(context, entry.place);
        const edits = moveToHeader(context, request, entry);
        context.report({
          loc: isHere ? locate(context, entry.place) : locateRequest(context, request.site),
          messageId: 'tokenInUrl',
          data: describeRequest(request, { name: entry.name, through: isHere ? '' : describeOrigin(context, request, entry) }),
          suggest: edits === null ? [] : [{ messageId: 'useHeader', data: { name: entry.name }, fix: fixWith(edits) }],
        });
      }
    });
  },
});

/** A request, and the credential in its URL. */
interface Carrying {
  readonly request: AttributedRequest;
  readonly entry: Entry;
}

/** Streams of browsers send no headers: there the URL is the only way. */
function clientIsStream({ site }: AttributedRequest): boolean {
  return clientOf(site)?.response === 'stream';
}

/** The credential that is sent in the query though the description has it in a header. */
function findToken(request: AttributedRequest): readonly Carrying[] {
  const inHeader = credentialsOf(request.description).filter(({ location }) => location === 'header');
  const entry = inHeader.map(({ name }) => findEntry(request.site.query, name)).find((found) => found !== null);
  return entry === undefined ? [] : [{ request, entry }];
}

/** The first request for each place where a credential is written, whatever sends it. */
function oneForEachPlace(carrying: readonly Carrying[]): readonly Carrying[] {
  const seen = new Set<string>();
  return carrying.filter(({ request, entry }) => {
    const { file, start } = entry.place ?? request.site.call;
    const key = `${file}:${start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** For the message: where another file writes the credential. */
function describeOrigin({ cwd }: { readonly cwd: string }, { site }: AttributedRequest, { place }: Entry): string {
  const origin = place ?? site.via.at(-1)?.place;
  return origin === undefined ? '' : ` (written at ${printPlace(origin, cwd)})`;
}
