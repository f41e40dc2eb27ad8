import { isObject, type JsonObject } from './parse-jsonc.ts';
import type { Project } from './project.ts';

/** The `imports` of an import map, with the folder that its relative addresses start from. */
export interface ImportMap {
  readonly folder: string;
  readonly imports: JsonObject;
}

/** The import maps that lie in a folder: in deno.json, named by it, or a file of its own. */
export function readImportMaps(folder: string, { disk, path, json }: Project): ImportMap[] {
  const files = ['deno.json', 'deno.jsonc', 'import_map.json', 'config/import_map.json', 'configs/import_map.json'];
  return files.flatMap((name) => {
    const file = path.join(folder, name);
    const value = disk.isFile(file) ? json(file) : null;
    if (!isObject(value)) return [];
    const elsewhere = typeof value.importMap === 'string' ? path.join(folder, value.importMap) : null;
    return [...mapIn(file), ...(elsewhere === null ? [] : mapIn(elsewhere))];
  });

  function mapIn(file: string): ImportMap[] {
    const value = json(file);
    return isObject(value) && isObject(value.imports) ? [{ folder: path.dirname(file), imports: value.imports }] : [];
  }
}

/**
 * The address that an import map gives a specifier, absolute when it was relative; null when the map does not speak of it.
 * Source: https://html.spec.whatwg.org/multipage/webappapis.html#import-maps
 */
export function matchImportMap({ folder, imports }: ImportMap, specifier: string, { path }: Project): string | null {
  const keys = Object.keys(imports).filter((key) => key === specifier || (key.endsWith('/') && specifier.startsWith(key)));
  const key = keys.sort((a, b) => b.length - a.length)[0];
  const target = key === undefined ? undefined : imports[key];
  if (key === undefined || typeof target !== 'string') return null;
  const address = target + specifier.slice(key.length);
  return /^\.{1,2}\//.test(address) ? path.resolve(folder, address) : address;
}
