import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { findMissingHeaders } from './missing-headers.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema';
import type { HeaderDemand } from '../spec/description.ts';
import type { RuleDocs } from './define-rule.ts';
import type { HeaderOptions } from './missing-headers.ts';

interface HeaderRule<Options extends HeaderOptions> {
  readonly name: string;
  readonly type: 'problem' | 'suggestion';
  readonly docs: RuleDocs;
  /** Has `{{operation}}`, `{{header}}`, `{{through}}` and `{{reason}}`. */
  readonly message: string;
  /** The JSON Schema of each option. */
  readonly options: Readonly<Record<keyof Options, JSONSchema4>>;
  /** Which of the description's demands the rule is about. */
  readonly isAsked: (demand: HeaderDemand, options: Options) => boolean;
}

type MessageId = 'missing' | 'add';

/** Makes a rule that reports the headers which requests surely do not send, of those that the description demands. */
export function defineHeaderRule<Options extends HeaderOptions>({
  name, type, docs, message, options: properties, isAsked,
}: HeaderRule<Options>): ReturnType<typeof defineRule<[Options], MessageId>> {
  return defineRule<[Options], MessageId>({
    name,
    meta: {
      type,
      docs,
      hasSuggestions: true,
      schema: [{ type: 'object', properties, additionalProperties: false }],
      defaultOptions: [{} as Options],
      messages: { missing: message, add: 'Send {{header}}.' },
    },
    create(context) {
      const [options] = context.options;

      return visitAllRequests(context, (requests) => {
        for (const finding of findMissingHeaders(context, requests, options, (demand) => isAsked(demand, options))) {
          const { request, loc, header, reason, through, fix } = finding;
          context.report({
            loc,
            messageId: 'missing',
            data: describeRequest(request, { header, reason, through }),
            suggest: fix === null ? [] : [{ messageId: 'add', data: { header }, fix }],
          });
        }
      });
    },
  });
}
