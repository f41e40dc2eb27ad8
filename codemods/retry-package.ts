import path from 'node:path';
import { findSourceFiles } from '../modules/find-source-files.ts';
import { sendCallOf } from '../rules/call-options.ts';
import { groupByPlace } from './group-by-place.ts';
import { importSpecifier } from './import-specifier.ts';
import { isProbe, PROBE } from './is-probe.ts';
import { nearest } from './module-kind.ts';
import { packageStatement } from './package-name.ts';
import { readStyle } from './read-style.ts';
import { axiosWithRetryExport } from './retry-code.ts';
import { READS, retryNeed, skip } from './retry-need.ts';
import { AXIOS_RETRY, whatOf } from './retry-policy.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { RetryPolicy } from '../spec/description.ts';
import type { SendCall } from '../rules/call-options.ts';
import type { Edit, EditedFile } from '../rules/editable.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { CodemodProject, Plan } from './codemod.ts';
import type { Draft } from './retry-draft.ts';

/**
 * Sends what may be repeated through an instance of its own, instead of the axios that the whole program shares and that
 * is not changed: one draft for each file, whose import may no longer be needed.
 */
export function draftPackage(project: CodemodProject, requests: readonly AttributedRequest[], policy: RetryPolicy): readonly (Draft | Plan)[] {
  const plans: (Draft | Plan)[] = [];
  const byFile = new Map<string, { readonly call: SendCall; readonly wanted: readonly AttributedRequest[]; readonly name: TSESTree.Identifier }[]>();
  const changed = new Map<string, string | null>();
  for (const group of groupByPlace(requests, ({ site }) => site.send)) {
    const { need, skips } = retryNeed(group, 'only reads are sent through the instance of axios that files share');
    plans.push(...skips);
    const [first] = need?.wanted ?? [];
    if (need === null || first === undefined) continue;
    const call = sendCallOf(project, first.site);
    const name = call === null ? null : packageIn(call);
    const folder = call === null ? '' : packageFolder(project, call.file.file);
    if (call !== null && !changed.has(folder)) changed.set(folder, findChange(project, folder, requests));
    const changer = changed.get(folder) ?? null;
    if (call === null || name === null) plans.push(skip(need.wanted, 'The axios that sends is given to the function, or is in a file that may not be changed. Make it repeat where it comes from.'));
    else if (isProbe(call)) plans.push(skip(need.wanted, PROBE));
    else if (changer !== null) plans.push(skip(need.wanted, `${path.relative(project.root, changer)} changes the axios that the whole program shares, which an instance of its own would not have. Make an instance by axios.create there, and send through it.`));
    else if (/\bresponseType:\s*['"]stream/.test(call.file.text.slice(...call.node.range))) plans.push(skip(need.wanted, 'The answer is a stream, which would begin anew.'));
    else byFile.set(call.file.file, [...byFile.get(call.file.file) ?? [], { call, wanted: need.wanted, name }]);
  }
  return [...plans, ...[...byFile.values()].flatMap((calls) => {
    const [first] = calls;
    if (first === undefined) return [];
    const { file } = first.call;
    const imported = replaceImport(project, file, calls.map(({ name }) => name));
    const draft: Draft = {
      kind: 'draft', requests: calls.flatMap(({ wanted }) => wanted), place: first.call.site.send, what: whatOf(policy), file, imports: [], packages: { 'axios-retry': AXIOS_RETRY },
      edits: (local, module) => [...calls.map(({ name }): Edit => ({ place: { file: file.file, start: name.range[0], end: name.range[1] }, text: local })), ...(module === null ? [] : imported(module.file, local))],
      shares: { module: 'axios-with-retry', name: 'axiosWithRetry', exported: () => axiosWithRetryExport(policy, [...READS]), imports: imported('', '').every(({ text }) => text === '') },
    };
    return [draft];
  })];
}

/** The name by which a call uses the package: `axios` in `axios.get(…)` and `axios(…)`; null where it is something else. */
function packageIn({ node, file }: SendCall): TSESTree.Identifier | null {
  const { callee } = node;
  const root = callee.type === 'MemberExpression' ? callee.object : callee;
  return root.type === 'Identifier' && packageStatement(file.program, root.name, 'axios') !== null ? root : null;
}

/** The folder of the package that a file belongs to; that of the project where it belongs to none. */
function packageFolder(project: CodemodProject, file: string): string {
  const found = nearest(project, file, 'package.json');
  return found === null ? project.root : path.dirname(found.file);
}

/** A file of a package that changes the axios that all of it shares; null when none does. */
function findChange(project: CodemodProject, folder: string, requests: readonly AttributedRequest[]): string | null {
  const files = new Set([...findSourceFiles(['.'], { root: folder }).files, ...requests.map(({ site }) => site.send.file)]);
  return [...files].find((file) => /(?<![\w$.])axios\s*\.\s*(?:defaults\b|interceptors\b)|\b(?:axiosRetry|rax\.attach|setupCache|wrapper)\(\s*axios\s*[,)]/.test(project.textOf(file) ?? '')) ?? null;
}

/** The edit that puts the new import in the place of the one that is no longer needed, or takes that out of others; none where it is still used. */
function replaceImport(project: CodemodProject, { file, text, program }: EditedFile, names: readonly TSESTree.Identifier[]): (module: string, local: string) => readonly Edit[] {
  const [first] = names;
  const statement = first === undefined ? null : packageStatement(program, first.name, 'axios');
  const isAlone = statement?.type === 'ImportDeclaration' ? statement.specifiers.length === 1 : statement?.declarations.length === 1;
  const rest = statement === null ? text : text.slice(0, statement.range[0]) + text.slice(statement.range[1]);
  const uses = first === undefined ? 0 : [...rest.matchAll(new RegExp(`(?<![\\w$])${first.name.replaceAll('$', '\\$')}(?![\\w$])`, 'g'))].length;
  if (statement === null || text.includes('axiosWithRetry') || uses !== names.length) return () => [];
  const [byDefault, named] = statement.type === 'ImportDeclaration' ? statement.specifiers : [];
  if (!isAlone) return () => (byDefault === undefined || named?.type !== 'ImportSpecifier' ? [] : [{ place: { file, start: byDefault.range[0], end: text.indexOf('{', byDefault.range[1]) }, text: '' }]);
  const { quote, semicolons } = readStyle({ text, program });
  const place = { file, start: statement.range[0], end: statement.range[1] };
  return (module, local) => {
    const from = `${quote}${module === '' ? '' : importSpecifier(project, { file, text, program }, module)}${quote}`;
    const named = local === 'axiosWithRetry' ? local : `axiosWithRetry${statement.type === 'ImportDeclaration' ? ' as' : ':'} ${local}`;
    const code = statement.type === 'ImportDeclaration' ? `import { ${named} } from ${from}` : `const { ${named} } = require(${from})`;
    return [{ place, text: `${code}${semicolons ? ';' : ''}` }];
  };
}
