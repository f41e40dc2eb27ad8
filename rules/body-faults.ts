import { checkJson, checkText } from '../spec/check-value.ts';
import { findProperty, propertyNames, requiredNames } from '../spec/find-property.ts';
import { nearestName } from '../spec/nearest-name.ts';
import { viewSchema } from '../spec/view-schema.ts';
import { printValue, valueOf } from './query-facts.ts';
import type { Datum, DatumField, Entries, Place } from '../requests/request-site.ts';
import type { Schema } from '../spec/description.ts';
import type { ValueFault } from '../spec/check-value.ts';

/** What is wrong with a body. `field` is its name with the names around it: `address.city`, `tags[]`. */
export type BodyFault =
  | { readonly kind: 'unknown'; readonly field: string; readonly name: string; readonly near: string | null; readonly place: Place | null }
  | { readonly kind: 'missing'; readonly field: string; readonly place: null }
  | { readonly kind: 'value'; readonly field: string; readonly expected: string; readonly value: string; readonly place: Place | null };

/** What surely makes a JSON body none that a schema takes. Of several bodies that may be sent, all must be at fault. */
export function findJsonFaults(document: unknown, schema: Schema, data: readonly Datum[]): readonly BodyFault[] {
  const faults = data.map((datum) => checkDatum(document, [schema], datum, '', null));
  return faults.every((found) => found.length > 0) ? (faults[0] ?? []) : [];
}

/** What surely makes the fields of a form none that a schema takes. */
export function findFormFaults(document: unknown, schema: Schema, { entries, open }: Entries): readonly BodyFault[] {
  const names = entries.map(({ name }) => name);
  return [
    ...entries.flatMap((entry): readonly BodyFault[] => {
      const unknown = unknownField(document, [schema], { name: entry.name, place: entry.place }, names, '');
      if (unknown !== null) return [unknown];
      const faults = (entry.values ?? []).map((text) => {
        const value = valueOf(text, false);
        const fault = firstFault(findProperty(document, [schema], entry.name).schemas, (one) => checkText(document, one, value));
        return fault === null ? null : ({ kind: 'value', field: entry.name, expected: fault.expected, value: printValue(value), place: entry.place } as const);
      });
      return faults.every((fault) => fault !== null) ? faults.slice(0, 1) : [];
    }),
    ...(open ? [] : missingFields(document, [schema], names, '')),
  ];
}

function checkDatum(document: unknown, schemas: readonly Schema[], datum: Datum, field: string, place: Place | null): readonly BodyFault[] {
  const text = datum.text === null ? null : valueOf(datum.text, false);
  const fault = firstFault(schemas, (schema) => checkJson(document, schema, datum.type, text));
  if (fault !== null) return [{ kind: 'value', field: field === '' ? 'the body' : field, expected: fault.expected, value: printDatum(datum), place }];
  if (datum.items !== null) {
    const items = schemas.flatMap((schema) => viewSchema(document, schema).items ?? []);
    return items.length === 0 ? [] : datum.items.flatMap((item) => checkDatum(document, items, item, `${field}[]`, place)).slice(0, 1);
  }
  return datum.fields === null ? [] : checkFields(document, schemas, datum.fields, datum.open, field);
}

function checkFields(document: unknown, schemas: readonly Schema[], fields: readonly DatumField[], open: boolean, around: string): readonly BodyFault[] {
  const names = fields.map(({ name }) => name);
  return [
    ...fields.flatMap((field): readonly BodyFault[] => {
      const unknown = unknownField(document, schemas, field, names, around);
      if (unknown !== null) return [unknown];
      const { schemas: inner } = findProperty(document, schemas, field.name);
      const faults = field.values.map((value) => checkDatum(document, inner, value, join(around, field.name), field.place));
      return inner.length > 0 && faults.every((found) => found.length > 0) ? (faults[0] ?? []) : [];
    }),
    ...(open ? [] : missingFields(document, schemas, names, around)),
  ];
}

/** A field that a closed object does not have, or one that an open object has under nearly the same name. */
function unknownField(document: unknown, schemas: readonly Schema[], { name, place }: Pick<DatumField, 'name' | 'place'>, sent: readonly string[], around: string): BodyFault | null {
  const { listed, schemas: others } = findProperty(document, schemas, name);
  if (listed === 'yes') return null;
  const nearest = others.length > 0 ? null : nearestName(name, propertyNames(document, schemas));
  const near = nearest !== null && !sent.includes(nearest) ? nearest : null;
  return listed === 'closed' || near !== null ? { kind: 'unknown', field: join(around, name), name, near, place } : null;
}

function missingFields(document: unknown, schemas: readonly Schema[], sent: readonly string[], around: string): readonly BodyFault[] {
  return requiredNames(document, schemas).flatMap((name): readonly BodyFault[] => {
    const isMisspelt = sent.some((other) => nearestName(other, [name]) !== null);
    return sent.includes(name) || isMisspelt || isReadOnly(document, schemas, name) ? [] : [{ kind: 'missing', field: join(around, name), place: null }];
  });
}

/** A property that only responses have. */
function isReadOnly(document: unknown, schemas: readonly Schema[], name: string): boolean {
  return findProperty(document, schemas, name).schemas.some((schema) => viewSchema(document, schema).parts.some((part) => part.readOnly === true));
}

function firstFault(schemas: readonly Schema[], check: (schema: Schema) => ValueFault | null): ValueFault | null {
  for (const schema of schemas) {
    const fault = check(schema);
    if (fault !== null) return fault;
  }
  return null;
}

function printDatum({ fields, items, text, type }: Datum): string {
  if (text !== null) {
    const value = printValue(valueOf(text, false));
    return type === 'string' || !value.startsWith("'") ? value : value.slice(1, -1);
  }
  return fields !== null ? 'an object' : items !== null ? 'an array' : (type ?? 'what is sent');
}

function join(around: string, name: string): string {
  return around === '' ? name : `${around}.${name}`;
}
