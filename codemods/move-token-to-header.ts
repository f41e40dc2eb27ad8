import { isStream, moveToHeader } from '../rules/move-to-header.ts';
import { findToken } from '../rules/no-token-in-url.ts';
import { asTransform } from './as-transform.ts';
import { groupByPlace } from './group-by-place.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { SentEntry } from '../rules/sent-entry.ts';
import type { Codemod, CodemodProject, Plan } from './codemod.ts';

export const moveTokenToHeader: Codemod = {
  name: 'move-token-to-header',
  summary: 'Sends tokens as a header, not in URLs, which end up in logs and histories.',
  rules: ['no-token-in-url'],
  options: {},
  plan(project, requests) {
    const carrying = requests.filter((request) => !isStream(request)).flatMap(findToken);
    return groupByPlace(carrying, ({ entry, request }) => entry.place ?? request.site.call).map((group) => planGroup(project, group, requests));
  },
};

/** What is to be done about the requests that have their token from one place of the source. */
function planGroup(project: CodemodProject, group: readonly SentEntry[], all: readonly AttributedRequest[]): Plan {
  const [first] = group;
  if (first === undefined) throw new Error('A group has a request.');
  const { request, entry } = first;
  const requests = group.map((sent) => sent.request);
  const place = entry.place ?? request.site.call;
  const sharing = all.filter((other) => isStream(other)).flatMap(findToken).filter((sent) => sent.entry.place?.file === place.file && sent.entry.place.start === place.start);
  const move = moveToHeader(project, [...group, ...sharing], all);
  if ('reason' in move) return { kind: 'skip', requests, place, reason: move.reason };
  return { kind: 'change', requests, place, what: `Sends ${entry.name} as a header.`, edits: move.edits, imports: [], files: [], packages: {} };
}

export default asTransform(moveTokenToHeader);
