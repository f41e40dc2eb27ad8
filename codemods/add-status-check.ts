import { parsesFirst } from '../rules/check-status-before-body.ts';
import { isUnchecked } from '../rules/require-status-check.ts';
import { hasOk } from '../rules/suggest-status-check.ts';
import { answerSpots, isCalledOnlyBy } from './answer-spot.ts';
import { asTransform } from './as-transform.ts';
import { groupByPlace } from './group-by-place.ts';
import { methodText } from './method-text.ts';
import { isPlainScript } from './module-kind.ts';
import { moveCheck } from './move-check.ts';
import { shareExports, sharedName } from './share-exports.ts';
import { moduleOption, shareModule } from './shared-module.ts';
import { checkStatus, statusError } from './status-error.ts';
import { statusCheck } from './status-check-edits.ts';
import type { AnswerSpot } from './answer-spot.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { Change, Codemod, CodemodProject, Plan, Skip } from './codemod.ts';
import type { SharedModule } from './shared-module.ts';
import type { StatusCheck } from './status-check-edits.ts';

export const addStatusCheck: Codemod = {
  name: 'add-status-check',
  summary: 'Throws an error with status, method and path where an answer is used without a look at its status.',
  rules: ['require-status-check', 'check-status-before-body'],
  options: {
    'error-module': moduleOption('The module that the class of the error is in, or is to be written to.'),
  },
  plan(project, requests, options) {
    const drafts = groupByPlace(requests, ({ site }) => site.send).flatMap((group) => draft(project, group));
    const checks = drafts.filter((one) => one.kind === 'check');
    const moduleOf = shareModule(project, {
      name: 'status-error',
      given: typeof options['error-module'] === 'string' ? options['error-module'] : undefined,
      users: [...new Set(checks.map(({ spot }) => spot.file))],
      others: requests.map(({ site }) => site.send.file),
    });
    const used = new Set(checks.map((one) => one.check.uses));
    return drafts.map((one) => (one.kind === 'check' ? finish(project, one, moduleOf(one.spot.file), used) : one));
  },
};

/** A check that waits for the module that it shares with others. */
interface CheckDraft {
  readonly kind: 'check';
  readonly requests: readonly AttributedRequest[];
  readonly spot: AnswerSpot;
  readonly check: StatusCheck;
}

/** What is to be done about the requests that one call sends. */
function draft(project: CodemodProject, group: readonly AttributedRequest[]): readonly (Plan | CheckDraft)[] {
  const late = group.filter(parsesFirst);
  const unchecked = group.filter(isUnchecked);
  return [...(late.length === 0 ? [] : [moveTogether(project, late)]), ...(unchecked.length === 0 ? [] : check(project, group, unchecked))];
}

function moveTogether(project: CodemodProject, late: readonly AttributedRequest[]): Plan {
  const [first] = late;
  const spot = first === undefined ? undefined : answerSpots(project, first.site).at(-1);
  const edits = spot === undefined ? null : moveCheck(spot);
  if (spot === undefined || edits === null) return skip(late, 'The status is checked behind the body, and not by a statement that can be moved. Check it first, and read the body of an error for itself.');
  return { kind: 'change', requests: late, place: spot.place, what: 'Checks the status before the body is parsed.', edits, imports: [], files: [], packages: {} };
}

function check(project: CodemodProject, group: readonly AttributedRequest[], unchecked: readonly AttributedRequest[]): readonly (Skip | CheckDraft)[] {
  const [first] = unchecked;
  const reason = first === undefined ? null : reasonToLeave(project, first);
  if (reason !== null) return [skip(unchecked, reason)];

  const shared = inWrapper(project, group, unchecked);
  if (shared !== null) return [checkAt(shared, unchecked)];
  const spots = unchecked.flatMap((request) => answerSpots(project, request.site).slice(-1).map((spot) => ({ request, spot })));
  const lost = unchecked.filter((request) => !spots.some((one) => one.request === request));
  const plans = groupByPlace(spots, ({ spot }) => spot.place).flatMap((members): readonly (Skip | CheckDraft)[] => {
    const [one] = members;
    const requests = members.map(({ request }) => request);
    if (one === undefined) return [];
    if (one.spot.handedOutBy !== null) return [skip(requests, 'The answer is handed on as it is, and others may look at its status. Check it where its body is read, or here if nobody does.')];
    const others = group.filter((other) => !requests.includes(other) && answerSpots(project, other.site).at(-1)?.place.start === one.spot.place.start);
    if (others.some(({ site }) => site.call.file === one.spot.place.file)) return [skip(requests, 'Some requests through this call have their status checked. Check it where the body of the others is read.')];
    return [checkAt(one.spot, requests)];
  });
  return [...plans, ...(lost.length === 0 ? [] : [skip(lost, 'The call that sends is in a file that may not be changed.')])];
}

