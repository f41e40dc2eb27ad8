import { defineHeaderRule } from './define-header-rule.ts';
import { ALSO_SCHEMA, EXCEPT_SCHEMA, isRequired } from './missing-headers.ts';
import type { HeaderOptions } from './missing-headers.ts';

export const requireHeaders = defineHeaderRule<HeaderOptions>({
  name: 'require-headers',
  type: 'problem',
  docs: { description: 'Require the headers without which an operation fails or answers otherwise', recommended: 'error', strict: 'error' },
  message: '{{operation}} is sent without {{header}}{{through}}. {{reason}}',
  options: { also: ALSO_SCHEMA, except: EXCEPT_SCHEMA },
  isAsked: isRequired,
});
