import { withRetry } from './with-retry';

const base = { headers: { Accept: 'application/json', 'X-Plex-Token': plexToken } };

export function sessions() {
  const options = { headers: base.headers };
  return withRetry(() => fetch(`${plexUrl}/status/sessions`, { signal: AbortSignal.timeout(5000), ...options }));
}

export function hubs() {
  const options = { method: 'GET', headers: base.headers };
  return withRetry(() => fetch(`${plexUrl}/hubs`, { signal: AbortSignal.timeout(5000), ...options }));
}

export function remove(id, quietly) {
  const options = { method: 'DELETE', headers: base.headers };
  if (quietly) options.keepalive = true;
  return withRetry(() => fetch(`${plexUrl}/playlists/${id}`, { signal: AbortSignal.timeout(5000), ...options }), { method: 'DELETE', idempotent: true });
}

export function identity(probe) {
  const options = { headers: base.headers };
  if (probe) options.method = 'HEAD';
  return withRetry(() => fetch(`${plexUrl}/identity`, { signal: AbortSignal.timeout(5000), ...options }), { method: options.method });
}

export function libraries(base) {
  return fetch(`${plexUrl}/library/sections/all`, { signal: AbortSignal.timeout(5000), ...base });
}
