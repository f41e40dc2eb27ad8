import type { SharedExport } from './share-exports.ts';
import type { SharedModule } from './shared-module.ts';

/** The error that says which request was answered with which status. */
export function statusError(language: SharedModule['language']): SharedExport {
  return { name: 'StatusError', code: language === 'ts' ? TYPED_ERROR : ERROR };
}

/** The function that hands on an answer, or throws the error. */
export function checkStatus(language: SharedModule['language']): SharedExport {
  return { name: 'checkStatus', code: language === 'ts' ? TYPED_CHECK : CHECK };
}

const BODY = `    const path = (response.url ?? '').replace(/^[a-z][a-z\\d+.-]*:\\/\\/[^/?#]*/i, '').replace(/[?#].*$/, '');
    super(\`\${method} \${path} was answered with status \${response.status}.\`);
    this.name = 'StatusError';
    this.status = response.status;
    this.method = method;`;

const ERROR = `/** An answer whose status is no success. */
class StatusError extends Error {
  constructor(response, method) {
${BODY}
    // without the query, which may hold a token
    this.path = path;
  }
}`;

const TYPED_ERROR = `/** An answer whose status is no success. */
class StatusError extends Error {
  readonly status: number;
  readonly method: string;
  /** Without the query, which may hold a token. */
  readonly path: string;

  constructor(response: { readonly status: number; readonly url?: string }, method: string) {
${BODY}
    this.path = path;
  }
}`;

const CHECK = `/** Hands on an answer whose status is a success, and throws for any other. */
function checkStatus(response, method) {
  if (!response.ok) throw new StatusError(response, method);
  return response;
}`;

const TYPED_CHECK = `/** Hands on an answer whose status is a success, and throws for any other. */
function checkStatus<T extends { readonly ok: boolean; readonly status: number; readonly url: string }>(response: T, method: string): T {
  if (!response.ok) throw new StatusError(response, method);
  return response;
}`;
