import { addOption, hasOption, sendCallOf } from '../rules/call-options.ts';
import { countOf } from '../rules/count-of.ts';
import { isStream, isUnlimited } from '../rules/require-timeout.ts';
import { DEFAULT_TIMEOUT, timeoutOption } from '../rules/suggest-timeout.ts';
import { asTransform } from './as-transform.ts';
import { addFactoryOption, factoryCallOf } from './factory-call.ts';
import { groupByPlace } from './group-by-place.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { Change, Codemod, CodemodProject, Plan } from './codemod.ts';

export const addTimeout: Codemod = {
  name: 'add-timeout',
  summary: 'Gives requests that may wait for ever a limit of time.',
  rules: ['require-timeout'],
  options: {
    timeout: {
      type: 'number', value: 'MS', default: DEFAULT_TIMEOUT, description: 'The limit in milliseconds.',
      check: (value) => (Number.isSafeInteger(value) && Number(value) > 0 ? null : 'Write a whole number of milliseconds, such as 30000.'),
    },
  },
  plan(project, requests, { timeout }) {
    const ms = Number(timeout ?? DEFAULT_TIMEOUT);
    const byInstance = groupByPlace(requests, ({ site }) => site.instance).flatMap((group) => planInstance(project, group, ms) ?? []);
    const done = new Set(byInstance.flatMap((plan) => plan.requests));
    const left = requests.filter((request) => !done.has(request));
    return [...byInstance, ...groupByPlace(left, ({ site }) => site.send).flatMap((group) => planSend(project, group, ms) ?? [])];
  },
};

/** One limit for all that an instance sends; null where some of it is a stream, or there is no place for it. */
function planInstance(project: CodemodProject, group: readonly AttributedRequest[], ms: number): Plan | null {
  const unlimited = group.filter(isUnlimited);
  const [first] = unlimited;
  const factory = first === undefined || group.some(isStream) ? null : factoryCallOf(project, first.site);
  const option = factory === null ? null : timeoutOption(factory.model, ms);
  if (first !== undefined && factory !== null && option !== null && hasOption(factory.node.arguments[factory.index], option)) {
    return { kind: 'skip', requests: unlimited, place: first.site.instance ?? first.site.send, reason: TURNED_OFF };
  }
  // a signal would be made once, for all requests together
  const edit = factory === null || option === null || option.startsWith('signal') ? null : addFactoryOption(factory, option);
  return edit === null ? null : { ...change(unlimited, ms), place: edit.place, edits: [edit] };
}

/** What is to be done about the requests that one call of a client sends; null: they have a limit. */
function planSend(project: CodemodProject, group: readonly AttributedRequest[], ms: number): Plan | null {
  const unlimited = group.filter((request) => isUnlimited(request) && !isStream(request));
  const [first] = unlimited;
  if (first === undefined) return null;

  const skip = (reason: string): Plan => ({ kind: 'skip', requests: unlimited, place: first.site.send, reason });
  if (group.some(isStream)) return skip('The same call sends a stream or a download, which a limit would cut off. Give it a call of its own first.');
  if (project.fileOf(first.site.send.file) === null) return skip('The call that sends is in a file that may not be changed.');

  const call = sendCallOf(project, first.site);
  const option = call === null ? null : timeoutOption(call.model, ms);
  if (call === null || option === null) return skip(`No option of ${first.site.client} is known that limits the time. Set a timer that ends the request.`);
  const edit = addOption(call, option);
  if (edit === null && call.node.arguments.some((argument) => hasOption(argument, option))) return skip(TURNED_OFF);
  if (edit === null) return skip('The call leaves no place for an option. Write its configuration as an object.');
  return { ...change(unlimited, ms), edits: [edit] };
}

const TURNED_OFF = 'The code turns its limit off by itself. Give it one where that is not meant.';

function change(requests: readonly AttributedRequest[], ms: number): Change {
  const [first] = requests;
  if (first === undefined) throw new Error('A change is made for a request.');
  return { kind: 'change', requests, place: first.site.send, what: `Gives up after ${countOf(ms / 1000, 'second')}.`, edits: [], imports: [], files: [], packages: {} };
}

export default asTransform(addTimeout);
