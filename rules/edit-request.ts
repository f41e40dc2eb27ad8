import { editMethod } from './edit-method.ts';
import { editHost, editPath } from './edit-path.ts';
import type { Edit, Editable } from './editable.ts';
import type { AttributedRequest } from './judge-request.ts';

/** What a request is to be sent as. */
export interface Wanted {
  readonly method: string;
  /** null: it stays. */
  readonly host: string | null;
  /** The template; null: it stays. */
  readonly path: string | null;
}

/** The edits that send a request elsewhere; or what of it is not written where it may be changed. */
export function editRequest(target: Editable, request: AttributedRequest, { method, host, path }: Wanted): readonly Edit[] | 'path' | 'host' | 'method' {
  const ofPath = path === null ? [] : editPath(target, request, path);
  if (ofPath === null) return 'path';
  const ofHost = host === null || host === request.target ? [] : [editHost(target, request, host)];
  const ofMethod = method === request.site.method ? [] : editMethod(target, request.site, method);
  if (ofMethod === null) return 'method';
  const known = ofHost.filter((edit) => edit !== null);
  return known.length < ofHost.length ? 'host' : [...known, ...ofPath, ...ofMethod];
}
