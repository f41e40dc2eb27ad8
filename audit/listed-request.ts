import { groupBy } from '../rules/group-by.ts';
import type { JudgedRequest } from '../rules/judge-request.ts';
import type { Operation } from '../spec/description.ts';
import type { AuditRequest } from './audit-report.ts';
import type { CodePlace } from './audit-sections.ts';

/** A request as the report lists it, with what it was judged to be: what the sections are made of. */
export interface ListedRequest {
  readonly judged: JudgedRequest;
  readonly request: AuditRequest;
}

/** Where a reader finds a request: its call, where that is on another line than its path. */
export function placeOf({ request }: ListedRequest): CodePlace {
  return { file: request.callFile ?? request.file, line: request.callLine ?? request.line };
}

/** The requests that surely send each operation, in the order of the report. */
export function groupByOperation(requests: readonly ListedRequest[]): ReadonlyMap<Operation, readonly ListedRequest[]> {
  return groupBy(requests, ({ judged }) => judged.operation);
}

/** Each place once, in the order of files and lines. */
export function uniquePlaces(places: readonly CodePlace[]): readonly CodePlace[] {
  const byKey = new Map(places.map(({ file, line }) => [`${file}:${String(line)}`, { file, line }]));
  return [...byKey.values()].sort((a, b) => compareTexts(a.file, b.file) || a.line - b.line);
}

/** Where requests are, each place once. */
export function placesOf(requests: readonly ListedRequest[]): readonly CodePlace[] {
  return uniquePlaces(requests.map(placeOf));
}

/** By code units, so that the order is the same whatever the locale. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
