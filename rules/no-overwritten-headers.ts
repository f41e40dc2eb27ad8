import { defineLostHeaderRule } from './define-lost-header-rule.ts';

export const noOverwrittenHeaders = defineLostHeaderRule({
  name: 'no-overwritten-headers',
  docs: { description: 'Disallow headers that a later spread writes over', recommended: 'error', strict: 'error' },
  message: '{{header}} is never sent with {{operation}}: what is spread behind it at {{by}} takes its place. Write it behind the spread, or leave it out.',
  how: 'spread',
});
