import { identifySite } from '../requests/identify-site.ts';
import { isAttributed, judgeRequest } from '../rules/judge-request.ts';
import { addPackages } from './add-packages.ts';
import { applyPlans } from './apply-plans.ts';
import { createCodemodProject } from './codemod-project.ts';
import { describeOutcome } from './codemod-outcome.ts';
import { openSources } from './open-sources.ts';
import { TextHistory } from './text-history.ts';
import type { Place } from '../requests/request-site.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { AddedPackage } from './add-packages.ts';
import type { Change, Codemod, CodemodOptions, CodemodProject, Plan } from './codemod.ts';
import type { CodemodOutcome, NotedOutcome, OutcomePlace } from './codemod-outcome.ts';
import type { CollectedFile, Sources, SourcesInput, WrittenSettings } from './open-sources.ts';

/** A codemod that was asked for. */
export interface ChosenCodemod {
  readonly codemod: Codemod;
  readonly options: CodemodOptions;
}

/** What codemods are run on. */
export interface CodemodRunInput {
  /** Absolute; file names in options are relative to it. */
  readonly root: string;
  /** The top folder of the project, absolute. Absent: the root. */
  readonly top?: string;
  readonly settings: WrittenSettings;
  /** Absolute and sorted: all whose requests count, whether they may be changed or not. */
  readonly files: readonly string[];
  /** Whether a file is among those that the user asked for. */
  readonly isAsked: (file: string) => boolean;
  /** Why one of them is left as it is, as a sentence; null: it may be changed. Asked of files that may hold requests. */
  readonly whyLeft: (file: string, text: string) => string | null;
  /** The text of any file, with its byte order mark; null where there is none. */
  readonly read: (file: string) => string | null;
  /** What the files send; one answer for each, in the same order. */
  readonly collect: (sources: SourcesInput, files: readonly string[], open: Sources) => Promise<readonly CollectedFile[]>;
  /** Asks the user about a change, whose new texts are given. Absent: all are made. */
  readonly choose?: (codemod: Codemod, change: Change, texts: ReadonlyMap<string, string>, project: CodemodProject) => Promise<'make' | 'leave' | 'quit'>;
}

export interface CodemodRun {
  /** The new text of each file to be changed or added, without a byte order mark. */
  readonly texts: ReadonlyMap<string, string>;
  readonly outcomes: readonly CodemodOutcome[];
  readonly packages: readonly AddedPackage[];
  /** Files that may hold requests and are left as they are, and why. */
  readonly left: readonly { readonly file: string; readonly reason: string }[];
  /** Files that may hold requests and could not be read. */
  readonly failed: readonly { readonly file: string; readonly line: number; readonly message: string }[];
}

/** A change that meets others in one place is made in the next pass; so many are enough for all that real code has. */
const MOST_PASSES = 3;

/**
 * Runs codemods one after the other, each on what the ones before it have made, and returns the new texts: nothing is
 * written. Throws `SettingsError`.
 */
export async function runCodemods(input: CodemodRunInput, chosen: readonly ChosenCodemod[]): Promise<CodemodRun> {
  const run = new Run(input);
  for (const one of chosen) {
    if (run.isOver) break;
    let last = await run.pass(one);
    for (let pass = 1; pass < MOST_PASSES && last.postponed.length > 0 && last.made > 0; pass++) last = await run.pass(one);
    run.finish(last);
  }
  return run.result();
}

/** What came out of a plan, and how many passes had changed texts when it was made. */
interface Noted extends NotedOutcome {
  readonly pass: number;
}

interface Pass {
  readonly made: number;
  /** What the last pass says of what it leaves: an earlier one may have left what a later one changes. */
  readonly left: readonly Noted[];
  readonly postponed: readonly Noted[];
}

const POSTPONED = 'Another change of the same code was made first. Run the codemod again.';

class Run {
  isOver = false;
  private readonly input: CodemodRunInput;
  private readonly texts = new Map<string, string>();
  private readonly history = new TextHistory();
  private readonly noted: Noted[] = [];
  private readonly packages: AddedPackage[] = [];
  private readonly left: { file: string; reason: string }[] = [];
  private readonly failed: { file: string; line: number; message: string }[] = [];
  /** Changes that the user did not want, by what they do: offsets move from pass to pass. */
  private readonly declined = new Set<string>();
  private files: readonly string[] | null = null;
  /** Why files are left, as far as it was asked. */
  private readonly reasons = new Map<string, string | null>();
  private opened: { readonly sources: Sources; readonly requests: readonly AttributedRequest[] } | null = null;

  constructor(input: CodemodRunInput) {
    this.input = input;
  }

