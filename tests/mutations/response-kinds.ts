import { follow, list, record } from './api-operation.ts';
import { mark } from './marked-text.ts';
import type { ApiOperation, Json } from './api-operation.ts';
import type { Kind } from './kind.ts';
import type { Random } from './random.ts';

/** A field of an answer: an expression for what has it, its name, its schema, and the names beside it. */
interface Field {
  readonly parent: string;
  readonly name: string;
  readonly schema: Json;
  readonly beside: readonly string[];
}

/** A field of the answer of an operation, some steps down. */
function pickField(operation: ApiOperation, random: Random): Field | null {
  let schema = follow(operation.document, operation.answer);
  let parent = 'body';
  let found: Field | null = null;
  for (let depth = 0; depth < 3; depth += 1) {
    const properties = propertiesOf(operation, schema);
    const names = Object.keys(properties).filter((name) => /^[A-Za-z]{5,}$/.test(name));
    if (names.length === 0) return found;
    const name = depth === 0 && names.includes('MediaContainer') ? 'MediaContainer' : random.pick(names);
    schema = follow(operation.document, properties[name]);
    found = { parent, name, schema, beside: Object.keys(properties) };
    parent = `${parent}.${name}`;
    if (schema.type === 'array') {
      schema = follow(operation.document, schema.items);
      parent = `${parent}[0]`;
    }
    if (depth > 0 && random.chance(40)) return found;
  }
  return found;
}

/** Where the items of the list are that an operation answers: an expression. */
export function listIn(operation: ApiOperation): string | null {
  const answer = propertiesOf(operation, follow(operation.document, operation.answer));
  if (answer.MediaContainer === undefined && Object.keys(answer).length > 0) return null;
  const container = follow(operation.document, answer.MediaContainer);
  const properties = propertiesOf(operation, container);
  const name = Object.keys(properties).find((field) => follow(operation.document, properties[field]).type === 'array');
  // an answer that is described, and has no list at this place, is left alone
  return name === undefined && Object.keys(properties).length > 0 ? null : `body.MediaContainer.${name ?? 'Metadata'}`;
}

function propertiesOf({ document }: ApiOperation, schema: Json): Json {
  const parts = list(schema.allOf).map((part) => propertiesOf({ document } as ApiOperation, follow(document, part)));
  return Object.assign({}, ...parts, record(schema.properties)) as Json;
}

/** A mistake in what is read of an answer. */
function reading(name: string, write: (field: Field, operation: ApiOperation) => string | null, rule: string | null): Kind {
  return {
    name,
    apply(call, random) {
      if (call.answer !== 'json' || call.operation.answer === null) return null;
      const field = pickField(call.operation, random);
      const use = field === null ? null : write(field, call.operation);
      return use === null ? null : { call: { ...call, use: `logger.info(${mark('here', use)});` }, rule, at: 'here' };
    },
  };
}

const otherThan = (field: Field, name: string): string | null => (field.beside.some((beside) => beside.toLowerCase() === name.toLowerCase()) ? null : `${field.parent}.${name}`);

export const responseKinds: readonly Kind[] = [
  reading('answer: a field with a letter missing', (field) => (field.name.length < 6 ? null : otherThan(field, field.name.slice(0, 3) + field.name.slice(4))), 'no-unknown-response-fields'),
  reading('answer: a field with two letters swapped', (field) => otherThan(field, field.name.slice(0, 1) + field.name.charAt(2) + field.name.charAt(1) + field.name.slice(3)), 'no-unknown-response-fields'),
  reading('answer: a field in the wrong case', (field) => {
    const first = field.name.charAt(0);
    const other = (first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase()) + field.name.slice(1);
    // Names that differ by case alone are different fields in some places.
    const use = field.schema.type === 'array' ? '[0]' : field.schema.type === 'object' ? '.size' : '';
    return field.schema.type === undefined || field.beside.includes(other) ? null : `${field.parent}.${other}${use}`;
  }, 'no-unknown-response-fields'),
  reading('answer: a field of a list read from the list', (field) => (field.schema.type === 'array' ? `${field.parent}.${field.name}.title` : null), 'no-unknown-response-fields'),
  reading('answer: XML attributes read from JSON', (field) => (field.schema.type === 'object' ? `${field.parent}.${field.name}.$.size` : null), 'no-wrong-response-format'),
  reading('harmless: a documented field', (field) => `${field.parent}.${field.name}`, null),
  reading('harmless: a documented field, in steps', (field) => `${field.parent.replaceAll('[0]', '?.[0]').replaceAll('.', '?.').replaceAll('??.', '?.')}?.${field.name}`, null),
];
