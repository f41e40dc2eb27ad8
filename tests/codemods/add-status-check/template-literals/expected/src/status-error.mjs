/** An answer whose status is no success. */
export class StatusError extends Error {
  constructor(response, method) {
    const path = (response.url ?? '').replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/, '');
    super(`${method} ${path} was answered with status ${response.status}.`);
    this.name = 'StatusError';
    this.status = response.status;
    this.method = method;
    // without the query, which may hold a token
    this.path = path;
  }
}

/** Hands on an answer whose status is a success, and throws for any other. */
export function checkStatus(response, method) {
  if (!response.ok) throw new StatusError(response, method);
  return response;
}
