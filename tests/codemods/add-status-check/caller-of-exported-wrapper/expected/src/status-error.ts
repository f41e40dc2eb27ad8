/** An answer whose status is no success. */
export class StatusError extends Error {
  readonly status: number;
  readonly method: string;
  /** Without the query, which may hold a token. */
  readonly path: string;

  constructor(response: { readonly status: number; readonly url?: string }, method: string) {
    const path = (response.url ?? '').replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/, '');
    super(`${method} ${path} was answered with status ${response.status}.`);
    this.name = 'StatusError';
    this.status = response.status;
    this.method = method;
    this.path = path;
  }
}
