import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { countOf } from '../rules/count-of.ts';
import { openAuditCache } from './audit-cache.ts';
import { CannotRun } from './cannot-run.ts';
import { collectFacts } from './collect-facts.ts';
import { prepareConclusion } from './conclude.ts';
import { explainLine } from './explain-line.ts';
import { findConfig, namedConfig } from './find-config.ts';
import { openMerged, readMergedDescriptions } from './merge-command.ts';
import { openAuditedSources } from './open-audited-sources.ts';
import { findAuditedPaths, openProject } from './open-project.ts';
import { describePart, ownFiles } from './part-facts.ts';
import { readConfig } from './read-config.ts';
import { readText } from './read-text.ts';
import { textExplanation } from './report/explanation.ts';
import { printReport } from './report/formats.ts';
import { jsonReport, jsonWithFacts } from './report/json.ts';
import { uninterrupted, whyNotWritable, writeOutput } from './write-output.ts';
import type { PartFacts } from './audit-facts.ts';
import type { Conclusion } from './conclude.ts';
import type { ExplainedLine } from './explain-line.ts';
import type { AuditArguments, WrittenReport } from './read-arguments.ts';
import type { ReadConfig } from './read-config.ts';
import type { Format } from './report/formats.ts';
import type { AuditedProject } from './run-audit.ts';
import type { ExitStatus, Surroundings } from './run-command.ts';
import type { Progress } from './show-progress.ts';

/** Does what `plex-lint audit` was asked for. Throws `CannotRun` when it cannot. */
export async function runAuditCommand(args: AuditArguments, surroundings: Surroundings, progress: Progress): Promise<ExitStatus> {
  checkWritable(filesOf(args), surroundings.cwd);
  return args.merge ? mergeReports(args, surroundings) : await auditProject(args, surroundings, progress);
}

async function auditProject(args: AuditArguments, surroundings: Surroundings, progress: Progress): Promise<ExitStatus> {
  const { cwd, stderr } = surroundings;
  const audited = findAuditedPaths(args, cwd);
  const [folder] = audited.paths;
  const config = chooseConfig(args, audited.paths.length === 1 && folder !== undefined && statSync(folder).isDirectory() ? folder : audited.root, cwd);
  // of what is merged later, this is a part
  const more = args.facts || args.explain !== null ? [] : reportsOf(config, cwd);
  const project = await openProject(args, audited, config, cwd, progress);
  if (args.explain !== null) {
    const explanation = explainLine(project, locateLine(args.explain, project, cwd));
    progress.clear();
    put(args.format === 'json' ? jsonReport(explanation) : textExplanation(explanation), args, surroundings);
    return 0;
  }
  const conclude = prepareConclusion({ args, config, cwd, ...audited, descriptions: project.descriptions, today: todayOf(surroundings) });
  const { facts, warnings } = await collectFacts(project, ownFiles(project.files, args.shard), openAuditCache(project, args, surroundings.env, cwd));
  progress.clear();
  for (const warning of warnings) stderr.write(`plex-lint: ${warning}\n`);
  const part = args.facts ? describePart(facts, project, args.shard) : null;
  return present({ ...conclude(facts), part }, args, more, (file) => readText(join(project.root, file)), surroundings);
}

function mergeReports(args: AuditArguments, surroundings: Surroundings): ExitStatus {
  const { cwd } = surroundings;
  const merged = openMerged(args, cwd);
  const { facts, root } = merged;
  const config = chooseConfig(args, root, cwd);
  const more = reportsOf(config, cwd);
  const descriptions = readMergedDescriptions(args, merged, config, cwd);
  const conclude = prepareConclusion({ args, config, cwd, root, paths: [root], descriptions, today: todayOf(surroundings) });
  const sources = openAuditedSources(root, facts);
  const status = present({ ...conclude(facts), part: null }, args, more, sources.read, surroundings);
  const [first, ...others] = sources.missing();
  if (first !== undefined) surroundings.stderr.write(`plex-lint: The page has no code of ${first}${others.length === 0 ? '' : ` and ${countOf(others.length, 'other file')}`}: not there in ${root} as audited. Merge where the sources are.\n`);
  return status;
}

function todayOf({ today }: Surroundings): string {
  return today ?? new Date().toISOString().slice(0, 10);
}

function reportsOf(config: ReadConfig | null, cwd: string): readonly WrittenReport[] {
  const reports = config?.reports ?? [];
  checkWritable(reports.map(({ file }) => ({ option: 'reports', file })), cwd);
  return reports;
}

interface Presented extends Conclusion {
  /** What the JSON is to have beside the report; null: nothing. */
  readonly part: PartFacts | null;
}

/** Writes the reports that are asked for, and says how it stands. */
function present({ report, complaints, part }: Presented, args: AuditArguments, more: readonly WrittenReport[], read: (file: string) => string | null, surroundings: Surroundings): ExitStatus {
  const { cwd, env, stdout, stderr } = surroundings;
  const colour = args.output === null && stdout.isTTY === true && !env.NO_COLOR;
  // all are printed before the first is written: a failure leaves the old ones, and not some of each
  const print = (format: Format, painted: boolean): string => (part !== null && format === 'json' ? jsonWithFacts(report, part) : printReport(report, format, { colour: painted, read }));
  const written = [...args.reports, ...more].map(({ format, file }) => ({ file, text: print(format, false) }));
  const text = print(args.format, colour);
  uninterrupted(() => {
    put(text, args, surroundings);
    for (const { file, text: other } of written) writeOutput(file, cwd, other);
  });
  for (const complaint of complaints ?? []) stderr.write(`plex-lint: ${complaint}\n`);
  if (report.findingsMissing !== null) return 2;
  // findings of a part are judged when it is merged
  return (complaints ?? (part === null ? report.findings : [])).length > 0 ? 1 : 0;
}

function chooseConfig({ config }: AuditArguments, folder: string, cwd: string): ReadConfig | null {
  if (config === false) return null;
  const file = config === null ? findConfig(folder) : namedConfig(config, cwd);
  return file === null ? null : readConfig(file, cwd);
}

function put(text: string, { output }: AuditArguments, { cwd, stdout }: Surroundings): void {
  if (output === null) stdout.write(text);
  else writeOutput(output, cwd, text);
}

function checkWritable(files: ReturnType<typeof filesOf>, cwd: string): void {
  for (const { option, file } of files) {
    const problem = whyNotWritable(option, file, cwd);
    if (problem !== null) throw new CannotRun(problem);
  }
}

/** The files that are asked for, with the option that names each. */
function filesOf({ output, reports }: AuditArguments): readonly { readonly option: string; readonly file: string }[] {
  return [...(output === null ? [] : [{ option: '--output', file: output }]), ...reports.map(({ file }) => ({ option: '--report', file }))];
}

/** The line to explain, in a file of the project. */
function locateLine({ file, line }: NonNullable<AuditArguments['explain']>, { files, read }: AuditedProject, cwd: string): ExplainedLine {
  const absolute = resolve(cwd, file);
  const text = read(absolute);
  if (text === null) throw new CannotRun(`There is no file ${file} to explain a line of (looked for ${absolute}).`);
  if (!files.includes(absolute)) throw new CannotRun(`${file} is none of the files that are audited: name it, or the folder it is in, beside --explain. Tests, bundles and what git ignores are left out unless they are named.`);
  const lines = text.split('\n').length;
  if (line > lines) throw new CannotRun(`${file} has no line ${String(line)}: it ends with line ${String(lines)}.`);
  return { file: absolute, line };
}
