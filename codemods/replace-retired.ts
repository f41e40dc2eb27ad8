import { editRequest } from '../rules/edit-request.ts';
import { textAt } from '../rules/editable.ts';
import { asTransform } from './as-transform.ts';
import { findMigration, openDescription } from './find-migration.ts';
import { findReplacement } from './find-replacement.ts';
import { joinDrafts } from './join-drafts.ts';
import type { Edit } from '../rules/editable.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { Codemod, CodemodOption, CodemodProject } from './codemod.ts';
import type { Replacement } from './find-replacement.ts';

const version = (description: string): CodemodOption => ({
  type: 'string', value: 'FILE|VERSION', description,
  check(value) {
    try {
      openDescription(String(value), process.cwd());
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },
});

export const replaceRetired: Codemod = {
  name: 'replace-retired',
  summary: 'Sends what the API has taken away, or never documented, to what stands in for it.',
  rules: ['no-retired-endpoint', 'no-undocumented-endpoint', 'no-method-variant', 'no-wrong-method'],
  options: {
    from: version('The description that the code was written for. Default: the one that it is judged by.'),
    to: version('The description to migrate to. Default: the one that the code is judged by.'),
  },
  plan(project, requests, { from, to }) {
    const name = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
    const migrate = from === undefined && to === undefined ? findReplacement : findMigration(requests, name(from), name(to), process.cwd());
    const drafts = requests.flatMap((request) => {
      const found = migrate(request);
      if (found === null) return [];
      if ('reason' in found) return [{ request, reason: found.reason }];
      const edits = editsOf(project, request, found);
      return [typeof edits === 'string' ? { request, reason: edits } : { request, edits, what: `Sends ${found.to} in the place of ${found.from}.` }];
    });
    return joinDrafts(project, drafts, requests);
  },
};

/** The edits that make a request the other one, or why there are none. */
function editsOf(project: CodemodProject, request: AttributedRequest, wanted: Replacement): readonly Edit[] | string {
  const { site } = request;
  const { method, renamed, to } = wanted;
  const found = editRequest(project, request, wanted);
  if (found === 'path') return `The path is not written out in one place with as many values as ${to} takes. Write it by hand.`;
  if (found === 'host') return `The host is not written out where it may be changed. Send it to ${to} by hand.`;
  if (found === 'method') return `The method is not said where the request is written. Send it by ${method}.`;
  const edits: Edit[] = [...found];
  for (const { name, place } of site.query.entries) {
    const wanted = renamed.get(name);
    if (wanted === undefined) continue;
    const written = textAt(project, place) ?? '';
    const [, mark = ''] = /^(['"]?)/.exec(written) ?? [];
    if (place === null || written !== `${mark}${name}${mark}`) return `The parameter '${name}' is not written out where it may be changed. Send '${wanted}' instead.`;
    edits.push({ place, text: mark === '' && !/^[\w$]+$/.test(wanted) && !isInText(project, place.file, place.start) ? `'${wanted}'` : `${mark}${wanted}${mark}` });
  }
  return edits.length === 0 ? `The request is written in no place that may be changed. Send ${to} by hand.` : edits;
}

/** Whether a name stands in the text of a URL, where it needs no quotes. */
function isInText(project: CodemodProject, file: string, start: number): boolean {
  return /[?&'"]/.test(project.fileOf(file)?.text[start - 1] ?? '');
}

export default asTransform(replaceRetired);
