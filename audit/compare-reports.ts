import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotRun } from './cannot-run.ts';
import { FORMAT_VERSION } from './audit-report.ts';
import type { AuditReport, DescriptionCoverage, NamedOperation, Trend } from './audit-report.ts';

/** A report that was written as JSON. `option` is the one that names the file. */
export function readReport(option: string, name: string, cwd: string): AuditReport {
  const file = resolve(cwd, name);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? `is no JSON: ${error.message}` : `cannot be read (looked for ${file})`;
    throw new CannotRun(`${name}, which ${option} names, ${why}. Make it with plex-lint audit --report json=${name}.`);
  }
  const version = typeof value === 'object' && value !== null && 'formatVersion' in value ? value.formatVersion : null;
  if (typeof version === 'number' && version !== FORMAT_VERSION) throw new CannotRun(`${name}, which ${option} names, has the format ${String(version)}, and this plex-lint reads ${String(FORMAT_VERSION)}. Make it anew.`);
  if (!isReport(value)) throw new CannotRun(`${name}, which ${option} names, is no report of plex-lint audit --format json with fingerprints. Make it anew.`);
  return value;
}

/** What has changed since an older report. */
export function compareReports(before: AuditReport, now: AuditReport): Trend {
  const known = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  const open = new Set(now.findings.map(({ fingerprint }) => fingerprint));
  const shared = new Set(now.coverage.map(({ description }) => description).filter((name) => before.coverage.some(({ description }) => description === name)));
  const [sentBefore, sentNow] = [before, now].map(({ coverage }) => listSent(coverage.filter(({ description }) => shared.has(description))));
  return {
    before: before.summary,
    findings: {
      new: now.findings.flatMap(({ fingerprint }) => (known.has(fingerprint) ? [] : [fingerprint])),
      fixed: before.findings.filter(({ fingerprint }) => !open.has(fingerprint)),
    },
    operations: { implemented: without(sentNow, sentBefore), gone: without(sentBefore, sentNow) },
  };
}

function listSent(coverage: readonly DescriptionCoverage[]): ReadonlyMap<string, NamedOperation> {
  const sent = coverage.flatMap(({ description, tags }) => tags.flatMap(({ operations }) => operations.flatMap(({ operation, sites }) => (sites > 0 ? [{ description, operation }] : []))));
  return new Map(sent.map((named) => [`${named.description} ${named.operation}`, named]));
}

function without(some: ReadonlyMap<string, NamedOperation> = new Map(), others: ReadonlyMap<string, NamedOperation> = new Map()): readonly NamedOperation[] {
  return [...some].flatMap(([key, named]) => (others.has(key) ? [] : [named]));
}

function isReport(value: unknown): value is AuditReport {
  if (typeof value !== 'object' || value === null || !('formatVersion' in value) || !('summary' in value)) return false;
  const { findings, coverage } = value as Record<string, unknown>;
  return isList(findings) && isList(coverage) && findings.every((finding) => typeof finding === 'object' && finding !== null && 'fingerprint' in finding);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
