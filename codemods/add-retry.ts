import { factoryCallOf } from './factory-call.ts';
import { sendCallOf } from '../rules/call-options.ts';
import { clientOf } from '../rules/client-of.ts';
import { asTransform } from './as-transform.ts';
import { groupByPlace } from './group-by-place.ts';
import { moduleOption } from './shared-module.ts';
import { nameFor } from './name-for.ts';
import { isProbe, PROBE } from './is-probe.ts';
import { isNameOfPackage } from './package-name.ts';
import { methodIn, wrapCall, wrappingEdits } from './retry-call.ts';
import { withRetryExport } from './retry-code.ts';
import { finishDrafts } from './retry-draft.ts';
import { instanceStatement, retryInstance } from './retry-instance.ts';
import { retryNeed, skip } from './retry-need.ts';
import { draftOption } from './retry-option.ts';
import { draftPackage } from './retry-package.ts';
import { AXIOS_RETRY, retryPolicyOf, whatOf } from './retry-policy.ts';
import type { ClientModel } from '../requests/client-model.ts';
import type { RetryPolicy } from '../spec/description.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { Codemod, CodemodProject, Plan } from './codemod.ts';
import type { Draft } from './retry-draft.ts';

export const addRetry: Codemod = {
  name: 'add-retry',
  summary: 'Repeats requests that fail for a moment, where the description says that this is safe.',
  rules: ['prefer-retry'],
  options: {
    'retry-module': moduleOption('The module for what several files share; made where it is missing. Default: with-retry beside them.'),
    'min-delay': {
      type: 'number', value: 'MS', description: 'The shortest pause before another try in milliseconds, where the server names none. Default: what the description says.',
      check: (value) => (Number.isSafeInteger(value) && Number(value) > 0 ? null : 'Write a whole number of milliseconds, such as 1000.'),
    },
  },
  plan(project, requests, options) {
    if (requests.length === 0) return [];
    const policy = retryPolicyOf(requests, options['min-delay'] === undefined ? undefined : Number(options['min-delay']));
    const given = options['retry-module'] === undefined ? undefined : String(options['retry-module']);
    const shared = requests.filter(({ site }) => site.instance !== null && means(clientOf(site)) === 'axios');
    const single = requests.filter((request) => !shared.includes(request));
    const packaged = single.filter(({ site }) => means(clientOf(site)) === 'axios');
    const drafts = [
      ...groupByPlace(shared, ({ site }) => site.instance).flatMap((group) => draftInstance(project, group, policy)),
      ...draftPackage(project, packaged, policy),
      ...groupByPlace(single.filter((request) => !packaged.includes(request)), ({ site }) => site.send).flatMap((group) => draftCall(project, group, policy)),
    ];
    return finishDrafts(project, drafts, { given, others: requests.map(({ site }) => site.send.file) });
  },
};

/** How a client is made to repeat: by a package, by its own option, or by a function around the call. */
function means(model: ClientModel | null): 'axios' | 'option' | 'function' | null {
  if (model === null) return null;
  if (model.name === 'axios') return 'axios';
  if (model.name === 'got' || model.name === 'ky' || model.name === 'ofetch') return 'option';
  return model.response === 'fetch' && !model.throwsOnErrorStatus && model.repeats === undefined ? 'function' : null;
}

/** Makes an instance of axios repeat where it is made. */
function draftInstance(project: CodemodProject, group: readonly AttributedRequest[], policy: RetryPolicy): readonly (Draft | Plan)[] {
  const [first] = group;
  const factory = first === undefined ? null : factoryCallOf(project, first.site);
  const statement = factory === null ? null : instanceStatement(factory);
  const { need, skips } = retryNeed(group, statement?.isOwn === true ? null : 'other requests may go through the same instance');
  if (need === null) return skips;
  if (factory === null) return [...skips, skip(need.wanted, 'The instance of axios is made where it may not be changed. Call axiosRetry where it is made.')];
  const { callee } = factory.node;
  const root = callee.type === 'MemberExpression' ? callee.object : callee;
  if (root.type !== 'Identifier' || !isNameOfPackage(factory.file.program, root.name, 'axios')) return [...skips, skip(need.wanted, 'It is not seen that the instance is one of axios. Call axiosRetry where it is made.')];
  if (statement === null) return [...skips, skip(need.wanted, 'The instance of axios is made in the middle of an expression. Give it a name first, by a statement of its own.')];

  const axiosRetry = nameFor(project, factory.file, { name: 'default', from: { package: 'axios-retry' } }, 'axiosRetry');
  const edit = retryInstance(factory, statement, axiosRetry.local, policy, need.methods);
  return [...skips, {
    kind: 'draft', requests: need.wanted, place: edit.place, what: whatOf(policy), file: factory.file, edits: () => [edit],
    imports: axiosRetry.need === null ? [] : [axiosRetry.need], packages: { 'axios-retry': AXIOS_RETRY }, shares: null,
  }];
}

/** Makes one call repeat: by a function around it, or by an option. */
function draftCall(project: CodemodProject, group: readonly AttributedRequest[], policy: RetryPolicy): readonly (Draft | Plan)[] {
  const [first] = group;
  const call = first === undefined ? null : sendCallOf(project, first.site);
  const isFixed = call === null || methodIn(call)?.isFixed !== false;
  const { need, skips } = retryNeed(group, isFixed ? null : 'other requests may go through the same call');
  if (need === null || first === undefined) return skips;
  const leave = (reason: string): readonly (Draft | Plan)[] => [...skips, skip(need.wanted, reason)];
  const by = means(clientOf(first.site));
  if (by === null) return leave(`No way is known to make ${first.site.client} repeat a request. Put it into a function that repeats it, and that can tell a status that passes from others.`);
  if (call === null) return leave('The call that sends is in a file that may not be changed, or has a form that is not known.');
  if (isProbe(call)) return leave(PROBE);
  if (by === 'option') return [...skips, draftOption(project, call, need, policy, whatOf(policy))];
  if (call.shape.response !== undefined && call.shape.response !== 'fetch') return leave('The call does not answer as fetch does. Put it into a function that repeats it.');

  const wrapping = wrapCall(call, need);
  if (typeof wrapping === 'string') return leave(wrapping);
  return [...skips, {
    kind: 'draft', requests: need.wanted, place: first.site.send, what: whatOf(policy), file: call.file, edits: (local) => wrappingEdits(call, local, wrapping), imports: [], packages: {},
    shares: { module: 'with-retry', name: 'withRetry', exported: (language) => withRetryExport(policy, language) },
  }];
}

export default asTransform(addRetry);
