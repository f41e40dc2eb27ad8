import { dirname, relative, resolve, sep } from 'node:path';
import { findChangedFiles } from './changed-files.ts';
import { checkReport } from './check-report.ts';
import { compareReports, readReport } from './compare-reports.ts';
import { deriveReport } from './derive-report.ts';
import { joinScopes } from './read-scope.ts';
import type { Description } from '../spec/description.ts';
import type { AuditFacts } from './audit-facts.ts';
import type { AuditReport } from './audit-report.ts';
import type { AuditArguments } from './read-arguments.ts';
import type { ReadConfig } from './read-config.ts';

/** What the facts are judged with. */
export interface Means {
  readonly args: AuditArguments;
  readonly config: ReadConfig | null;
  readonly cwd: string;
  /** The folder that files are named from, absolute. */
  readonly root: string;
  /** The folders and files that were audited, absolute. */
  readonly paths: readonly string[];
  readonly descriptions: readonly Description[];
  /** The day, as 2027-01-31. */
  readonly today: string;
}

export interface Conclusion {
  readonly report: AuditReport;
  /** What `--check` complains of; null without it. */
  readonly complaints: readonly string[] | null;
}

/** What must be there before the work is done: reads the older reports and asks git. Throws `CannotRun`. */
export function prepareConclusion({ args, config, cwd, root, paths, descriptions, today }: Means): (facts: AuditFacts) => Conclusion {
  const { compare, baseline, changedSince, shard } = args;
  const before = compare === null ? null : readReport('--compare', compare, cwd);
  const known = baseline === null ? before : readReport('--baseline', baseline, cwd);
  const hasChanged = changedSince === null ? null : findChangedFiles(changedSince, root);
  // an entry may be about a file that this audit does not look at
  const isWhole = config !== null && shard === null && hasChanged === null && paths.some((path) => isInside(dirname(config.file), path));
  const ledger = config === null ? null : { entries: config.accepted, file: relative(root, config.file).split(sep).join('/'), today, isWhole };
  const outOfScope = joinScopes(config?.outOfScope ?? {}, args.scope, descriptions);
  return (facts) => {
    const report = deriveReport(facts, descriptions, {
      ledger,
      outOfScope,
      weights: config?.weights ?? {},
      ...(hasChanged === null ? {} : { isWanted: ({ file }: { readonly file: string }) => hasChanged(resolve(root, file)) }),
    });
    const compared = before === null ? report : { ...report, trend: compareReports(before, report) };
    return { report: compared, complaints: args.check ? checkReport(compared, config?.thresholds ?? {}, known) : null };
  };
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
