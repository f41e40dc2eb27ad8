import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { parseFile } from '../modules/parse-file.ts';
import { NotStatic, plainValue, readDefaultExport, type StaticField, type StaticValue } from '../modules/read-static.ts';
import { CannotRun } from './cannot-run.ts';
import { createLocatedReader, type LocatedReader } from './located.ts';
import { FORMAT_NAMES, isFormat } from './report/formats.ts';
import type { AcceptedDeviation, OutOfScope, PlexLintConfig, Thresholds } from './define-config.ts';
import type { WrittenReport } from './read-arguments.ts';

/** A configuration as it was read; paths in it are absolute. */
export interface ReadConfig {
  /** Absolute. */
  readonly file: string;
  /** What `settings['plex-api']` has, with relative paths as they are written. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly outOfScope: OutOfScope;
  readonly accepted: readonly LedgerEntry[];
  readonly thresholds: Thresholds;
  readonly weights: Readonly<Record<string, number>>;
  readonly reports: readonly WrittenReport[];
}

/** An accepted deviation, and where the configuration says so. */
export type LedgerEntry = AcceptedDeviation & { readonly line: number; readonly column: number };

const KEYS: readonly (keyof PlexLintConfig)[] = ['$schema', 'settings', 'descriptions', 'outOfScope', 'accepted', 'thresholds', 'weights', 'reports'];
const SCOPE_KEYS: readonly (keyof OutOfScope)[] = ['tags', 'scopes', 'hosts', 'descriptions', 'operations'];
const ENTRY_KEYS = ['fingerprint', 'operation', 'rule', 'reason', 'owner', 'until'] as const;
const PERCENT: readonly (keyof Thresholds)[] = ['operations', 'parameters', 'headers', 'statuses', 'fields'];
const MOST: readonly (keyof Thresholds)[] = ['errors', 'warnings'];

/** Reads a configuration without executing it. Throws `CannotRun` with the file and line of what cannot be used. */
export function readConfig(file: string, cwd: string): ReadConfig {
  const name = relative(cwd, file).split(sep).join('/');
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new CannotRun(`The configuration ${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const parsed = parseFile(file, text);
  if ('error' in parsed) throw new CannotRun(`${name}:${String(parsed.error.line)}: The configuration does not parse: ${parsed.error.message}`);
  const reader = createLocatedReader(name, text);
  try {
    return readAll(readDefaultExport(parsed.module, 'defineConfig'), file, reader);
  } catch (error) {
    throw error instanceof NotStatic ? reader.mistake(error.offset, error.message) : error;
  }
}

function readAll(value: StaticValue, file: string, reader: LocatedReader): ReadConfig {
  const folder = dirname(file);
  const fields = reader.fields(value, 'The configuration', KEYS);
  const settings = readSettings(fields.get('settings'), reader);
  const descriptions = fields.get('descriptions');
  if (descriptions !== undefined && 'descriptions' in settings) throw reader.mistake(descriptions.offset, 'settings lists descriptions as well. Keep one of both lists.');
  return {
    file,
    settings: descriptions === undefined ? settings : { ...settings, descriptions: readTexts(descriptions, reader) },
    outOfScope: readScope(fields.get('outOfScope'), reader),
    accepted: readEach(fields.get('accepted'), reader, (item, at) => readEntry(item, at, reader)),
    thresholds: readThresholds(fields.get('thresholds'), reader),
    weights: readWeights(fields.get('weights'), reader),
    reports: readReports(fields.get('reports'), folder, reader),
  };
}

function readSettings(field: StaticField | undefined, reader: LocatedReader): Readonly<Record<string, unknown>> {
  if (field === undefined) return {};
  if (field.value.kind !== 'object') throw reader.mistake(field.offset, 'settings must be an object.');
  return Object.fromEntries(field.value.fields.map(({ name, value }) => [name, plainValue(value)]));
}

function readScope(field: StaticField | undefined, reader: LocatedReader): OutOfScope {
  if (field === undefined) return {};
  const fields = reader.fields(field.value, 'outOfScope', SCOPE_KEYS);
  const operations = fields.get('operations');
  for (const item of operations === undefined ? [] : reader.list(operations.value, 'operations')) {
    if (!isEndpointText(reader.text(item, 'An operation'))) throw reader.mistake(item.offset, `An operation is written as GET /path, or /path for every method, not ${JSON.stringify(plainValue(item))}.`);
  }
  return Object.fromEntries([...fields].map(([key, list]) => [key, readTexts(list, reader)]));
}

/** Whether a text is written as `GET /path` or `/path`. */
export function isEndpointText(text: string): boolean {
  return /^(?:[A-Z]+ )?\//.test(text);
}

function readEntry(value: StaticValue, at: string, reader: LocatedReader): LedgerEntry {
  const fields = reader.fields(value, at, ENTRY_KEYS);
  const textOf = (key: (typeof ENTRY_KEYS)[number]): string | undefined => {
    const field = fields.get(key);
    return field === undefined ? undefined : reader.text(field.value, `${key} of ${at}`);
  };
  const [fingerprint, operation, rule, reason, owner, until] = ENTRY_KEYS.map(textOf);
  if (reason === undefined) throw reader.mistake(value.offset, `${at} gives no reason. Say why the deviation is accepted: reason: '…'.`);
  if (until !== undefined && !isDate(until)) throw reader.mistake(fields.get('until')?.offset ?? value.offset, `until of ${at} must be a day such as 2027-01-31, not ${JSON.stringify(until)}.`);
  const rest = { reason, ...(owner === undefined ? {} : { owner }), ...(until === undefined ? {} : { until }), ...reader.positionOf(value.offset) };
  if (fingerprint !== undefined && operation === undefined && rule === undefined) {
    if (!/^[0-9a-f]{16}$/.test(fingerprint)) throw reader.mistake(value.offset, `${at} has no fingerprint of the report: those are sixteen hexadecimal digits.`);
    return { fingerprint, ...rest };
  }
  if (operation !== undefined && rule !== undefined && fingerprint === undefined) return { operation, rule: rule.includes('/') ? rule : `plex-api/${rule}`, ...rest };
  throw reader.mistake(value.offset, `${at} must have either a fingerprint, or an operation and a rule.`);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

function readThresholds(field: StaticField | undefined, reader: LocatedReader): Thresholds {
  if (field === undefined) return {};
  const fields = reader.fields(field.value, 'thresholds', [...PERCENT, ...MOST]);
  return Object.fromEntries([...fields].map(([key, { value }]) => [key, reader.number(value, `thresholds.${key}`, 0, PERCENT.includes(key) ? 100 : Infinity)]));
}

function readWeights(field: StaticField | undefined, reader: LocatedReader): Readonly<Record<string, number>> {
  if (field === undefined) return {};
  if (field.value.kind !== 'object') throw reader.mistake(field.offset, 'weights must be an object such as { clients: 2 }.');
  return Object.fromEntries(field.value.fields.map(({ name, value }) => [name, reader.number(value, `weights.${name}`, 0, Infinity)]));
}

function readReports(field: StaticField | undefined, folder: string, reader: LocatedReader): readonly WrittenReport[] {
  if (field === undefined) return [];
  return [...reader.fields(field.value, 'reports', FORMAT_NAMES)].flatMap(([format, { value }]) => {
    const name = reader.text(value, `reports.${format}`);
    const file = resolve(folder, name);
    // what is audited may be somebody else's: its configuration has no say over files elsewhere
    if (isAbsolute(name) || file === folder || !isBelow(file, folder) || !isBelow(followLinks(file), followLinks(folder))) throw reader.mistake(value.offset, `reports.${format} must lie in the folder of the configuration, or below, not at ${name}.`);
    return isFormat(format) ? [{ format, file }] : [];
  });
}

function isBelow(file: string, folder: string): boolean {
  const way = relative(folder, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Where a path leads; one that is not there, where its folder leads. */
function followLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : resolve(followLinks(dirname(path)), basename(path));
  }
}

function readTexts({ name, value }: StaticField, reader: LocatedReader): readonly string[] {
  return reader.list(value, name).map((item) => reader.text(item, `Each of ${name}`));
}

function readEach<T>(field: StaticField | undefined, reader: LocatedReader, read: (value: StaticValue, at: string) => T): readonly T[] {
  return field === undefined ? [] : reader.list(field.value, field.name).map((item, i) => read(item, `${field.name}[${String(i)}]`));
}
