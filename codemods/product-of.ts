import path from 'node:path';
import { nearest } from './module-kind.ts';
import type { CodemodProject } from './codemod.ts';

/** What an app calls itself. */
export interface Product {
  readonly name: string;
  readonly version: string | null;
  /** The package.json that says so. */
  readonly file: string;
}

/** Names that packages of an app have: the app has another. */
const PARTS: ReadonlySet<string> = new Set(['server', 'client', 'backend', 'frontend', 'api', 'app', 'web', 'ui', 'root', 'functions', 'core', 'shared', 'common', 'package', 'src']);

/**
 * The name that the outermost package.json of the project gives which names more than a part of the app, with the version
 * next to the file; null where none does. In a repository of several packages the outermost is the app.
 */
export function productOf(project: CodemodProject, file: string): Product | null {
  const found = manifestsAround(project, file).map(({ file: at, text }) => ({ at, manifest: parse(text) }));
  const named = found.flatMap(({ at, manifest }) => { const name = nameIn(manifest); return name === null ? [] : [{ at, name }]; });
  const outermost = named.at(-1);
  const versioned = found.find(({ manifest }) => typeof manifest.version === 'string');
  if (outermost === undefined) return null;
  return { name: outermost.name, version: versioned === undefined ? null : String(versioned.manifest.version), file: versioned?.at ?? outermost.at };
}

/** Every package.json from the file's folder up to the top of the project. */
function manifestsAround(project: CodemodProject, file: string): readonly { readonly file: string; readonly text: string }[] {
  const found = nearest(project, file, 'package.json');
  if (found === null) return [];
  const folder = path.dirname(found.file);
  return folder === project.top ? [found] : [found, ...manifestsAround(project, folder)];
}

/** What is written where; headers are made of ASCII. */
function nameIn({ productName, displayName, name }: Readonly<Record<string, unknown>>): string | null {
  const written = [productName, displayName, name].find((one): one is string => typeof one === 'string' && one !== '');
  const bare = written !== undefined ? written.replace(/^@[^/]*\//, '').replace(/-(?:monorepo|workspace|root)$/, '') : '';
  return bare === '' || PARTS.has(bare) || !/^[ -~]+$/.test(bare) ? null : bare;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
