import { addOption, sendCallOf } from './call-options.ts';
import { textAt } from './editable.ts';
import { quoteOf } from './quote-of.ts';
import type { CallShape } from '../requests/client-model.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { SendCall } from './call-options.ts';
import type { Edit, Editable } from './editable.ts';

/**
 * The edits that send a request with another method: of the word where it is written, of the name of the client's
 * function (`get` -> `put`), or as a new option where the client's default is used. null where none of that is in a
 * file that may be changed, or a wrapper gives the method.
 */
export function editMethod(target: Editable, site: RequestSite, wanted: string): readonly Edit[] | null {
  if (site.method === null) return null;
  if (site.methodPlace !== null) return editWord(target, site, wanted);
  const call = site.via.length > 0 ? null : sendCallOf(target, site);
  if (call === null) return null;
  if (call.shape.method !== undefined) return renameCall(call, site.method, wanted);
  const quote = quoteOf(call.file.text);
  const edit = call.model.config.method?.includes('method') === true ? addOption(call, `method: ${quote}${wanted}${quote}`) : null;
  return edit === null ? null : [edit];
}

function editWord(target: Editable, { method, methodPlace }: RequestSite, wanted: string): readonly Edit[] | null {
  const written = textAt(target, methodPlace) ?? '';
  const [, mark = '', word = ''] = /^(['"`]?)([A-Za-z]+)\1$/.exec(written) ?? [];
  if (methodPlace === null || word.toUpperCase() !== method) return null;
  return [{ place: methodPlace, text: `${mark}${word === word.toLowerCase() ? wanted.toLowerCase() : wanted}${mark}` }];
}

/** `plex.get(url, config)` -> `plex.put(url, undefined, config)` */
function renameCall({ file, node, model, shape }: SendCall, method: string, wanted: string): readonly Edit[] | null {
  const { callee } = node;
  const name = wanted.toLowerCase();
  const other: CallShape | undefined = model.members !== undefined && Object.hasOwn(model.members, name) ? model.members[name] : undefined;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee.property.name !== method.toLowerCase() || other?.method !== wanted) return null;

  const rename: Edit = { place: { file: file.file, start: callee.property.range[0], end: callee.property.range[1] }, text: name };
  const [, second] = node.arguments;
  if (second === undefined || shape.args.join(' ') === other.args.join(' ')) return [rename];
  const isBodyAdded = shape.args.join(' ') === other.args.filter((role) => role !== 'body').join(' ') && other.args[1] === 'body';
  return isBodyAdded ? [rename, { place: { file: file.file, start: second.range[0], end: second.range[0] }, text: 'undefined, ' }] : null;
}
