/** The audit cannot run as asked; the message says why and what to do, in one line. */
export class CannotRun extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotRun';
  }
}
