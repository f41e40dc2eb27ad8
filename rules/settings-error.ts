/** A mistake in the settings, in one line. It has no stack: ESLint prints the stack, and this one tells a user nothing. */
export class SettingsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SettingsError';
    this.stack = `${this.name}: ${message}`;
  }
}
