import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { printPlace } from './engine.ts';
import { isReportedThere, isSamePlace } from './is-reported-there.ts';
import { isOwned, locate, locateRequest } from './locate.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { LostEntry } from '../requests/request-site.ts';
import type { RuleDocs } from './define-rule.ts';

interface LostHeaderRule {
  readonly name: string;
  readonly docs: RuleDocs;
  /** Has `{{operation}}`, `{{header}}` and `{{by}}`. */
  readonly message: string;
  readonly how: LostEntry['how'];
}

/** Makes a rule that reports headers which are written and never sent, by what takes their place. */
export function defineLostHeaderRule({ name, docs, message, how }: LostHeaderRule): ReturnType<typeof defineRule<[], 'lost'>> {
  return defineRule<[], 'lost'>({
    name,
    meta: { type: 'problem', docs, schema: [], messages: { lost: message } },
    create(context) {
      return visitAllRequests(context, (requests) => {
        const seen = new Set<string>();
        for (const request of requests) {
          for (const lost of request.site.lostHeaders) {
            const key = `${lost.place.file}:${lost.place.start}`;
            if (lost.how !== how || seen.has(key)) continue;
            seen.add(key);
            if (isReportedThere(context, lost.place, ({ site }) => site.lostHeaders.some((other) => other.how === how && isSamePlace(other.place, lost.place)))) continue;
            const here = [lost.place, lost.by].find((place) => isOwned(context, place));
            context.report({
              loc: here === undefined ? locateRequest(context, request.site) : locate(context, here),
              messageId: 'lost',
              data: describeRequest(request, { header: lost.name, by: printPlace(lost.by, context.cwd) }),
            });
          }
        }
      });
    },
  });
}
