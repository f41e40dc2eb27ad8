import path from 'node:path';
import { loadFile, requestsOf } from './engine.ts';
import { isAttributed, judgeRequest } from './judge-request.ts';
import { isOwned } from './locate.ts';
import { mayRequest } from './may-request.ts';
import { settingsOf } from './visit-requests.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { AttributedRequest } from './judge-request.ts';

type Linted = RuleContext<string, readonly unknown[]>;

/** What a lint of other files sees, for as long as one file is linted. */
const seen = new WeakMap<TSESTree.Program, Map<string, readonly AttributedRequest[]>>();

let isRepeating = false;

/** Makes every file report what it leads to, whoever else does, while something runs that merges such findings and counts them. */
export async function repeatFaults<Result>(action: () => Promise<Result>): Promise<Result> {
  isRepeating = true;
  try {
    return await action();
  } finally {
    isRepeating = false;
  }
}

/**
 * Whether a fault is reported where it is made, when the file that makes it is linted: another file of the same project,
 * whose own requests have the fault. To repeat it in each file that leads there tells nobody more. False where the file
 * cannot be read, is outside of the working directory, or belongs to a package.
 */
export function isReportedThere(context: Linted, place: Place | null, hasFault: (request: AttributedRequest) => boolean): boolean {
  if (isRepeating) return false;
  const isHere: boolean = isOwned(context, place);
  return place !== null && !isHere && requestsIn(context, place.file).some(hasFault);
}

/** Whether two places are one. */
export function isSamePlace(one: Place | null, other: Place | null): boolean {
  return one !== null && other !== null && one.file === other.file && one.start === other.start;
}

function requestsIn(context: Linted, file: string): readonly AttributedRequest[] {
  const { ast } = context.sourceCode;
  const files = seen.get(ast) ?? new Map<string, readonly AttributedRequest[]>();
  seen.set(ast, files);
  const known = files.get(file);
  if (known !== undefined) return known;
  const found = isOfProject(context.cwd, file) ? judgeFile(context, file) : [];
  files.set(file, found);
  return found;
}

function judgeFile(context: Linted, file: string): readonly AttributedRequest[] {
  const settings = settingsOf(context);
  const module = loadFile(file, settings.engine);
  if (module === null || !mayRequest(file, module.text, settings)) return [];
  return requestsOf(module, settings.engine).map((site) => judgeRequest(site, settings.descriptions)).filter(isAttributed);
}

function isOfProject(cwd: string, file: string): boolean {
  const relative = path.relative(cwd, file);
  return !relative.startsWith('..') && !path.isAbsolute(relative) && !relative.split(path.sep).includes('node_modules');
}
