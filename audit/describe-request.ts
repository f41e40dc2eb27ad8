import { printText } from '../requests/print-text.ts';
import type { Entries, RequestSite } from '../requests/request-site.ts';
import type { JudgedRequest } from '../rules/judge-request.ts';
import type { AuditRequest, SentNames } from './audit-report.ts';
import type { PlaceLocator } from './locate-places.ts';

/** A judged request site as the report lists it, but for what tells it from all others. */
export function describeRequest(judged: JudgedRequest, locator: PlaceLocator): Omit<AuditRequest, 'fingerprint'> {
  const { site } = judged;
  const start = locator.positionOf(site.place.file, site.place.start);
  const end = locator.positionOf(site.place.file, site.place.end);
  return {
    file: locator.nameOf(site.place.file),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...describeCall(site, locator),
    client: site.client,
    via: site.via.map(({ name, place }) => `${name} (${locator.print(place)})`),
    method: site.method,
    target: judged.target,
    path: site.path === null ? null : printText(site.path),
    reason: findReason(judged),
    query: namesOf(site.query, sameQuery),
    headers: namesOf(site.headers, sameHeader),
    accept: judged.accept,
    token: judged.token,
    timeout: orUnknown(site.handling.timeout, site.handling.timeoutOpen),
    retry: orUnknown(site.handling.retry, site.handling.retryOpen),
    status: site.handling.status,
    statuses: [...new Set(site.handling.statuses)].sort((a, b) => a - b),
    paged: judged.paged,
    operation: judged.operation?.label ?? null,
    standing: judged.standing,
  };
}

/** What is done, or not; null where something that is not known may do it besides. */
function orUnknown(isDone: boolean | null, open: boolean): boolean | null {
  return isDone !== true && open ? null : isDone;
}

/** The place of the call, where it begins on another line than the path. */
function describeCall({ place, call }: RequestSite, locator: PlaceLocator): Pick<AuditRequest, 'callFile' | 'callLine' | 'callColumn'> {
  const path = locator.positionOf(place.file, place.start);
  const { line, column } = locator.positionOf(call.file, call.start);
  if (call.file === place.file && line === path.line) return {};
  return { callFile: locator.nameOf(call.file), callLine: line, callColumn: column };
}

function findReason({ site, target, targetReason }: JudgedRequest): string | null {
  if (site.path === null) return site.pathReason ?? 'The path cannot be known.';
  return target === null ? targetReason : null;
}

/** Each name once, in the order they are written; what is always sent is not `maybe` as well. */
function namesOf({ entries, open }: Entries, same: (name: string) => string): SentNames {
  const always = new Map<string, string>();
  const maybe = new Map<string, string>();
  for (const { name, presence } of entries) {
    const names = presence === 'always' ? always : maybe;
    if (!names.has(same(name))) names.set(same(name), name);
  }
  for (const key of always.keys()) maybe.delete(key);
  return { always: [...always.values()], maybe: [...maybe.values()], open };
}

/** Header names do not depend on case; query names do. */
function sameHeader(name: string): string {
  return name.toLowerCase();
}

function sameQuery(name: string): string {
  return name;
}
