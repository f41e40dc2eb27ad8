import { option } from './client-options.ts';
import type { ClientModel } from './client-model.ts';
import { readFields } from './read-fields.ts';
import type { Run } from './run.ts';
import { recordOf } from './run.ts';
import type { Send } from './send.ts';
import { toParts } from './to-parts.ts';
import type { Value } from './value.ts';
import { isNullish, literalText, optionsOf } from './value.ts';
import { joinValues } from './join.ts';


/**
 * The request that a program asks its own backend to send: the body of the call describes it by `url` and `method`.
 * What the backend adds to it is not known here. null when the body is no such description.
 */
export function readProxied(run: Run, model: ClientModel, body: Value | null): Pick<Send, 'url' | 'urlPlace' | 'isProxied' | 'method' | 'methodPlace' | 'query' | 'headers' | 'body'> | null {
  const described = body?.k === 'hole' && body.part.json !== undefined ? body.part.json : body;
  const record = described === null ? null : recordOf(run, described);
  const url = record?.props.get('url');
  const method = record?.props.get('method');
  if (described === null || record === null || url === undefined || method === undefined || record.flavor !== 'object' || !isText(url.value)) return null;

  const config = [[described, ['headers']]] as const;
  const data = option(run, described, 'data') ?? option(run, described, 'body');
  return {
    url: toParts(run, option(run, described, 'url') ?? url.value),
    urlPlace: null,
    isProxied: true,
    method: joinValues(optionsOf(option(run, described, 'method') ?? method.value).map((one) => (isNullish(one) ? literalText('GET') : one))),
    methodPlace: null,
    query: readFields(run, [[described, ['params', 'query']]], null, { flavor: 'query', model, method: null }),
    headers: readFields(run, config, null, { flavor: 'headers', model, method: null }),
    body: data === null || optionsOf(data).every(isNullish) ? null : { kind: 'unknown', fields: recordOf(run, data) === null ? null : readFields(run, [], data, { flavor: 'body', model, method: null }), data: null, ownType: null, place: null },
  };
}

function isText(value: Value): boolean {
  return optionsOf(value).every((one) => one.k === 'text' || one.k === 'hole');
}

