import { clientOf } from './client-of.ts';
import { isOwned } from './locate.ts';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { CallShape, ClientModel } from '../requests/client-model.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';

/**
 * The fix that gives a client call of the linted file a limit of 30 seconds; null where the call's configuration is not
 * written in the call, or the client's option is not known.
 */
export function suggestTimeout(context: RuleContext<string, readonly unknown[]>, site: RequestSite): TSESLint.ReportFixFunction | null {
  const model = clientOf(site);
  const option = model === null ? null : optionOf(model);
  if (model === null || option === null || !isOwned(context, site.send)) return null;

  const call = callAt(context.sourceCode.getNodeByRangeIndex(site.send.start), site.send.end);
  const shape = call === null ? null : shapeOf(model, call);
  const index = shape?.args.indexOf('config') ?? -1;
  if (call === null || index < 1 || call.arguments.some(({ type }) => type === 'SpreadElement')) return null;

  const config = call.arguments[index];
  const last = call.arguments.at(-1);
  if (config === undefined) return call.arguments.length === index && last !== undefined ? (fixer) => fixer.insertTextAfter(last, `, { ${option} }`) : null;
  if (config.type !== 'ObjectExpression') return null;
  const property = config.properties.at(-1);
  return property === undefined ? (fixer) => fixer.replaceText(config, `{ ${option} }`) : (fixer) => fixer.insertTextAfter(property, `, ${option}`);
}

/** How the client is told to give up after 30 seconds. */
function optionOf({ config, deadline, response }: ClientModel): string | null {
  if (response === 'fetch' && config.signal?.includes('signal') === true && config.json === undefined) return 'signal: AbortSignal.timeout(30_000)';
  if (deadline?.fields?.includes('request') === true) return 'timeout: { request: 30_000 }';
  return config.timeout?.includes('timeout') === true && deadline === undefined ? 'timeout: 30_000' : null;
}

/** The form of the client's call that this one is. */
function shapeOf(model: ClientModel, { callee }: TSESTree.CallExpression): CallShape | null {
  if (callee.type === 'Identifier') return model.call ?? null;
  const name = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
  const { members = {} } = model;
  return Object.hasOwn(members, name) ? members[name] ?? null : null;
}

/** The call that starts at the node and ends at `end`. */
function callAt(node: TSESTree.Node | null, end: number): TSESTree.CallExpression | null {
  let current: TSESTree.Node | null | undefined = node;
  while (current !== null && current !== undefined && current.range[1] <= end) {
    if (current.type === 'CallExpression' && current.range[1] === end) return current;
    current = current.parent;
  }
  return null;
}
