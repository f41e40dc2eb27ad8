import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, resolve } from 'node:path';
import { BUILT_IN_NAMES } from './built-in-names.ts';
import { checkDocument } from './check-document.ts';
import { createDescription } from './create-description.ts';
import { DescriptionError } from './description-error.ts';
import type { Description } from './description.ts';
import { nearestName } from './nearest-name.ts';
import { parseDocument } from './parse-document.ts';

const require = createRequire(import.meta.url);
const cache = new Map<string, { readonly stamp: string; readonly description: Description }>();

/**
 * Loads an API description: a built-in one by its name, or an OpenAPI 3.0 or 3.1 document (JSON or YAML) by its path,
 * relative to `folder`. A document is read once per process, and again when its size or time of change differs.
 *
 * @throws {DescriptionError} with one line that names the file, the line and what to do.
 */
export function loadDescription(nameOrFile: string, folder: string): Description {
  const builtIn = BUILT_IN_NAMES.includes(nameOrFile);
  const file = builtIn ? require.resolve(`#spec/${nameOrFile}.json`) : resolve(folder, nameOrFile);
  const stamp = stampOf(file, nameOrFile);
  const cached = cache.get(file);
  if (cached?.stamp === stamp) return cached.description;

  const text = readText(file);
  const parsed = parseDocument(file, text);
  const description = createDescription({
    name: builtIn ? nameOrFile : basename(file, extname(file)),
    file,
    document: builtIn ? parsed : checkDocument(file, text, parsed),
  });
  cache.set(file, { stamp, description });
  return description;
}

function stampOf(file: string, written: string): string {
  try {
    const { isFile, mtimeMs, size } = describeFile(file);
    if (isFile) return `${mtimeMs}:${size}`;
  } catch {
    throw new DescriptionError(missing(file, written));
  }
  throw new DescriptionError(`${file}: this is a folder, not an API description. Name the OpenAPI file in it.`);
}

function describeFile(file: string): { isFile: boolean; mtimeMs: number; size: number } {
  const stats = statSync(file);
  return { isFile: stats.isFile(), mtimeMs: stats.mtimeMs, size: stats.size };
}

function missing(file: string, written: string): string {
  const near = nearestName(written, BUILT_IN_NAMES);
  if (near !== null) return `There is no API description '${written}'. Did you mean '${near}'?`;
  if (/[./\\]/.test(written)) return `${file}: no such file. Correct the path in settings['plex-api'].descriptions.`;
  return `There is no API description '${written}', neither built in nor as the file ${file}. Built in are ${BUILT_IN_NAMES.join(', ')}.`;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new DescriptionError(`${file}: cannot be read (${code}). Check the permissions of the file.`);
  }
}
