import type { RequestSite } from './request-site.ts';

/** A site is (the expression that completes the path, method, path): the same one, met from two files, counts once. */
export function identifySite({ call, place, method, path }: RequestSite): string {
  const text = path?.map((part) => (part.kind === 'literal' ? part.text : null));
  return JSON.stringify([call.file, call.start, call.end, place.file, place.start, place.end, method, text]);
}
