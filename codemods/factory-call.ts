import { clientOf } from '../rules/client-of.ts';
import { extendObject } from '../rules/call-options.ts';
import { nodePath } from '../rules/node-path.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { ClientModel } from '../requests/client-model.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { Edit, Editable, EditedFile } from '../rules/editable.ts';

/** The call that makes the instance of a client: `axios.create({ … })`. */
export interface FactoryCall {
  readonly file: EditedFile;
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  /** The nodes around the call, the program first, the call last. */
  readonly path: readonly TSESTree.Node[];
  readonly model: ClientModel;
  /** Which argument is the configuration of all requests. */
  readonly index: number;
}

/** The call that makes the instance that sends a request; null where there is none, or its file may not be changed. */
export function factoryCallOf(target: Editable, site: RequestSite): FactoryCall | null {
  const { instance } = site;
  const model = clientOf(site);
  const file = instance === null ? null : target.fileOf(instance.file);
  if (model === null || file === null || instance === null) return null;
  const path = nodePath(file.program, instance);
  const node = path.at(-1);
  if (node?.type !== 'CallExpression' && node?.type !== 'NewExpression') return null;
  const index = configIndex(model, node);
  return index === null ? null : { file, node, path, model, index };
}

/** The edit that gives all requests of an instance an option; null where the call leaves no place for it. */
export function addFactoryOption({ file, node, index }: FactoryCall, option: string): Edit | null {
  if (node.arguments.some(({ type }) => type === 'SpreadElement')) return null;
  const config = node.arguments[index];
  if (config !== undefined) return config.type === 'SpreadElement' ? null : extendObject(file, config, option);
  const last = node.arguments.at(-1);
  if (node.arguments.length !== index) return null;
  if (last !== undefined) return { place: { file: file.file, start: last.range[1], end: last.range[1] }, text: `, { ${option} }` };
  const [, end] = node.range;
  const parenthesis = file.text.lastIndexOf('(', end);
  return file.text.slice(parenthesis, end).replace(/\s/g, '') === '()' ? { place: { file: file.file, start: parenthesis + 1, end: end - 1 }, text: `{ ${option} }` } : null;
}

function configIndex({ factories = {} }: ClientModel, node: FactoryCall['node']): number | null {
  const { callee } = node;
  const name = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : node.type === 'NewExpression' ? 'new' : 'call';
  const names = [name, ...(callee.type === 'Identifier' ? [callee.name] : [])];
  const index = names.map((one) => (Object.hasOwn(factories, one) ? factories[one] : undefined)).find((one) => one !== undefined);
  return typeof index === 'number' ? index : null;
}
