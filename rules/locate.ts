import type { TSESTree } from '@typescript-eslint/utils';
import { lintedFile } from './linted-file.ts';
import type { Place, RequestSite } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';

type Linted = Pick<RuleContext<string, readonly unknown[]>, 'sourceCode' | 'physicalFilename' | 'cwd'>;

/** Whether a piece of text stands in the linted file, so that a finding can point at it and a fix may change it. */
export function isOwned(context: Linted, place: Place | null): place is Place {
  return place !== null && place.file === lintedFile(context);
}

/** Where a finding about a request is shown: its path where the linted file has it, else the call that completes it. */
export function locateRequest(context: Linted, { place, call, frame }: RequestSite): TSESTree.SourceLocation {
  return locate(context, [place, call, frame].find((candidate) => isOwned(context, candidate)) ?? frame);
}

/** A place of the linted file as lines and columns; of one that covers several lines the first. */
export function locate({ sourceCode }: Linted, place: Place): TSESTree.SourceLocation {
  const start = sourceCode.getLocFromIndex(place.start);
  const end = sourceCode.getLocFromIndex(place.end);
  if (end.line === start.line) return { start, end };
  return { start, end: { line: start.line, column: sourceCode.lines[start.line - 1]?.length ?? start.column } };
}
