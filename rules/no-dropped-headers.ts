import { defineLostHeaderRule } from './define-lost-header-rule.ts';

export const noDroppedHeaders = defineLostHeaderRule({
  name: 'no-dropped-headers',
  docs: { description: 'Disallow functions that drop the headers which their callers hand them', recommended: 'error', strict: 'error' },
  message: '{{header}} is never sent with {{operation}}: the headers at {{by}} take its place. Spread the headers that were handed in into them.',
  how: 'property',
});
