import type { PlatformPath } from 'node:path';
import { isObject, textsOf, type JsonObject, type JsonValue } from './parse-jsonc.ts';

/** What resolution needs of a package.json (or of a deno.json, which has `name` and `exports` too). */
export interface Package {
  readonly folder: string;
  readonly name: string | null;
  /** Entry points where there are no `exports`, best first. */
  readonly main: readonly string[];
  readonly exports: JsonValue | undefined;
  readonly imports: JsonObject;
  /** Patterns of the folders that are packages of the same workspace. */
  readonly workspaces: readonly string[];
  /** Dependencies that are folders: name to path. */
  readonly folders: ReadonlyMap<string, string>;
}

/** The package that the value of a package.json describes; null when it is no object. */
export function readPackage(file: string, json: JsonValue, path: PlatformPath): Package | null {
  if (!isObject(json)) return null;

  const { workspaces, imports } = json;
  return {
    folder: path.dirname(file),
    name: typeof json.name === 'string' ? json.name : null,
    main: [json.source, json.module, json.main, json.types, json.typings].flatMap((entry) => (typeof entry === 'string' ? [entry] : [])),
    exports: json.exports,
    imports: isObject(imports) ? imports : {},
    workspaces: textsOf(isObject(workspaces) ? workspaces.packages : (workspaces ?? json.workspace)),
    folders: foldersOf(json),
  };
}

function foldersOf(json: JsonObject): Map<string, string> {
  const folders = new Map<string, string>();
  for (const kind of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
    const dependencies = json[kind];
    if (!isObject(dependencies)) continue;
    for (const [name, version] of Object.entries(dependencies)) {
      const folder = typeof version === 'string' ? /^(?:file|link|portal):(.+)$/.exec(version)?.[1] : undefined;
      if (folder !== undefined) folders.set(name, folder);
    }
  }
  return folders;
}
