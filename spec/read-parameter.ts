import type { Parameter, ParameterLocation, Schema, Standing } from './description.ts';
import { isRecord, type JsonRecord } from './is-record.ts';
import { resolveRef } from './resolve-ref.ts';

const LOCATIONS: readonly string[] = ['path', 'query', 'header', 'cookie'] satisfies ParameterLocation[];

/** Reads a Parameter Object, following its `$ref`; null when it is none. */
export function readParameter(document: unknown, node: unknown, pointer: string): Parameter | null {
  const written = isRecord(node) ? resolveRef(document, node) : null;
  if (written === null || typeof written.name !== 'string' || !isLocation(written.in)) return null;
  const location = written.in;
  const style = typeof written.style === 'string' ? written.style : location === 'query' || location === 'cookie' ? 'form' : 'simple';
  return {
    name: written.name,
    location,
    required: location === 'path' || written.required === true,
    schema: readSchema(written),
    style,
    explode: typeof written.explode === 'boolean' ? written.explode : style === 'form',
    styleStated: written.style !== undefined || written.explode !== undefined,
    placeholder: written['x-plex-placeholder'] === true,
    standing: readStanding(written['x-plex-standing']),
    deprecated: written.deprecated === true,
    pointer,
  };
}

/** The standing that is written; what says nothing is documented. */
export function readStanding(value: unknown): Standing {
  return value === 'undocumented' || value === 'retired' ? value : 'documented';
}

function isLocation(value: unknown): value is ParameterLocation {
  return typeof value === 'string' && LOCATIONS.includes(value);
}

/** The schema of the parameter, or that of its only content. */
function readSchema(parameter: JsonRecord): Schema | null {
  if (isRecord(parameter.schema)) return parameter.schema;
  const content = parameter.content;
  const media = isRecord(content) ? Object.values(content)[0] : undefined;
  return isRecord(media) && isRecord(media.schema) ? (media.schema) : null;
}
