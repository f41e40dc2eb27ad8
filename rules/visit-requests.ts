import { journal, loggedIn, lookAtDisk, requestsOf } from './engine.ts';
import { isLintedAgain } from './is-linted-again.ts';
import { isAttributed, judgeRequest } from './judge-request.ts';
import { lintedFile } from './linted-file.ts';
import { mayRequest } from './may-request.ts';
import { readSettings } from './read-settings.ts';
import { scriptOf } from './script-of.ts';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { LoggedValue } from '../requests/logged-values.ts';
import type { RuleContext } from './define-rule.ts';
import type { AttributedRequest, JudgedRequest } from './judge-request.ts';
import type { Description } from '../spec/description.ts';
import type { ReadSettings } from './read-settings.ts';

/** What all rules share of one linted file. */
interface LintedFile {
  readonly settings: ReadSettings;
  /** False when nothing points to a described API: no rule then looks at the file. */
  readonly mayRequest: boolean;
  /** The requests, once a rule has asked for them. */
  judged: Judged | null;
}

interface Judged {
  /** Those whose API is known. */
  readonly attributed: readonly AttributedRequest[];
  readonly others: readonly JudgedRequest[];
  /** What the log calls of the file write. */
  readonly logged: () => readonly LoggedValue[];
}

const files = new WeakMap<TSESTree.Program, LintedFile>();
const noted = new WeakSet<Description>();

/**
 * Calls `visit` for every request of the linted file whose API is known, in source order. A file in which no clue of a
 * described API occurs costs one test of its text.
 */
export function visitRequests<MessageId extends string, Options extends readonly unknown[]>(
  context: RuleContext<MessageId, Options>,
  visit: (request: AttributedRequest) => void,
): TSESLint.RuleListener {
  return visitAllRequests(context, (requests) => {
    for (const request of requests) visit(request);
  });
}

/** Like `visitRequests`, for a verdict that needs all requests of the file at once. */
export function visitAllRequests<MessageId extends string, Options extends readonly unknown[]>(
  context: RuleContext<MessageId, Options>,
  visit: (requests: readonly AttributedRequest[]) => void,
): TSESLint.RuleListener {
  const file = openFile(context);
  if (!file.mayRequest) return {};

  return {
    Program() {
      visit(judgedOf(context, file).attributed);
    },
  };
}

/** Calls `visit` for every request of which nothing says that it goes to a described API. */
export function visitOtherRequests<MessageId extends string, Options extends readonly unknown[]>(
  context: RuleContext<MessageId, Options>,
  visit: (request: JudgedRequest) => void,
): TSESLint.RuleListener {
  const file = openFile(context);
  if (!file.mayRequest) return {};

  return {
    Program() {
      for (const request of judgedOf(context, file).others) visit(request);
    },
  };
}

/** What the log calls of the linted file write. */
export function loggedValuesOf(context: AnyContext): readonly LoggedValue[] {
  return judgedOf(context, openFile(context)).logged();
}

/** The settings that hold for the linted file. */
export function settingsOf(context: AnyContext): ReadSettings {
  return openFile(context).settings;
}

type AnyContext = RuleContext<string, readonly unknown[]>;

function openFile(context: Pick<AnyContext, 'sourceCode' | 'settings' | 'physicalFilename' | 'cwd'>): LintedFile {
  const { sourceCode, settings, cwd } = context;
  const known = files.get(sourceCode.ast);
  if (known !== undefined) return known;

  const read = readSettings(settings['plex-api'], cwd);
  noteDescriptions(read.descriptions);
  if (isLintedAgain(lintedFile(context))) lookAtDisk(read.engine, true);
  const file: LintedFile = { settings: read, mayRequest: mayRequest(lintedFile(context), sourceCode.text, read), judged: null };
  files.set(sourceCode.ast, file);
  return file;
}

/** Every finding rests on the descriptions, and so does that there is none. */
function noteDescriptions(descriptions: readonly Description[]): void {
  for (const description of descriptions) {
    if (noted.has(description)) continue;
    noted.add(description);
    journal.noteFile(description.file);
  }
}

function judgedOf(context: Pick<AnyContext, 'sourceCode' | 'physicalFilename' | 'cwd'>, file: LintedFile): Judged {
  return (file.judged ??= judgeAll(context, file.settings));
}

function judgeAll(context: Pick<AnyContext, 'sourceCode' | 'physicalFilename' | 'cwd'>, { descriptions, engine }: ReadSettings): Judged {
  const { ast, text } = context.sourceCode;
  const module = { file: lintedFile(context), text, program: scriptOf(ast) };
  const judged = requestsOf(module, engine).map((site) => judgeRequest(site, descriptions));
  return { attributed: judged.filter(isAttributed), others: judged.filter((request) => !isAttributed(request)), logged: () => loggedIn(module, engine) };
}
