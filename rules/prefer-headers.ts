import { defineHeaderRule } from './define-header-rule.ts';
import { EXCEPT_SCHEMA, isPreferred } from './missing-headers.ts';
import type { HeaderOptions } from './missing-headers.ts';

type Options = Pick<HeaderOptions, 'except'> & { readonly report?: 'usual' | 'all' };

export const preferHeaders = defineHeaderRule<Options>({
  name: 'prefer-headers',
  type: 'suggestion',
  docs: {
    description: 'Prefer requests with the headers that good clients send',
    recommended: 'off',
    strict: 'warn',
    all: ['warn', { report: 'all' }],
  },
  message: '{{operation}} should be sent with {{header}}{{through}}. {{reason}}',
  options: {
    except: EXCEPT_SCHEMA,
    report: { type: 'string', enum: ['usual', 'all'], description: 'Ask for what good clients send, or for all that the description has a reason for.' },
  },
  isAsked: (demand, { report }) => isPreferred(demand, report),
});
