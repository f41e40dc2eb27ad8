import path from 'node:path';
import { printProperty } from '../rules/add-property.ts';
import type { ValueSource } from '../spec/description.ts';
import type { SharedExport } from './share-exports.ts';
import type { SharedModule } from './shared-module.ts';
import type { Product } from './product-of.ts';
import type { Runtime } from './find-runtime.ts';

/** A header whose value belongs to the app. */
export interface AppHeader {
  readonly name: string;
  /** What its value is taken from; a text that the app sends already where there is one. */
  readonly value: { readonly source: ValueSource } | { readonly text: string };
  /** Headers are written in this order: the description's. */
  readonly order: number;
}

/** What the values are taken from. */
export interface AppValues {
  /** null: not known, so that only what is the same in both can be written. */
  readonly runtime: Runtime | null;
  readonly product: Product | null;
}

type Use = NonNullable<SharedExport['uses']>[number];

/** An expression for a value, and what it needs. */
interface Value {
  readonly code: string;
  readonly uses?: readonly Use[];
  /** A function that the expression calls. */
  readonly helper?: string;
}

/** What is missing to write the value of a header: a reason, and what to do; null: nothing. */
export function whyNoValue({ value }: AppHeader, { runtime, product }: AppValues): string | null {
  if ('text' in value) return null;
  if (product === null && value.source !== 'platform' && value.source !== 'platform-version' && value.source !== 'device') return 'No package.json says what the app is called. Name it with --product.';
  if (value.source === 'version' && product?.version === null) return 'package.json names no version. Write one there.';
  const isOfRuntime = value.source !== 'product' && value.source !== 'version';
  return isOfRuntime && runtime === null ? 'It is not certain whether the code runs in Node or in a browser. Say it with --runtime node or --runtime browser.' : null;
}

/** What a module has to have for a header in its object. */
export interface PrintedHeader {
  /** `'X-App': process.env.APP,` without the comma. */
  readonly property: string;
  readonly uses: readonly Use[];
  /** Functions that the value calls. */
  readonly helpers: readonly string[];
}

/** A header as a property of the object that a module exports; it has to have a value (`whyNoValue`). */
export function printAppHeader(header: AppHeader, values: AppValues, module: SharedModule): PrintedHeader {
  const { code, uses = [], helper } = valueOf(header, values, module);
  return { property: printProperty(header.name, code), uses, helpers: helper === undefined ? [] : [helper] };
}

/** The object with these headers, as a shared module exports it. */
export function printAppHeaders(name: string, headers: readonly PrintedHeader[]): SharedExport {
  const object = `/** Headers that tell the API which app and which device a request comes from. */\nconst ${name} = {\n${headers.map(({ property }) => `  ${property},\n`).join('')}};`;
  const uses = headers.flatMap((header) => header.uses).sort((a, b) => (a.package < b.package ? -1 : a.package > b.package ? 1 : 0));
  return { name, uses, code: [object, ...headers.flatMap(({ helpers }) => helpers)].join('\n\n') };
}

function valueOf(header: AppHeader, { runtime, product }: AppValues, module: SharedModule): Value {
  const { value } = header;
  if ('text' in value) return { code: quote(value.text) };
  const name = product?.name ?? '';
  if (value.source === 'product') return { code: quote(name) };
  if (value.source === 'version') return versionOf(product, module);
  return runtime === 'browser' ? inBrowser(header.name, value.source, name, module) : inNode(header.name, value.source, name, module);
}

/** Read where the module can; else the text, which package.json is then not asked for again. */
function versionOf(product: Product | null, { file, kind, language }: SharedModule): Value {
  if (product === null || kind === 'import' || language === 'ts') return { code: quote(product?.version ?? '') };
  const relative = path.relative(path.dirname(file), product.file).split(path.sep).join('/');
  return { code: `require('${relative.startsWith('.') ? relative : `./${relative}`}').version` };
}

function inNode(header: string, source: ValueSource, product: string, { language }: SharedModule): Value {
  const os = (name: string): Value => ({ code: `${name}()`, uses: [{ name, local: name, package: 'node:os' }] });
  if (source === 'platform') return os('platform');
  if (source === 'platform-version') return os('release');
  if (source === 'device') return os('type');
  if (source === 'device-name') return os('hostname');
  const variable = wordsOf(header).join('_').toUpperCase();
  return {
    code: `process.env.${variable} || identifyHost()`,
    uses: [{ name: 'createHash', local: 'createHash', package: 'node:crypto' }, { name: 'hostname', local: 'hostname', package: 'node:os' }],
    helper: `/** The same after every start. Set ${variable} where the host name changes, as in containers. */\nfunction identifyHost()${language === 'ts' ? ': string' : ''} {\n  return createHash('sha256').update(\`${product.replace(/[`$\\]/g, '')}@\${hostname()}\`).digest('hex').slice(0, 32);\n}`,
  };
}

function inBrowser(header: string, source: ValueSource, product: string, { language }: SharedModule): Value {
  if (source === 'platform') return { code: "'Web'" };
  if (source === 'platform-version' || source === 'device') return { code: 'navigator.platform' };
  if (source === 'device-name') return { code: quote(product) };
  const key = wordsOf(header).join('-').toLowerCase();
  return {
    code: 'identifyBrowser()',
    helper: `/** Made once, and kept by the browser. */\nfunction identifyBrowser()${language === 'ts' ? ': string' : ''} {\n  const known = localStorage.getItem('${key}');\n  if (known !== null) return known;\n  const made = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');\n  localStorage.setItem('${key}', made);\n  return made;\n}`,
  };
}

/** `X-App-Client-Id` -> `App`, `Client`, `Id`. */
function wordsOf(header: string): readonly string[] {
  return header.replace(/^X-/i, '').split(/[^A-Za-z0-9]+/);
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
