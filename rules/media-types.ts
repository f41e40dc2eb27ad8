import { findEntry } from './request-facts.ts';
import { literalText } from './sent-entry.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { Operation, Schema } from '../spec/description.ts';

/** The media type of the body that a request sends, without parameters, lower case; null: none, or it cannot be known. */
export function sentType({ body, headers }: RequestSite): string | null {
  const entry = findEntry(headers, 'Content-Type');
  if (entry !== null) {
    const [only, ...others] = entry.values ?? [];
    const written = only === undefined ? null : literalText(only);
    return entry.presence === 'always' && others.length === 0 && written !== null ? bare(written) : null;
  }
  return headers.open ? null : (body?.ownType ?? null);
}

/** The media types of bodies that an operation takes; empty when it describes none. */
export function acceptedTypes({ requestBody }: Operation): readonly string[] {
  return Object.keys(requestBody?.content ?? {});
}

/** Whether a media type is one of a list, in which `*` stands for any. */
export function isAccepted(type: string, accepted: readonly string[]): boolean {
  return accepted.some((entry) => {
    const [main, sub] = bare(entry).split('/');
    const [ownMain, ownSub] = type.split('/');
    return (main === '*' || main === ownMain) && (sub === '*' || sub === ownSub);
  });
}

/** The schema of the bodies of a kind; null when none is described. */
export function schemaOf({ requestBody }: Operation, isOfKind: (type: string) => boolean): Schema | null {
  const found = Object.entries(requestBody?.content ?? {}).find(([type]) => isOfKind(bare(type)));
  return found?.[1].schema ?? null;
}

function bare(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase();
}
