import { addOption, configOf } from '../rules/call-options.ts';
import { factoryCallOf } from './factory-call.ts';
import { readStyle } from './read-style.ts';
import { restyle } from './restyle.ts';
import { gotRetryOption, kyRetryOption, ofetchRetryExport } from './retry-code.ts';
import { READS, skip } from './retry-need.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { RetryPolicy } from '../spec/description.ts';
import type { SendCall } from '../rules/call-options.ts';
import type { Edit, EditedFile } from '../rules/editable.ts';
import type { CodemodProject, Skip } from './codemod.ts';
import type { Draft } from './retry-draft.ts';
import type { RetryNeed } from './retry-need.ts';

/** Makes a client repeat that has an option for it. */
export function draftOption(project: CodemodProject, call: SendCall, need: RetryNeed, policy: RetryPolicy, what: string): Draft | Skip {
  const draft = { kind: 'draft', requests: need.wanted, what, imports: [], packages: {} } as const;
  const slot = configOf(call);
  const written = slot !== null && 'config' in slot ? findRetry(slot.config) : null;
  if (call.model.name === 'ofetch') return draftOfetch(call, need, policy, written, draft);

  const factory = factoryCallOf(project, call.site);
  const config = factory?.node.arguments[factory.index];
  const made = config === undefined || config.type === 'SpreadElement' ? null : findRetry(config);
  const file = written !== null ? call.file : factory?.file;
  const property = written ?? made;
  if (property === null || file === undefined) return skip(need.wanted, 'The option that keeps it from being repeated is not written where the call or its instance is. Change it there.');
  // what an instance is told holds for requests that are not known
  const methods = written !== null ? need.methods : need.methods.filter((method) => READS.has(method));
  if (methods.length === 0) return skip(need.wanted, 'The instance is told not to repeat, and other requests may go through it. Say so at the call.');
  const code = call.model.name === 'got' ? gotRetryOption(policy, methods) : kyRetryOption(policy, methods);
  const edit: Edit = { place: { file: file.file, start: property.value.range[0], end: property.value.range[1] }, text: indented(file, property, code) };
  return { ...draft, place: edit.place, file, edits: () => [edit], shares: null };
}

/** What ofetch is told holds for all methods: so only calls are told, and only those that send one. */
function draftOfetch(call: SendCall, need: RetryNeed, policy: RetryPolicy, written: TSESTree.Property | null, draft: Pick<Draft, 'kind' | 'requests' | 'what' | 'imports' | 'packages'>): Draft | Skip {
  if (need.isMixed) return skip(need.wanted, 'The call sends several methods, and ofetch would repeat all of them. Give it a call of its own for reads.');
  const text = call.file.text.slice(...call.node.range);
  if (/\bsignal\b/.test(text) && need.wanted.some(({ site }) => site.handling.timeout === true)) return skip(need.wanted, 'A signal with a limit of time would hold for all tries together. Use the option timeout instead.');
  const edit = (local: string): Edit | null => (written === null ? addOption(call, `...${local}`) : { place: { file: call.file.file, start: written.range[0], end: written.range[1] }, text: `...${local}` });
  if (edit('') === null) return skip(need.wanted, 'The call leaves no place for an option. Write its configuration as an object.');
  return {
    ...draft, place: call.site.send, file: call.file, edits: (local) => [edit(local)].filter((one) => one !== null),
    shares: { module: 'with-retry', name: 'retryOptions', exported: (language) => ofetchRetryExport(policy, language) },
  };
}

function findRetry(config: TSESTree.Node): TSESTree.Property | null {
  if (config.type !== 'ObjectExpression') return null;
  const found = config.properties.findLast((property) => property.type === 'Property' && !property.computed && property.key.type === 'Identifier' && property.key.name === 'retry');
  return found?.type === 'Property' ? found : null;
}

/** Code in the style of a file, its lines moved in as far as the property that it is the value of. */
function indented(file: EditedFile, { range }: TSESTree.Property, code: string): string {
  const style = readStyle(file);
  const indent = /^[\t ]*/.exec(file.text.slice(file.text.lastIndexOf('\n', range[0] - 1) + 1))?.[0] ?? '';
  return restyle(code, style).split(style.newline).join(`${style.newline}${indent}`);
}
