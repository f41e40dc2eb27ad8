import { parseFile } from '../../../modules/parse-file.ts';
import { createEngine } from '../../../requests/create-engine.ts';
import type { Place, RequestSite } from '../../../requests/request-site.ts';
import type { SourceModule } from '../../../requests/source-module.ts';
import type { Program } from './program.ts';

const FOLDER = '/oracle/';

/** What the engine says a program sends. */
export function predict({ files }: Program): readonly RequestSite[] {
  const modules = new Map([...files].map(([name, text]) => [FOLDER + name, parse(FOLDER + name, text)]));
  const engine = createEngine({
    load: (file) => modules.get(file) ?? null,
    text: (file) => modules.get(file)?.text ?? null,
    resolve: (specifier) => (specifier.startsWith('./') ? FOLDER + specifier.slice(2) : null),
    generation: () => 0,
  });
  const sites = [...modules.values()].flatMap((module) => engine.requestsOf(module));
  return sites.filter((site) => !sites.some((other) => completes(other, site)));
}

/**
 * A function that waits for a path is reported when its own module is looked at, which may know none of its callers.
 * Where one of them was found, it says what is sent, and the vague site must not stand in for it.
 */
function completes(caller: RequestSite, wrapper: RequestSite): boolean {
  const isWaiting = wrapper.path === null || wrapper.path.some((part) => part.kind === 'hole' && part.fedByParameter === true);
  return isWaiting && caller.path !== null && isSame(caller.send, wrapper.send) && caller.via.some((via) => isSame(via.place, wrapper.frame));
}

function isSame(a: Place, b: Place): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end;
}

function parse(file: string, text: string): SourceModule {
  const parsed = parseFile(file, text);
  if ('error' in parsed) throw new Error(`The generator wrote what does not parse: ${parsed.error.message} at line ${String(parsed.error.line)} of\n${text}`);
  return parsed.module;
}
