/** A description or setting that cannot be used. The message is one line: what happened, where, what to do. */
export class DescriptionError extends Error {
  override readonly name = 'DescriptionError';
}
