import { errorKinds } from './error-kinds.ts';
import { pathKinds } from './path-kinds.ts';
import type { Kind } from './kind.ts';

/** Every kind of mistake. */
export const kinds: readonly Kind[] = [...pathKinds, ...errorKinds];