/** The innermost call whose answer nobody looks at, whoever calls the functions that hand it on; null where that is not known. */
function inWrapper(project: CodemodProject, group: readonly AttributedRequest[], unchecked: readonly AttributedRequest[]): AnswerSpot | null {
  if (unchecked.length !== group.length) return null;
  const ways = group.map(({ site }) => ({ site, spots: answerSpots(project, site) }));
  const [spot] = ways[0]?.spots ?? [];
  if (spot === undefined || ways.some(({ spots }) => spots.length === 0)) return null;
  const isKnown = ways.every(({ spots }) => spots.every(({ handedOutBy, file }, i) => {
    if (handedOutBy === null) return true;
    const calls = ways.flatMap((way) => way.spots[i + 1]?.place ?? []);
    return i < spots.length - 1 && isCalledOnlyBy(file, handedOutBy, calls);
  }));
  return isKnown ? spot : null;
}

function checkAt(spot: AnswerSpot, requests: readonly AttributedRequest[]): Skip | CheckDraft {
  const method = methodText(spot.file, spot.node, requests);
  if (method === null) return skip(requests, 'The method that the call sends is not known, and the error has to name it. Name it in the options of the call.');
  return { kind: 'check', requests, spot, check: statusCheck(spot, method) };
}

/** What readers of the bodies of errors read of them. */
const TOLD_IN_BODY = /^(?:errors?|error_?(?:code|message|description)|statusCode|status)$/i;

function reasonToLeave(project: CodemodProject, { site }: AttributedRequest): string | null {
  if (project.fileOf(site.send.file) === null) return 'The call that sends is in a file that may not be changed.';
  if (!hasOk(site)) return `An answer of ${site.client} is no Response of fetch. Compare its status code before its body is used, and fail when it is no success.`;
  if (site.handling.repeats.length > 0) return 'The request is sent again when it fails: an error here would be repeated whatever the status. Check the status behind the repeat, or say which statuses are repeated.';
  if (site.response.reads.some(({ path }) => TOLD_IN_BODY.test(path[0] ?? ''))) return 'The code reads from the body what went wrong. Look at the status first, and read the body of an error for itself.';
  const call = project.fileOf(site.send.file)?.text.slice(site.send.start, site.send.end) ?? '';
  return /no-cors|redirect:\s*['"`]manual/.test(call) ? 'The call asks for answers that are no success by their nature. Compare its status with what is wanted.' : null;
}

function finish(project: CodemodProject, { spot, requests, check: { uses, edits } }: CheckDraft, module: SharedModule | string, used: ReadonlySet<StatusCheck['uses']>): Plan {
  if (typeof module === 'string') return skip(requests, module);
  if (isPlainScript(project, spot.file)) return skip(requests, 'The file is a script that imports nothing, and the error is in a module. Make it a module, or write the check by hand.');
  const wanted = [statusError(module.language), ...(used.has('checkStatus') ? [checkStatus(module.language)] : [])];
  const sharing = shareExports(project, module, wanted);
  if (sharing === null) return skip(requests, 'The module of the error may not be changed. Name another one with --error-module.');
  const { local, need } = sharedName(project, spot.file, module, uses);
  const change: Change = {
    kind: 'change', requests, place: spot.place, what: 'Throws when the status is no success.', packages: {},
    edits: [...edits(local), ...sharing.edits], imports: [...(need === null ? [] : [need]), ...sharing.imports], files: sharing.files,
  };
  return change;
}

function skip(requests: readonly AttributedRequest[], reason: string): Skip {
  const [first] = requests;
  if (first === undefined) throw new Error('A request is left for a reason.');
  return { kind: 'skip', requests, place: first.site.send, reason };
}

export default asTransform(addStatusCheck);
