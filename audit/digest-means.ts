import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from '../modules/journal-facts.ts';
import { readText } from './read-text.ts';
import type { Shard } from './read-arguments.ts';
import type { AuditedProject } from './run-audit.ts';

/** The folders of this package whose code reads a project. */
const FOLDERS = ['audit', 'modules', 'requests', 'rules', 'spec'];
/** The packages whose code takes part, each as the one before it in its row finds it. */
const PACKAGES = [['oxc-parser'], ['yaml'], ['eslint', 'eslint-scope'], ['eslint', 'eslint-visitor-keys']];

/** A digest of all that what is read of a project rests on, besides its files: code, descriptions, settings. */
export function digestMeans({ root, settings, descriptions, version }: AuditedProject, shard: Shard | null): string {
  return digest(JSON.stringify([
    version, digestOwnCode(), PACKAGES.map(versionsOf), process.version, process.platform, process.arch, root, settings, shard,
    descriptions.map(({ name, file }) => [name, file, digest(readText(file) ?? '')]),
  ]));
}

function digestOwnCode(): string {
  const own = fileURLToPath(import.meta.url);
  const extension = extname(own);
  const files = FOLDERS.flatMap((folder) => {
    const path = fileURLToPath(new URL(`../${folder}`, import.meta.url));
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(extension)).sort().map((name) => join(path, name));
  });
  return digest(files.map((file) => digest(readFileSync(file, 'utf8'))).join());
}

/** null for one that is not installed. */
function versionsOf(names: readonly string[]): readonly (string | null)[] {
  let from = import.meta.url;
  return names.map((name) => {
    try {
      const file = createRequire(from).resolve(`${name}/package.json`);
      from = file;
      return (createRequire(file)(file) as { readonly version: string }).version;
    } catch {
      return null;
    }
  });
}
