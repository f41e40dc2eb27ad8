import { bodyKinds } from './body-kinds.ts';
import { errorKinds } from './error-kinds.ts';
import { headerKinds } from './header-kinds.ts';
import { pathKinds } from './path-kinds.ts';
import { queryKinds } from './query-kinds.ts';
import { responseKinds } from './response-kinds.ts';
import { securityKinds } from './security-kinds.ts';
import type { Kind } from './kind.ts';

/** Every kind of mistake. */
export const kinds: readonly Kind[] = [...pathKinds, ...queryKinds, ...headerKinds, ...bodyKinds, ...responseKinds, ...errorKinds, ...securityKinds];
