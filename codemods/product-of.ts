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

/** Name and version in the nearest package.json whose name is more than that of a part; null where none says so. */
export function productOf(project: CodemodProject, file: string): Product | null {
  for (let found = nearest(project, file, 'package.json'); found !== null; found = nearest(project, path.dirname(found.file), 'package.json')) {
    const manifest = parse(found.text);
    const written = [manifest.productName, manifest.displayName, manifest.name].find((name) => typeof name === 'string' && name !== '');
    const name = typeof written === 'string' ? written.replace(/^@[^/]*\//, '') : null;
    // headers are made of ASCII
    if (name !== null && !PARTS.has(name) && /^[ -~]+$/.test(name)) return { name, version: typeof manifest.version === 'string' ? manifest.version : null, file: found.file };
    if (path.dirname(found.file) === project.root) return null;
  }
  return null;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
