import { findMissingRead } from '../rules/find-missing-read.ts';
import { methodVariantOf, servedOperations } from '../rules/method-variant.ts';
import { findOperation } from '../spec/find-operation.ts';
import { findQueryName } from '../spec/find-query-name.ts';
import { clientOf } from '../rules/client-of.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { Operation } from '../spec/description.ts';

/** What is to be sent instead of a request. */
export interface Replacement {
  readonly method: string;
  /** null: it stays. */
  readonly host: string | null;
  /** The template; null: it stays. */
  readonly path: string | null;
  /** Query parameters by their new names. */
  readonly renamed: ReadonlyMap<string, string>;
  /** How a report calls what is sent now, and what is sent instead. */
  readonly from: string;
  readonly to: string;
}

/** A replacement, or why there is none and what to do by hand. null: the request is to stay. */
export type FoundReplacement = Replacement | { readonly reason: string } | null;

/** What the description of a request has in the place of what it calls. */
export function findReplacement(request: AttributedRequest): FoundReplacement {
  const { operation, standing, description } = request;
  const variant = methodVariantOf(request)?.methodVariant ?? null;
  if (variant !== null) return variant.slip ? null : replaceMethod(request, variant.of);
  if (standing === 'wrong-method') return replaceWrongMethod(request);
  if (operation === null || operation.standing === 'documented') return null;

  if (operation.documentedEqual !== null) {
    const equal = findOperation(description, operation.documentedEqual);
    return equal === null ? null : replaceOperation(request, operation, { method: equal.method, host: null, path: equal.path, operation: equal, renamed: new Map() });
  }
  const { replacedBy } = operation;
  if (replacedBy === null) return standing === 'retired' ? { reason: `${operation.label} is retired, and nothing replaces it. Do without it.` } : null;
  const found = findOperation(description, `${replacedBy.method} ${replacedBy.path}`);
  return replaceOperation(request, operation, { ...replacedBy, operation: found, renamed: new Map() });
}

function replaceMethod({ site }: AttributedRequest, method: string): Replacement {
  return { method, host: null, path: null, renamed: new Map(), from: site.method ?? '', to: method };
}

/** A method that no operation of the path has is certain to be a slip only where there is one other, and no body is sent. */
function replaceWrongMethod(request: AttributedRequest): FoundReplacement {
  const served = servedOperations(request);
  const methods = [...new Set(served.map(({ method }) => method))];
  const [only, ...others] = methods;
  if (only === undefined) return null;
  if (others.length > 0) return { reason: `The path takes ${methods.join(' and ')}: which of them is meant, the code does not say. Choose one.` };
  if (request.site.body !== null) return { reason: `The path takes ${only}, and the request sends a body. Send it as ${only} says it.` };
  const lost = request.site.query.entries.find(({ name }) => served.every((operation) => findQueryName(operation, name).kind === 'unknown'));
  if (lost !== undefined) return { reason: `The path takes ${only}, without the query parameter '${lost.name}' that the request sends. Send it as ${only} says it.` };
  return replaceMethod(request, only);
}

/** An operation that is to be called instead. */
export interface Instead {
  readonly method: string;
  readonly host: string | null;
  readonly path: string;
  /** null: its description is not at hand. */
  readonly operation: Operation | null;
  readonly renamed: ReadonlyMap<string, string>;
}

/** A replacement by another operation, where its parameters and its answer are what the code goes by. */
export function replaceOperation(request: AttributedRequest, before: Operation, { method, host, path, operation, renamed }: Instead): FoundReplacement {
  const to = `${method} ${host === null || host === request.target ? '' : host}${path}`;
  if (clientOf(request.site)?.response === 'stream') return { reason: `It opens a stream, and whether ${to} sends the same is not described. Try it by hand.` };
  const names = namesIn(path);
  const old = namesIn(before.path);
  if (names.some((name, i) => old[i] !== name && old.includes(name))) return { reason: `${to} has its parameters in another order. Write it by hand.` };
  const lost = operation === null ? undefined : request.site.query.entries.find(({ name }) => !renamed.has(name) && findQueryName(operation, name).kind === 'unknown' && findQueryName(before, name).kind !== 'unknown');
  if (lost !== undefined) return { reason: `${to} has no query parameter '${lost.name}', which the request sends. Write it by hand.` };
  const reason = judgeAnswer(request, before, operation, to);
  return reason === null ? { method, host, path: path === before.path ? null : path, renamed, from: before.label, to } : { reason };
}

/** Why the answer of another operation is not what the code goes by; null: it may be, or is known to be. */
function judgeAnswer({ site }: AttributedRequest, before: Operation, after: Operation | null, to: string): string | null {
  const { reads, format } = site.response;
  const missing = after === null || format === 'xml' ? 'unknown' : findMissingRead(after, reads);
  // what the description calls equal may well have fields that it does not list
  const isEqual = before.documentedEqual !== null && !before.legacy;
  if (typeof missing === 'object' && missing !== null && (missing.closed || !isEqual)) return `The code reads ${missing.missing.path.join('.').replaceAll('.[]', '[]')}, which the answer of ${to} does not have. Read what it has, and send it there.`;
  // what does not answer has nothing to lose
  if (before.standing !== 'undocumented' || isEqual || (missing === null && reads.length > 0)) return null;
  const isUsed = reads.length > 0 || format !== null || site.method === 'GET';
  return isUsed ? `${before.label} still answers, and ${to} answers in a form of its own, which is not described. Send it there when the code reads that form.` : null;
}

function namesIn(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}
