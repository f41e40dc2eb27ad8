import { DescriptionError } from './description-error.ts';
import type { AttributionHints, DemandCondition, Erratum, HeaderDemand, HeaderFact, Level, PageLimit, Paging, Replacement, RetryPolicy, ValueSource } from './description.ts';
import { isRecord, type JsonRecord } from './is-record.ts';

/** `x-plex-attribution`, with what is left out filled in. */
export function readAttributionHints(file: string, value: unknown): AttributionHints {
  const written = isRecord(value) ? value : {};
  return {
    anyHost: written.anyHost === true,
    ports: list(written.ports).filter((port) => typeof port === 'number'),
    words: texts(written.words),
    notWords: texts(written.notWords),
    notHosts: texts(written.notHosts),
    names: texts(written.names).map((pattern) => readPattern(file, pattern)),
    targetIsHost: written.targetIsHost === true,
    isDefault: written.default === true,
  };
}

/** `x-plex-headers`. */
export function readHeaderFacts(value: unknown): readonly HeaderFact[] {
  return records(value).map((fact) => ({
    name: text(fact.name) ?? '',
    direction: fact.direction === 'response' ? 'response' : 'request',
    requirement: text(fact.requirement) ?? 'optional',
    scope: text(fact.scope) ?? '',
    meaning: text(fact.meaning) ?? '',
    values: text(fact.values),
    queryAlternative: fact.queryAlternative === true,
    constraint: text(fact.constraint),
    warning: text(fact.warning),
    stable: fact.stable === true,
    source: SOURCES.find((source) => source === fact.source) ?? null,
  }));
}

const SOURCES: readonly ValueSource[] = ['identifier', 'product', 'version', 'platform', 'platform-version', 'device', 'device-name'];

/** `x-plex-header-policy`. */
export function readHeaderDemands(value: unknown): readonly HeaderDemand[] {
  return records(value).map((demand) => ({
    anyOf: texts(demand.anyOf),
    value: text(demand.value),
    when: readCondition(demand.when),
    recommended: readLevel(demand.recommended),
    strict: readLevel(demand.strict),
    all: readLevel(demand.all),
    reason: text(demand.reason) ?? '',
    defaultCounts: demand.defaultCounts === true,
  }));
}

/** `x-plex-errata`. */
export function readErrata(value: unknown): readonly Erratum[] {
  return records(value).map((erratum) => ({
    at: text(erratum.at) ?? '',
    official: text(erratum.official) ?? '',
    practice: text(erratum.practice) ?? '',
    reason: text(erratum.reason) ?? '',
  }));
}

/** `x-plex-page-limit`; null when it is not written. */
export function readPageLimit(value: unknown): PageLimit | null {
  if (!isRecord(value)) return null;
  return { default: number(value.default), max: number(value.max) };
}

/** `x-plex-paging`; null when it is not written, or names no start or size. */
export function readPaging(file: string, value: unknown): Paging | null {
  if (!isRecord(value)) return null;
  const start = text(value.start);
  const size = text(value.size);
  if (start === null || size === null) return null;
  return { start, size, also: texts(value.also), keeping: texts(value.keeping).map((pattern) => readPattern(file, pattern)), alone: text(value.alone), zero: text(value.zero), total: text(value.total), count: text(value.count) };
}

/** What holds for HTTP at large: RFC 9110 and RFC 6585 name the statuses that pass, and Retry-After. */
const RETRY_POLICY: RetryPolicy = { attempts: 3, statuses: [408, 429, 502, 503, 504], onceForReads: [], minPause: 1000, maxPause: 30_000, maxWait: 60_000 };

/** `x-plex-retry-policy`, with what is left out filled in. */
export function readRetryPolicy(value: unknown): RetryPolicy {
  const written = isRecord(value) ? value : {};
  const numbers = (entries: unknown): readonly number[] | null => (Array.isArray(entries) ? entries.filter((entry) => typeof entry === 'number') : null);
  return {
    attempts: number(written.attempts) ?? RETRY_POLICY.attempts,
    statuses: numbers(written.statuses) ?? RETRY_POLICY.statuses,
    onceForReads: numbers(written.onceForReads) ?? RETRY_POLICY.onceForReads,
    minPause: number(written.minPause) ?? RETRY_POLICY.minPause,
    maxPause: number(written.maxPause) ?? RETRY_POLICY.maxPause,
    maxWait: number(written.maxWait) ?? RETRY_POLICY.maxWait,
  };
}

/** `x-plex-replaced-by`; null when it is not written. */
export function readReplacement(value: unknown): Replacement | null {
  if (!isRecord(value)) return null;
  const method = text(value.method);
  const path = text(value.path);
  if (method === null || path === null) return null;
  return { method: method.toUpperCase(), host: text(value.host), path, note: text(value.note) };
}

export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

export function texts(value: unknown): readonly string[] {
  return list(value).filter((entry) => typeof entry === 'string');
}

function records(value: unknown): readonly JsonRecord[] {
  return list(value).filter(isRecord);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function readLevel(value: unknown): Level {
  return value === 'error' || value === 'warn' ? value : 'off';
}

function readCondition(value: unknown): DemandCondition {
  switch (value) {
    case 'secured':
    case 'json-body':
    case 'xml-body':
      return value;
    default:
      return typeof value === 'string' && value.startsWith('query:') ? `query:${value.slice('query:'.length)}` : 'always';
  }
}

/** A regular expression of a document. @throws {DescriptionError} when it is none. */
function readPattern(file: string, pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'i');
  } catch {
    throw new DescriptionError(`${file}: '${pattern}' is no regular expression. Correct it in the document.`);
  }
}
