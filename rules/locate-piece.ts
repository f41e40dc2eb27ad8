import type { TSESTree } from '@typescript-eslint/utils';
import { printPlace } from './engine.ts';
import { isOwned, locate, locateRequest } from './locate.ts';
import type { Place } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { AttributedRequest } from './judge-request.ts';

/** Where a finding about a piece of a request belongs. */
export interface PieceLocation {
  readonly loc: TSESTree.SourceLocation;
  /** For the message: ` (written at server/plex.ts:58)` where another file has the piece, else empty. */
  readonly through: string;
  /** The same for all requests that have this very piece: it is reported once. */
  readonly key: string;
}

/** Finds where to show a finding about something a request sends: the first of its places that the linted file owns. */
export function locatePiece(
  context: RuleContext<string, readonly unknown[]>,
  { site }: AttributedRequest,
  places: readonly (Place | null)[],
): PieceLocation {
  const written = places.filter((place) => place !== null);
  const here = written.find((place) => isOwned(context, place));
  const origin = here ?? written[0] ?? site.call;
  const isElsewhere = here === undefined && written[0] !== undefined;
  return {
    loc: here === undefined ? locateRequest(context, site) : locate(context, here),
    through: isElsewhere ? ` (written at ${printPlace(origin, context.cwd)})` : '',
    key: `${origin.file}:${origin.start}`,
  };
}
