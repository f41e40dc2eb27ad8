import { SettingsError } from '../rules/settings-error.ts';
import { DescriptionError } from '../spec/description-error.ts';
import { CannotRun } from './cannot-run.ts';

/** What is said where a command could not run. */
export function describeFailure(error: unknown): string {
  if (error instanceof CannotRun || error instanceof DescriptionError || error instanceof SettingsError) return error.message;
  if (error instanceof Error && 'syscall' in error) return error.message;
  return `This is a mistake of plex-lint's, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
