/** Why the audit leaves a file out. */
export type SkipReason = 'test' | 'bundle' | 'minified' | 'vendored' | 'ignored' | 'declaration' | 'large';

/** In characters: what is longer is data or a bundle. */
const LARGE = 2_000_000;
/** People do not write lines of code this long. */
const LONG_LINE = 1_000;

const TEST_NAME = /(?:[._-](?:test|tests|spec|specs|e2e|e2e-spec|cy|stories|story|mock|mocks|fixture|fixtures|bench)\.[cm]?[jt]sx?|^(?:test|conftest|setupTests)\.[cm]?[jt]sx?)$/i;
const BUNDLE_NAME = /[.-](?:bundle|chunk|min|prod)\.[cm]?js$|\.[0-9a-f]{8,}\.[cm]?js$/i;
const BUNDLE_TEXT = /__webpack_require__|webpackJsonp|webpackChunk\w*\s*=|parcelRequire|System\.register\(\[/;

const ALWAYS_TEST = /^__(?:tests?|mocks?|fixtures?|snapshots?|stories)__$/i;
const TEST_FOLDER = /^(?:tests?|specs?|e2e|cypress|playwright|mocks?|fixtures?|stories|benchmarks?)$/i;
const VENDORED_FOLDER = /^(?:vendor|vendored|third[_-]party|bower_components|jspm_packages)$/i;
/** Built output by any place, and by its place at the top of a package. */
const OUTPUT_FOLDER = /^(?:dist|coverage)$/;
const TOP_OUTPUT_FOLDER = /^(?:build|out|output)$/;
/** Below these, a folder's name is part of an address: `app/api/servers/test/route.ts`. */
const ROUTES = /^(?:app|pages|routes?|routers?|api|controllers?|endpoints?|views|components)$/i;

/** By a folder's name and the folders above it, from the package's root on: why all in it is left out, or null. */
export function skipReasonOfFolder(name: string, above: readonly string[]): SkipReason | null {
  if (ALWAYS_TEST.test(name)) return 'test';
  if (TEST_FOLDER.test(name) && !above.some((folder) => ROUTES.test(folder))) return 'test';
  if (VENDORED_FOLDER.test(name) && !above.some((folder) => ROUTES.test(folder))) return 'vendored';
  return OUTPUT_FOLDER.test(name) || (above.length === 0 && TOP_OUTPUT_FOLDER.test(name)) ? 'bundle' : null;
}

/** By a file's name: why it is left out, or null. */
export function skipReasonOfName(name: string): SkipReason | null {
  if (/\.d\.[cm]?ts$/.test(name)) return 'declaration';
  if (TEST_NAME.test(name)) return 'test';
  if (/[.-]min\.[cm]?js$/i.test(name)) return 'minified';
  return BUNDLE_NAME.test(name) ? 'bundle' : null;
}

/** By a file's text: why it is left out, or null. */
export function skipReasonOfText(text: string): SkipReason | null {
  if (text.length > LARGE) return 'large';
  if (isMinified(text)) return BUNDLE_TEXT.test(text) ? 'bundle' : 'minified';
  return null;
}

/** True when more than half of the text stands in long lines of code. A long line of data (an icon, say) is none. */
function isMinified(text: string): boolean {
  if (text.length < LONG_LINE) return false;
  let inLongLines = 0;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    if (end - start > LONG_LINE && isCode(text.slice(start, end))) inLongLines += end - start;
    start = end + 1;
  }
  return inLongLines * 2 > text.length;
}

function isCode(line: string): boolean {
  const marks = line.match(/[;{}()]/g)?.length ?? 0;
  return marks * 25 > line.length;
}
