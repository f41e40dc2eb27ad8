import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { applyPlans } from '../../codemods/apply-plans.ts';
import { createCodemodProject } from '../../codemods/codemod-project.ts';
import { readOptions } from '../../codemods/read-options.ts';
import { createModuleLoader } from '../../modules/create-module-loader.ts';
import { createEngine } from '../../requests/create-engine.ts';
import { isAttributed, judgeRequest } from '../../rules/judge-request.ts';
import { readSettings } from '../../rules/read-settings.ts';
import { writeProject } from '../modules/write-project.ts';
import type { Codemod, Plan } from '../../codemods/codemod.ts';

/** What a codemod makes of files. */
export interface Mended {
  /** Every file, changed or not, by relative path. */
  readonly files: Readonly<Record<string, string>>;
  readonly plans: readonly Plan[];
}

/** Plans a codemod once over files (relative path to text), and returns all files after it. */
export function mend(files: Readonly<Record<string, string>>, codemod: Codemod, options: Readonly<Record<string, unknown>> = {}): Mended {
  const root = writeProject(files);
  const { descriptions } = readSettings(undefined, root);
  const loader = createModuleLoader({ root, watch: false });
  const engine = createEngine(loader, { clients: [] });
  const sources = listFiles(root).filter((file) => /\.[cm]?[jt]sx?$/.test(file));
  const project = createCodemodProject({ root, whole: true, loader, textOf, mayChange: (file) => sources.includes(file), files: sources });
  const modules = sources.map((file) => loader.load(file)).filter((module) => module !== null);
  const requests = modules.flatMap((module) => engine.requestsOf(module)).map((site) => judgeRequest(site, descriptions)).filter(isAttributed);
  const plans = codemod.plan(project, requests, readOptions(codemod, options));
  const { texts, broken } = applyPlans(project, plans);
  if (broken.length > 0) throw new Error(broken.map(({ message }) => message).join('\n'));
  const changed = [...texts].map(([file, text]) => [relative(root, file).split(sep).join('/'), text]);
  return { files: { ...files, ...Object.fromEntries(changed) as Record<string, string> }, plans };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();
}
