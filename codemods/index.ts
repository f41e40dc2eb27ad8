import { addPlexHeaders } from './add-plex-headers.ts';
import { addRetry } from './add-retry.ts';
import { addStatusCheck } from './add-status-check.ts';
import { addTimeout } from './add-timeout.ts';
import { moveTokenToHeader } from './move-token-to-header.ts';
import type { Codemod } from './codemod.ts';

/** All codemods, in the order in which they are best run. */
export const codemods: readonly Codemod[] = [moveTokenToHeader, addPlexHeaders, addStatusCheck, addTimeout, addRetry];
