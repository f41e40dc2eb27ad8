import { addPagination } from './add-pagination.ts';
import { addPlexHeaders } from './add-plex-headers.ts';
import { addRetry } from './add-retry.ts';
import { addStatusCheck } from './add-status-check.ts';
import { addTimeout } from './add-timeout.ts';
import { moveTokenToHeader } from './move-token-to-header.ts';
import { replaceRetired } from './replace-retired.ts';
import type { Codemod } from './codemod.ts';

/** All codemods, in the order in which they are best run: what puts pages together needs a look at the status of each. */
export const codemods: readonly Codemod[] = [replaceRetired, moveTokenToHeader, addPlexHeaders, addStatusCheck, addPagination, addTimeout, addRetry];
