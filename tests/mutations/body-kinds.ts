import { list, record } from './api-operation.ts';
import { codeValue, textValue } from './call.ts';
import type { Json } from './api-operation.ts';
import type { Call, Pair, Value } from './call.ts';
import type { Kind, Mutant } from './kind.ts';

type Fields = readonly (readonly [name: string, schema: Json])[];

const fieldsOf = ({ operation }: Call): Fields => Object.entries(record(operation.body?.schema.properties)).map(([name, schema]) => [name, record(schema)] as const);

/** A mistake in the fields of a body of known fields. */
function inFields(name: string, change: (fields: readonly Pair[], known: Fields, call: Call) => readonly Pair[] | null, at = 'body'): Kind {
  return {
    name,
    apply(call): Mutant | null {
      if (call.body === null || call.body.type === 'other' || call.body.fields.length === 0) return null;
      const fields = change(call.body.fields, fieldsOf(call), call);
      return fields === null ? null : { call: { ...call, body: { ...call.body, fields } }, rule: 'valid-body', at };
    },
  };
}

/** In a form, all values are text. */
function wrongValue(name: string, isFit: (schema: Json) => boolean, value: Value): Kind {
  return inFields(name, (fields, known, { body }) => {
    if (body?.type === 'form' && (value.kind === 'code' || name.endsWith(' a list') || name.endsWith(' an object'))) return null;
    const found = known.find(([, schema]) => isFit(schema));
    return found === undefined ? null : [...fields.filter((field) => field.name !== found[0]), { name: found[0], value, mark: 'here' }];
  });
}

export const bodyKinds: readonly Kind[] = [
  inFields('body: a field is misspelt', (fields, known) => {
    const name = known.map(([each]) => each).find((each) => /^[a-z]\w{5,}$/i.test(each));
    if (name === undefined) return null;
    const wrong = name.slice(0, 3) + name.slice(4);
    return [...fields.filter((field) => field.name !== name), { name: wrong, value: textValue('1'), mark: 'here' }];
  }),
  inFields('body: a required field is missing', (fields, _, { operation }) => {
    const [required] = list(operation.body?.schema.required).map(String);
    return required === undefined ? null : fields.filter(({ name }) => name !== required);
  }, 'call'),
  wrongValue('body: a number for a text', ({ type }) => type === 'string', codeValue('7')),
  wrongValue('body: a word for a number', ({ type }) => type === 'integer' || type === 'number', textValue('many')),
  wrongValue('body: a word for a boolean', ({ type }) => type === 'boolean', textValue('yes')),
  wrongValue('body: a text for a list', ({ type }) => type === 'array', textValue('1')),
  wrongValue('body: a text for an object', ({ type }) => type === 'object', textValue('1')),
  wrongValue('body: a value that the enum rules out', (schema) => list(schema.enum).length > 0, textValue('nonsense')),
  {
    name: 'body: none, though required',
    apply: (call) => (call.body !== null && call.operation.body?.required === true ? { call: { ...call, body: null }, rule: 'valid-body', at: 'call' } : null),
  },
  {
    name: 'body: a form for JSON, or the reverse',
    apply(call) {
      if (call.body === null || call.operation.body?.required !== true || call.shape !== 'plain' || call.body.type === 'other' || call.operation.standing !== 'documented' || call.body.fields.length === 0) return null;
      const type = call.body.type === 'json' ? 'form' : 'json';
      return { call: { ...call, body: { ...call.body, type, media: type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded' } }, rule: 'valid-body', at: 'call' };
    },
  },
  {
    name: 'body: another content type than is sent',
    apply(call) {
      if (call.body?.type !== 'json' || call.operation.standing !== 'documented' || call.body.fields.length === 0) return null;
      return { call: { ...call, headers: [...call.headers, { name: 'Content-Type', value: textValue('text/plain'), mark: 'here' }] }, rule: 'valid-body', at: 'call' };
    },
  },
];
