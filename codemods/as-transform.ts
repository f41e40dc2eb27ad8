import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFile } from '../modules/parse-file.ts';
import { knowModule, loadFile, requestsOf, resolveImport } from '../rules/engine.ts';
import { isAttributed, judgeRequest } from '../rules/judge-request.ts';
import { mayRequest } from '../rules/may-request.ts';
import { readSettings } from '../rules/read-settings.ts';
import { applyPlans } from './apply-plans.ts';
import { createCodemodProject } from './codemod-project.ts';
import { isFlowFile } from './is-flow-file.ts';
import { readOptions } from './read-options.ts';
import type { Codemod, Plan } from './codemod.ts';
import type { ReadSettings } from '../rules/read-settings.ts';

/** What jscodeshift gives a transform: https://jscodeshift.com/build/api-reference/ */
interface FileInfo {
  readonly path: string;
  readonly source: string;
}

interface Api {
  readonly report: (message: string) => void;
}

/** Returns the new text of the file; nothing where it stays as it is. */
export type Transform = (file: FileInfo, api: Api, options?: Readonly<Record<string, unknown>>) => string | undefined;

/**
 * Makes a codemod a transform of the plain `jscodeshift` command. It changes the file at hand only, and reports what it
 * leaves: what is to be done in other files needs `plex-lint codemod`. Throws for a file that does not parse and for
 * options that are none, so that jscodeshift counts it.
 */
export function asTransform(codemod: Codemod): Transform {
  return ({ path: name, source }, { report }, given = {}) => {
    const root = process.cwd();
    const file = path.resolve(root, name);
    const settings = settingsFrom(given.settings, root);
    const text = source.replace(/^\uFEFF/, '');
    if (!mayRequest(file, text, settings)) return undefined;
    if (isFlowFile(file, text)) {
      report(`${name}: ${codemod.name}: left as it is. It is written in Flow, which is not read.`);
      return undefined;
    }
    const parsed = parseFile(file, text);
    if ('error' in parsed) throw new Error(`${name}:${String(parsed.error.line)}: ${parsed.error.message}`);

    const { module } = parsed;
    knowModule(module, settings.engine);
    const project = createCodemodProject({
      root, top: topAround(root), whole: false, mayChange: (other) => other === file, textOf: (other) => (other === file ? source : existsSync(other) ? readFileSync(other, 'utf8') : null),
      loader: { load: (other) => (other === file ? module : loadFile(other, settings.engine)), resolve: (specifier, from) => resolveImport(specifier, from, settings.engine) },
    });
    const requests = requestsOf(module, settings.engine).map((site) => judgeRequest(site, settings.descriptions)).filter(isAttributed);
    const plans = codemod.plan(project, requests, readOptions(codemod, given));
    const { texts, broken } = applyPlans(project, plans.filter((plan) => needsRunner(plan, file) === null));
    const line = (offset: number): string => `${name}:${String(text.slice(0, offset).split('\n').length)}`;
    for (const plan of plans) {
      const reason = plan.kind === 'skip' ? plan.reason : needsRunner(plan, file);
      if (reason !== null) report(`${plan.place.file === file ? line(plan.place.start) : name}: ${codemod.name}: left as it is. ${reason}`);
    }
    for (const { change, message } of broken) report(`${line(change.place.start)}: ${codemod.name}: left as it is, for it would not parse: ${message}`);
    const changed = texts.get(file);
    return changed === undefined ? undefined : `${source.startsWith('\uFEFF') ? '\uFEFF' : ''}${changed}`;
  };
}

const tops = new Map<string, string>();

/** The folder with `.git` around a folder; the folder itself where there is none. No process is started for each file. */
function topAround(folder: string): string {
  let top = tops.get(folder);
  if (top === undefined) {
    top = folder;
    while (!existsSync(path.join(top, '.git')) && path.dirname(top) !== top) top = path.dirname(top);
    if (!existsSync(path.join(top, '.git'))) top = folder;
    tops.set(folder, top);
  }
  return top;
}

/** Why a change cannot be made in one file; null: it can. */
function needsRunner(plan: Plan, file: string): string | null {
  if (plan.kind === 'skip') return plan.reason;
  const isHere = plan.files.length === 0 && Object.keys(plan.packages).length === 0 && plan.edits.every(({ place }) => place.file === file);
  return isHere ? null : 'The change reaches other files. Run plex-lint codemod, which sees the whole project.';
}

const known = new Map<unknown, ReadSettings>();

function settingsFrom(name: unknown, root: string): ReadSettings {
  let settings = known.get(name);
  if (settings === undefined) known.set(name, (settings = readSettings(typeof name === 'string' ? JSON.parse(readFileSync(path.resolve(root, name), 'utf8')) : undefined, root)));
  return settings;
}
