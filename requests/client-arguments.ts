import type { TSESTree } from '@typescript-eslint/types';

import { spreadInto } from './object-literals.ts';
import { fieldsOf } from './read-fields.ts';
import type { ArgumentRole, CallShape, ClientModel } from './client-model.ts';
import type { Place } from './request-site.ts';
import type { Run } from './run.ts';
import { newRecord, objectOf, openRecord, placeIn, property, putProp, recordOf } from './run.ts';
import { literalOf } from './text.ts';
import type { Prop, RefValue, Value } from './value.ts';
import { isNullish, literalText, undefinedValue } from './value.ts';

/** What the arguments of one call say, by role. */
export interface Given {
  url: Value | null;
  /** A text that is put behind the address. */
  suffix: Value | null;
  urlPlace: Place | null;
  method: Value | null;
  query: Value | null;
  headers: Value | null;
  body: Value | null;
  callbacks: Value[];
  /** Configurations; later ones win. */
  configs: Value[];
}

/** The short names of formats that clients take instead of a media type. */
const MEDIA_TYPES: Readonly<Record<string, string>> = { json: 'application/json', xml: 'application/xml', html: 'text/html', text: 'text/plain' };

/** Sorts the arguments of a call by what the model says of them. */
export function readArguments(run: Run, model: ClientModel, shape: CallShape, args: readonly Value[], node: TSESTree.Node): Given {
  const given: Given = { url: null, suffix: null, urlPlace: null, method: null, query: null, headers: null, body: null, callbacks: [], configs: [] };
  const nodes = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.arguments : [];
  for (const [i, arg] of args.entries()) {
    const role: ArgumentRole = shape.args[i] ?? 'ignored';
    const argNode = nodes[i];
    const place = argNode === undefined ? null : placeIn(run, argNode);
    if (arg.k === 'fn' && /callback$/i.test(role)) given.callbacks.push(arg);
    else readArgument(run, model, given, role, arg, args[i + 1] ?? undefinedValue, place, node);
  }
  return given;
}

function readArgument(run: Run, model: ClientModel, given: Given, role: ArgumentRole, arg: Value, next: Value, place: Place | null, node: TSESTree.Node): void {
  const object = objectOf(run, arg);
  switch (role) {
    case 'url': case 'urlOrConfig':
      if (object?.t === 'record' && object.flavor === 'object') {
        given.configs.push(arg);
        break;
      }
      given.url = object?.t === 'request' ? object.url : arg;
      if (object?.t === 'request' && object.config !== null) given.configs.push(object.config);
      given.urlPlace = place;
      break;
    case 'suffix':
      given.suffix = isNullish(arg) ? null : arg;
      given.urlPlace = place;
      break;
    case 'configOrCallback':
      // after a configuration in the place of the address, what is not known is the callback
      if (!isNullish(arg) && (given.configs.length === 0 || recordOf(run, arg) !== null)) given.configs.push(arg);
      break;
    case 'config': if (!isNullish(arg)) given.configs.push(arg); break;
    case 'body': case 'bodyOrCallback': given.body = arg; break;
    case 'query': case 'queryOrCallback': given.query = arg; break;
    case 'headers': given.headers = arg; break;
    case 'method': given.method = isNullish(arg) ? null : arg; break;
    case 'nameOrHeaders': given.headers = object === null ? named(run, arg, next, place, node) : arg; break;
    case 'nameOrQuery': given.query = object === null && !isNullish(next) ? named(run, arg, next, place, node) : arg; break;
    case 'value': case 'callback': case 'ignored': break;
    default: readKeyedArgument(run, model, given, role, arg, node);
  }
}

function readKeyedArgument(run: Run, model: ClientModel, given: Given, role: `header:${string}` | `option:${string}`, arg: Value, node: TSESTree.Node): void {
  const name = role.slice(role.indexOf(':') + 1);
  if (isNullish(arg)) return;
  if (role.startsWith('option:')) {
    given.configs.push(newRecord(run, [property(name, arg)]));
    return;
  }
  const key = model.config.headers?.[0] ?? 'headers';
  const short = literalOf(arg);
  const value = short === null ? arg : literalText(MEDIA_TYPES[short] ?? short);
  given.configs.push(newRecord(run, [property(key, newRecord(run, [property(name, value, { entryPlace: placeIn(run, node) })], { flavor: 'headers' }))]));
}

/** `set(name, value)` as a record; an unknown name opens it. */
function named(run: Run, name: Value, value: Value, place: Place | null, node: TSESTree.Node): Value {
  const known = literalOf(name);
  const ref = newRecord(run, known === null ? [] : [property(known, value, { place, entryPlace: placeIn(run, node) })]);
  const record = recordOf(run, ref);
  if (known === null && record !== null) openRecord(run, ref.id, record, 'a computed name');
  return ref;
}

/** What a setter was given, as a configuration of the model. */
export function configOf(run: Run, model: ClientModel, given: Given): readonly Value[] {
  const { config } = model;
  const rows: readonly (readonly [readonly string[] | undefined, Value | null])[] = [
    [config.url, given.url], [config.method, given.method], [config.headers, given.headers], [config.query, given.query], [config.body, given.body],
  ];
  const props = rows.flatMap(([keys, value]): Prop[] => (keys?.[0] === undefined || value === null ? [] : [property(keys[0], value)]));
  return [...given.configs, ...(props.length === 0 ? [] : [newRecord(run, props)])];
}

/** Adds a configuration to what an object remembers: named values are added to those before, other options replaced. */
export function remember(run: Run, memory: RefValue, config: Value, model: ClientModel): void {
  const from = recordOf(run, config);
  if (from === null) {
    const record = recordOf(run, memory);
    if (record !== null && !isNullish(config)) openRecord(run, memory.id, record, 'a configuration that is not known');
    return;
  }
  for (const prop of from.props.values()) {
    const record = recordOf(run, memory);
    if (record === null) return;
    const flavor = model.config.headers?.includes(prop.name) === true ? 'headers' as const : model.config.query?.includes(prop.name) === true ? 'query' as const : null;
    if (flavor === null) {
      putProp(run, memory.id, record, prop);
      continue;
    }
    const fields = fieldsOf(run, prop.value, { flavor, model, method: null });
    const added = newRecord(run, fields.props, { flavor: flavor === 'headers' ? 'headers' : 'object', open: fields.open, place: null });
    const before = record.props.get(prop.name)?.value;
    if (before?.k === 'ref') spreadInto(run, before.id, added);
    else putProp(run, memory.id, record, { ...prop, value: added });
  }
}
