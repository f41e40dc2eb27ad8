import { locateInDocument } from './locate-in-document.ts';
import type { Operation } from '../spec/description.ts';
import type { DocumentPlace } from './audit-sections.ts';
import type { LintFinding } from './lint-outcome.ts';
import type { ListedRequest } from './listed-request.ts';

/**
 * Where the demand of a rule is written: `operation` and `path` are the operation's place and that of its path, with a
 * key in it; `parameter` the parameter that the message names; `header` the same, else the policy of the operation, else a
 * key of the whole document, as `document`.
 */
export type BasisRow = readonly ['operation' | 'path' | 'parameter' | 'header' | 'document', string];

/** For each rule whose demands are the description's, where they are written. The other rules rest on HTTP, or on the code alone. */
export const RULE_BASIS: Readonly<Record<string, BasisRow>> = {
  'no-wrong-method': ['path', ''],
  'no-method-variant': ['path', ''],
  'no-unknown-endpoint': ['document', '/paths'],
  'no-undocumented-endpoint': ['operation', '/x-plex-standing'],
  'no-retired-endpoint': ['operation', '/x-plex-replaced-by'],
  'no-malformed-path': ['document', '/paths'],
  'encode-path-values': ['operation', '/parameters'],
  'encode-query-values': ['operation', '/parameters'],
  'valid-path-parameters': ['parameter', ''],
  'require-query': ['parameter', ''],
  'no-unknown-query': ['operation', '/parameters'],
  'no-misspelt-query': ['operation', '/parameters'],
  'no-duplicate-query': ['parameter', ''],
  'valid-query-style': ['parameter', ''],
  'valid-query-values': ['parameter', ''],
  'valid-body': ['operation', '/requestBody'],
  'require-headers': ['header', '/x-plex-header-policy'],
  'prefer-headers': ['document', '/x-plex-headers'],
  'stable-client-identifier': ['document', '/x-plex-headers'],
  'no-unknown-headers': ['document', '/x-plex-headers'],
  'valid-header-values': ['document', '/x-plex-headers'],
  'no-dropped-headers': ['document', '/x-plex-header-policy'],
  'no-overwritten-headers': ['document', '/x-plex-header-policy'],
  'require-paging': ['operation', '/x-plex-pagination'],
  'no-unknown-response-fields': ['operation', '/responses/200'],
  'valid-response-types': ['operation', '/responses/200'],
  'no-wrong-response-format': ['operation', '/responses/200'],
  'distinguish-statuses': ['operation', '/responses'],
  'no-unsafe-retry': ['operation', '/x-plex-idempotency'],
  'no-stream-timeout': ['operation', '/x-plex-stream'],
  'no-token-in-url': ['document', '/components/securitySchemes'],
  'no-token-literal': ['document', '/components/securitySchemes'],
};

/** Where in the description the demand behind a finding is written; null when it rests on none. */
export function findBasis({ rule, message }: LintFinding, [first]: readonly ListedRequest[]): DocumentPlace | null {
  const row = RULE_BASIS[rule.slice(rule.indexOf('/') + 1)];
  if (row === undefined || first === undefined) return null;
  const { atPath, candidates, description, operation: certain } = first.judged;
  if (description === null) return null;
  const [of, key] = row;
  const operation = certain ?? atPath[0] ?? candidates[0] ?? null;
  if (of === 'document' || operation === null) return locateInDocument(description, of === 'document' ? key : '/paths');
  const { pointer } = operation;
  if (of === 'path') return locateInDocument(description, pointer.slice(0, pointer.lastIndexOf('/')));
  if (of === 'operation') return locateInDocument(description, pointer + key);
  const parameter = findParameter(operation, message);
  if (of === 'parameter' || parameter !== null) return locateInDocument(description, parameter ?? `${pointer}/parameters`);
  const own = locateInDocument(description, pointer + key);
  return own.pointer === pointer ? locateInDocument(description, key) : own;
}

/** The pointer of the parameter whose name the message has, in quotes or by itself; null when it names none. */
function findParameter({ parameters }: Operation, message: string): string | null {
  const words = new Set(message.split(/[^\w$[\].-]+/).map((word) => word.replace(/\.$/, '')));
  return parameters.find(({ name }) => words.has(name))?.pointer ?? null;
}
