/** A request to the media server that failed, in words for the screen. */
export class PlexError extends Error {
  readonly status: number | null;

  constructor(message: string, status: number | null, cause?: unknown) {
    super(message, { cause });
    this.name = 'PlexError';
    this.status = status;
  }
}
