import { checkExtension, type Fail } from './check-extensions.ts';
import { DescriptionError } from './description-error.ts';
import { isRecord } from './is-record.ts';
import { lineIn } from './line-of.ts';
import { nearestName } from './nearest-name.ts';
import { escapeKey, readPointer } from './resolve-ref.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const PATH_ITEM_KEYS = [...METHODS, '$ref', 'summary', 'description', 'servers', 'parameters'];

/**
 * Checks that a document is OpenAPI 3.0 or 3.1, and that nothing in it would be lost silently: its paths, operations and
 * references. What is wrong with single schemas is left to tools made for it.
 *
 * @throws {DescriptionError} for the first thing that is wrong, with its line.
 */
export function checkDocument(file: string, text: string, document: unknown): unknown {
  const fail = (pointer: string, message: string): never => {
    throw new DescriptionError(`${file}:${lineIn(text, pointer)}: ${message}`);
  };
  if (!isRecord(document)) return fail('', 'this is no OpenAPI document, as it is no object. Name an OpenAPI 3.0 or 3.1 document.');
  checkVersion(document, fail);
  const paths = document.paths;
  if (!isRecord(paths)) return fail('/paths', "the document has no 'paths', so it describes no request. Name a document that has them.");
  for (const [path, item] of Object.entries(paths)) {
    if (path.startsWith('x-')) continue;
    const pointer = `/paths/${escapeKey(path)}`;
    if (!path.startsWith('/')) fail(pointer, `the path '${path}' does not start with '/'. Write '/${path}'.`);
    if (!isRecord(item)) return fail(pointer, `the path '${path}' holds no operations. Write an object there.`);
    checkPathItem(item, pointer, fail);
  }
  checkNodes({ document, fail, around: new Set() }, document, '');
  return document;
}

function checkVersion(document: Readonly<Record<string, unknown>>, fail: Fail): void {
  const version = document.openapi;
  if (typeof version === 'string' && /^3\.[01]\./.test(version)) return;
  if (typeof version === 'string') fail('/openapi', `OpenAPI ${version} is not read. Convert the document to OpenAPI 3.0 or 3.1.`);
  if (document.swagger !== undefined) fail('/swagger', `Swagger ${JSON.stringify(document.swagger)} is not read. Convert the document to OpenAPI 3.0 or 3.1.`);
  fail('', "this is no OpenAPI document, as 'openapi' is missing. Name an OpenAPI 3.0 or 3.1 document.");
}

function checkPathItem(item: Readonly<Record<string, unknown>>, pointer: string, fail: Fail): void {
  for (const [key, value] of Object.entries(item)) {
    if (METHODS.includes(key) && !isRecord(value)) fail(`${pointer}/${key}`, `the operation '${key}' is no object. Write an OpenAPI operation there.`);
    if (PATH_ITEM_KEYS.includes(key) || key.startsWith('x-')) continue;
    const near = nearestName(key, PATH_ITEM_KEYS);
    fail(`${pointer}/${escapeKey(key)}`, `'${key}' is no method of a path${near === null ? '. Remove it' : `. Did you mean '${near}'`}${near === null ? '.' : '?'}`);
  }
}

interface Check {
  readonly document: unknown;
  readonly fail: Fail;
  /** The objects that the one at hand stands in. */
  readonly around: Set<unknown>;
}

/** Every `$ref` must lead to something in this document, every extension be known, and nothing may hold itself. */
function checkNodes(check: Check, node: unknown, pointer: string): void {
  if (typeof node !== 'object' || node === null) return;
  const { around, document, fail } = check;
  if (around.has(node)) fail(pointer, 'this holds itself, by an alias of YAML. Write a $ref there.');
  around.add(node);
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (!Array.isArray(node)) checkExtension(key, value, pointer, fail);
    if (key === '$ref' && typeof value === 'string') checkRef(document, value, `${pointer}/$ref`, fail);
    if (!DATA_KEYS.has(key)) checkNodes(check, value, `${pointer}/${escapeKey(key)}`);
  }
  around.delete(node);
}

/** Under these keys stands data, in which `$ref` means nothing. */
const DATA_KEYS: ReadonlySet<string> = new Set(['const', 'default', 'enum', 'example', 'examples']);

function checkRef(document: unknown, ref: string, pointer: string, fail: Fail): void {
  if (!ref.startsWith('#')) fail(pointer, `the reference '${ref}' leads to another file, which is not read. Bundle the document into one file first.`);
  const seen = [ref];
  for (let target = readPointer(document, ref); ; ) {
    if (target === undefined) fail(pointer, `the reference '${ref}' leads to nothing in this document. Correct it.`);
    const next: unknown = isRecord(target) ? target.$ref : undefined;
    if (typeof next !== 'string') return;
    if (seen.includes(next)) fail(pointer, `the reference '${ref}' leads in a circle (${[...seen, next].join(' -> ')}). Point one of them at a definition.`);
    seen.push(next);
    target = readPointer(document, next);
  }
}
