import { declaredName } from '../requests/read-declarations.ts';
import { findApiMistake } from './api-names.ts';
import { defineRule } from './define-rule.ts';
import { MARKER } from './engine.ts';
import { readSettings } from './read-settings.ts';

type MessageId = 'unknown';

export const validApiComments = defineRule<[], MessageId>({
  name: 'valid-api-comments',
  meta: {
    type: 'problem',
    docs: { description: 'Require comments that name an API to name one that is described', recommended: 'error', strict: 'error' },
    schema: [],
    messages: { unknown: 'The comment says nothing about requests: {{mistake}}' },
  },
  create(context) {
    const { sourceCode, settings, cwd } = context;
    if (!sourceCode.text.includes(`${MARKER}:`)) return {};

    return {
      Program() {
        const { descriptions } = readSettings(settings['plex-api'], cwd);
        for (const comment of sourceCode.getAllComments()) {
          const name = declaredName(comment.value, MARKER);
          const mistake = name === null ? null : findApiMistake(name, descriptions);
          if (mistake !== null) context.report({ loc: comment.loc, messageId: 'unknown', data: { mistake } });
        }
      },
    };
  },
});
