import { isRecord, type JsonRecord } from './is-record.ts';
import { resolveRef } from './resolve-ref.ts';
import type { HeaderDemand, Parameter, SecurityRequirement } from './description.ts';

/** Headers that OpenAPI says elsewhere: by the content types of bodies, and by the security schemes. */
const SAID_ELSEWHERE = new Set(['accept', 'authorization', 'content-type']);

/**
 * The headers that an operation demands by plain OpenAPI: its required header parameters, and its credential where the
 * document has no policy for one (`written`). A credential that is not surely a header or query parameter demands nothing.
 */
export function deriveDemands(
  document: JsonRecord,
  parameters: readonly Parameter[],
  security: readonly SecurityRequirement[],
  written: readonly HeaderDemand[],
): readonly HeaderDemand[] {
  const required = parameters
    .filter(({ location, name, required }) => location === 'header' && required && !SAID_ELSEWHERE.has(name.toLowerCase()))
    .map(({ name }) => demand([name], 'always', 'The operation declares it as required.'));
  const names = written.some(({ when }) => when === 'secured') ? [] : credentialNames(document, security);
  return names.length === 0 ? required : [...required, demand(names, 'secured', 'The operation is secured by it.')];
}

function demand(anyOf: readonly string[], when: HeaderDemand['when'], reason: string): HeaderDemand {
  return { anyOf, value: null, when, recommended: 'error', strict: 'error', all: 'error', reason, defaultCounts: false };
}

/** The names under which a credential can be sent; none when there is a way to authorise that has no name. */
function credentialNames(document: JsonRecord, security: readonly SecurityRequirement[]): readonly string[] {
  const names = security.flatMap((requirement) => Object.keys(requirement)).map((scheme) => nameOf(document, scheme));
  return names.every((name) => name !== null) ? [...new Set(names)] : [];
}

function nameOf(document: JsonRecord, scheme: string): string | null {
  const components = isRecord(document.components) ? document.components : {};
  const written = isRecord(components.securitySchemes) ? components.securitySchemes[scheme] : undefined;
  const found = isRecord(written) ? resolveRef(document, written) : null;
  if (found?.type === 'apiKey' && typeof found.name === 'string') return found.in === 'header' || found.in === 'query' ? found.name : null;
  return found?.type === 'http' && typeof found.scheme === 'string' && found.scheme.toLowerCase() === 'bearer' ? 'Authorization' : null;
}
