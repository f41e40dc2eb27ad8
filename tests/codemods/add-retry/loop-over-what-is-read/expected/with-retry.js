/**
 * Sends a request, and up to 2 times more when it fails for a moment: it gets no answer in time, or a status that
 * passes. Waits as long as Retry-After says, else longer each time. The last answer is returned whatever its status is.
 * Only GET and HEAD are repeated, unless the caller knows that it does no harm to send the request twice.
 */
export async function withRetry(send, options = {}) {
  const isRead = /^(?:get|head)$/i.test(options.method ?? 'GET');
  if (!isRead && options.idempotent !== true) return send();
  for (let attempt = 0; attempt < 2; attempt++) {
    let pause = 1000 * 2 ** attempt * (1 + Math.random() / 5);
    try {
      const answer = await send();
      const isPassing = [408, 429, 502, 503, 504].includes(answer.status) || (isRead && attempt === 0 && answer.status === 500);
      const wait = millisecondsIn(answer.headers.get('retry-after'));
      if (!isPassing || wait > 60_000) return answer;
      pause = Math.max(pause, wait);
    } catch (error) {
      // aborted by the caller
      if (error instanceof Error && error.name === 'AbortError') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return send();
}

/** Retry-After is a number of seconds, or a date. */
function millisecondsIn(retryAfter) {
  if (retryAfter === null) return 0;
  const seconds = Number(retryAfter);
  return (Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000) || 0;
}