  async pass({ codemod, options }: ChosenCodemod): Promise<Pass> {
    const { sources, requests } = (this.opened ??= await this.open());
    const { root, top = root, read, files } = this.input;
    const project = createCodemodProject({ root, top, whole: true, files, loader: sources, textOf: (file) => this.texts.get(file) ?? read(file), mayChange: (file) => this.mayChange(file) });
    let plans: readonly Plan[];
    try {
      plans = codemod.plan(project, requests, options);
    } catch (error) {
      const message = `This is a mistake of the codemod's, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
      return { made: 0, left: [this.note(codemod, null, 'failed', message)], postponed: [] };
    }

    const changes = await this.choose(codemod, project, plans.filter((plan) => plan.kind === 'change'));
    const { texts, edits, done, postponed, broken } = applyPlans(project, changes);
    this.noted.push(...done.map((change) => this.note(codemod, change, 'changed', change.what)));
    const left = plans.flatMap((plan) => (plan.kind === 'skip' && this.isNews(plan) ? this.note(codemod, plan, 'skipped', plan.reason) : []));
    const failed = broken.map(({ change, message }) => this.note(codemod, change, 'failed', `The file would not parse: ${message}`));

    const { texts: packageTexts, added } = addPackages(project, done);
    const outcome: Pass = { made: done.length, left: [...left, ...failed], postponed: postponed.map((change) => this.note(codemod, change, 'skipped', POSTPONED)) };
    for (const [file, text] of [...texts, ...packageTexts]) this.texts.set(file, text);
    this.packages.push(...added.filter((one) => !this.packages.some((other) => other.name === one.name && other.file === one.file)));
    if (done.length > 0) {
      this.opened = null;
      this.history.add(edits);
    }
    return outcome;
  }

  finish({ left, postponed }: Pass): void {
    this.noted.push(...left, ...postponed);
  }

  result(): CodemodRun {
    const outcomes = this.noted.map((noted) => describeOutcome(noted, (place) => this.locate(place, noted.pass)));
    return { texts: this.texts, outcomes, packages: this.packages, left: this.left, failed: this.failed };
  }

  private note({ name }: Codemod, plan: Plan | null, status: CodemodOutcome['status'], message: string): Noted {
    return { codemod: name, plan, status, message, pass: this.history.length };
  }

  private locate({ file, start }: Place, pass: number): OutcomePlace {
    const before = this.input.read(file);
    const lineAfter = lineAt(this.texts.get(file) ?? before, this.history.findAfter(file, start, pass));
    return { file, line: before === null ? lineAfter : lineAt(before, this.history.findBefore(file, start, pass)), lineAfter };
  }

  /** Reads what all files send, as they are now. */
  private async open(): Promise<{ sources: Sources; requests: readonly AttributedRequest[] }> {
    const { root, settings, collect } = this.input;
    const request: SourcesInput = { root, settings, overlay: new Map(this.texts) };
    const sources = openSources(request);
    this.files ??= this.input.files.filter((file) => this.mayHoldRequests(sources, file));
    this.noteLeft(this.files);
    const files = [...new Set([...this.files, ...[...this.texts.keys()].filter((file) => !file.endsWith('.json'))])].sort();
    const requests = new Map<string, AttributedRequest>();
    for (const { file, sites, problem } of await collect(request, files, sources)) {
      if (problem !== null && this.mayChange(file) && !this.failed.some((known) => known.file === file)) this.failed.push({ file, line: problem.line, message: problem.message });
      for (const site of sites) {
        const key = identifySite(site);
        const judged = requests.has(key) ? null : judgeRequest(site, sources.settingsOf(file).descriptions);
        if (judged !== null && isAttributed(judged)) requests.set(key, judged);
      }
    }
    return { sources, requests: [...requests.values()] };
  }

  private noteLeft(files: readonly string[]): void {
    for (const file of files) {
      const reason = this.input.isAsked(file) ? this.whyLeft(file) : null;
      if (reason !== null && !this.left.some((known) => known.file === file)) this.left.push({ file, reason });
    }
  }

  private whyLeft(file: string): string | null {
    let reason = this.reasons.get(file);
    if (reason === undefined) this.reasons.set(file, (reason = this.input.whyLeft(file, this.input.read(file) ?? '')));
    return reason;
  }

  private mayChange(file: string): boolean {
    return this.texts.has(file) || (this.input.isAsked(file) && this.whyLeft(file) === null);
  }

  private mayHoldRequests(sources: Sources, file: string): boolean {
    const text = this.input.read(file);
    return text !== null && sources.mayHoldRequests(file, text);
  }

  private async choose(codemod: Codemod, project: CodemodProject, changes: readonly Change[]): Promise<readonly Change[]> {
    if (this.input.choose === undefined) return changes;
    const chosen: Change[] = [];
    // two of one pass may look the same and are two questions
    const known = new Set(this.declined);
    for (const change of changes) {
      const key = keyOf(codemod, project, change);
      const texts = this.isOver || known.has(key) ? null : applyPlans(project, [change]).texts;
      // what would not parse is reported as such, and what cannot be shown is not asked about
      const answer = texts === null ? 'leave' : texts.size === 0 ? 'make' : await this.input.choose(codemod, change, texts, project);
      if (answer === 'quit') this.isOver = true;
      if (answer === 'make') chosen.push(change);
      else if (!known.has(key)) {
        this.declined.add(key);
        this.noted.push(this.note(codemod, change, 'declined', change.what));
      }
    }
    return chosen;
  }

  /** What is left in files that nobody asked about is no news. */
  private isNews({ place, requests }: Plan): boolean {
    const places = [place, ...requests.flatMap(({ site }) => [site.place, site.call])];
    return places.some(({ file }) => this.texts.has(file) || this.input.isAsked(file));
  }
}

function keyOf({ name }: Codemod, project: CodemodProject, { place, what, edits }: Change): string {
  const text = project.fileOf(place.file)?.text.slice(place.start, place.end) ?? '';
  return JSON.stringify([name, place.file, text, what, edits.map((edit) => edit.text)]);
}

/** Offsets do not count the byte order mark. */
function lineAt(text: string | null, offset: number): number {
  return (text ?? '').replace(/^\uFEFF/, '').slice(0, offset).split('\n').length;
}
