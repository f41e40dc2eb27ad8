import { matchPath } from '../spec/match-path.ts';
import { compareDescriptions } from '../spec/compare-descriptions.ts';
import { loadDescription } from '../spec/load-description.ts';
import { BUILT_IN_NAMES } from '../spec/built-in-names.ts';
import { replaceOperation } from './find-replacement.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { Description } from '../spec/description.ts';
import type { FoundReplacement } from './find-replacement.ts';

/** What to send instead of a request, by what an older and a newer description of its API say. */
export type Migration = (request: AttributedRequest) => FoundReplacement;

/**
 * The migration between two descriptions, each a file, or the version of a built-in one. It is about
 * the requests to the API whose description has most operations in common with them; the one that is not given is that.
 */
export function findMigration(requests: readonly AttributedRequest[], from: string | undefined, to: string | undefined, folder: string): Migration {
  const used = [...new Set(requests.map(({ description }) => description))];
  const [given] = [from, to].filter((name) => name !== undefined).map((name) => openDescription(name, folder));
  const own = given === undefined ? undefined : closest(given, used);
  if (own === undefined) return () => null;
  const before = from === undefined ? own : openDescription(from, folder);
  const after = to === undefined ? own : openDescription(to, folder);
  const successorOf = compareDescriptions(before, after);
  return (request) => {
    if (request.description !== own || request.pattern === null) return null;
    const operation = matchPath(before, request.pattern, request.site.method).certain;
    if (operation === null) return null;
    const successor = successorOf(operation);
    if (successor.kind === 'gone') return { reason: `${operation.label} is gone in ${after.title}${versionOf(after)}, and nothing replaces it there. Do without it.` };
    const { renamed } = successor;
    if (successor.kind === 'moved') return replaceOperation(request, operation, successor);
    const sent = request.site.query.entries.filter(({ name }) => renamed.has(name));
    const word = ({ name }: { readonly name: string }): string => name;
    if (sent.length === 0) return null;
    return { method: request.site.method ?? operation.method, host: null, path: null, renamed, from: sent.map(word).join(', '), to: sent.map((entry) => renamed.get(entry.name) ?? '').join(', ') };
  };
}

/** The description that a file, or a version of a built-in one, stands for. Throws, saying what to write, where there is none. */
export function openDescription(name: string, folder: string): Description {
  if (!/^v?\d+(?:\.\d+)*$/.test(name)) return loadDescription(name, folder);
  const found = BUILT_IN_NAMES.map((one) => loadDescription(one, folder)).find(({ document }) => document.info.version.trim() === name.replace(/^v/, ''));
  if (found === undefined) throw new Error(`No built-in description has version ${name}. Name the file of the description.`);
  return found;
}

function closest(given: Description, used: readonly Description[]): Description | undefined {
  const labels = new Set(given.operations.map(({ label }) => withoutNames(label)));
  const counted = used.map((description) => ({ description, common: description.operations.filter(({ label }) => labels.has(withoutNames(label))).length }));
  const best = counted.filter(({ common }) => common > 0).sort((a, b) => b.common - a.common)[0];
  return best?.description;
}

function withoutNames(label: string): string {
  return label.replace(/\{[^{}]*\}/g, '{}');
}

function versionOf({ document }: Description): string {
  return ` ${document.info.version.trim()}`;
}
