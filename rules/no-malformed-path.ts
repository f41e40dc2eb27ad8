import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { isOwned } from './locate.ts';
import { locatePiece } from './locate-piece.ts';
import { visitRequests } from './visit-requests.ts';
import type { Literal, RequestSite } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { Edit } from './editable.ts';

type MessageId = 'doubled' | 'missing' | 'removeSlash' | 'addSlash';

export const noMalformedPath = defineRule<[], MessageId>({
  name: 'no-malformed-path',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow doubled and missing slashes where a URL is put together', recommended: 'error', strict: 'error' },
    hasSuggestions: true,
    schema: [],
    messages: {
      doubled: "The request to {{path}} has two slashes in a row{{through}}. {{api}} has no such path.",
      missing: 'The request to {{path}} has no slash between the host and the path{{through}}.',
      removeSlash: 'Remove one slash.',
      addSlash: 'Add the slash.',
    },
  },
  create(context) {
    const seen = new Set<string>();

    return visitRequests(context, (request) => {
      const { site } = request;
      const doubled = findDoubled(site);
      if (doubled === null && !site.slashMissing) return;

      const first = literalsOf(site).find(({ place }) => place !== null);
      const piece = doubled ?? first ?? null;
      const { key, loc, through } = locatePiece(context, request, [piece?.place ?? null]);
      if (seen.has(key)) return;
      seen.add(key);
      const edit = piece === null ? null : doubled === null ? addSlash(context, piece) : removeSlash(context, piece);
      context.report({
        loc,
        messageId: doubled === null ? 'missing' : 'doubled',
        data: describeRequest(request, { through }),
        suggest: edit === null ? [] : [{ messageId: doubled === null ? 'addSlash' : 'removeSlash', fix: fixWith([edit]) }],
      });
    });
  },
});

/** The piece of the path with which a second slash begins. */
function findDoubled({ path }: RequestSite): Literal | null {
  let endsWithSlash = false;
  for (const part of path ?? []) {
    if (part.kind === 'literal') {
      if (/(?<!:)\/\//.test(part.text) || (endsWithSlash && part.text.startsWith('/'))) return part;
      if (part.text !== '') endsWithSlash = part.text.endsWith('/');
    } else {
      endsWithSlash = false;
    }
  }
  return null;
}

function literalsOf({ path }: RequestSite): readonly Literal[] {
  return (path ?? []).filter((part) => part.kind === 'literal');
}

function removeSlash(context: RuleContext<string, readonly unknown[]>, { place, text }: Literal): Edit | null {
  if (!isOwned(context, place) || context.sourceCode.text.slice(place.start, place.end) !== text) return null;
  return { place, text: text.includes('//') ? text.replace('//', '/') : text.slice(1) };
}

function addSlash(context: RuleContext<string, readonly unknown[]>, { place, text }: Literal): Edit | null {
  if (!isOwned(context, place) || context.sourceCode.text.slice(place.start, place.end) !== text) return null;
  return { place, text: `/${text}` };
}
