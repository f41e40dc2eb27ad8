import { digest } from '../modules/journal-facts.ts';
import { specifiersIn } from '../requests/may-send.ts';
import { renameFiles } from './site-facts.ts';
import type { SourceModule } from '../requests/source-module.ts';
import type { SiteFacts } from './audit-facts.ts';
import type { AuditedProject } from './run-audit.ts';

/** A digest of all that the findings in a file rest on; `reached` are the files that places of its requests are in. */
type LintKeyOf = (module: SourceModule, sites: readonly SiteFacts[], reached: Iterable<string>) => string;

/**
 * Makes digests of what findings rest on: what the engine says of the requests of a file and of what it writes to a log, and
 * the texts of the file, of all files that these lead to, and of what any of those imports. Rules read code and types there,
 * deeper than the facts are written out.
 */
export function createLintKeys(project: AuditedProject): LintKeyOf {
  const opened = new Map<string, Opened>();
  const open = (file: string): Opened => {
    let found = opened.get(file);
    if (found === undefined) {
      const text = project.textOf(file);
      found = { digest: text === null ? null : digest(text), imports: text === null ? [] : specifiersIn(text).flatMap((specifier) => project.resolve(specifier, file) ?? []) };
      opened.set(file, found);
    }
    return found;
  };
  return (module, sites, reached) => {
    const files = new Set(reached);
    const logged = renameFiles(project.loggedIn(module), (file) => {
      files.add(file);
      return file;
    });
    // a set that grows goes on over what is added
    for (const file of files) for (const imported of open(file).imports) files.add(imported);
    return digest(JSON.stringify([sites, logged, [...files].sort().map((file) => [file, open(file).digest])]));
  };
}

interface Opened {
  readonly digest: string | null;
  /** The files of the project that it imports. */
  readonly imports: readonly string[];
}
