import { addOption, sendCallOf } from './call-options.ts';
import type { ClientModel } from '../requests/client-model.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { Edit, Editable } from './editable.ts';

/** The time that a request is given where nobody says another, in milliseconds. */
export const DEFAULT_TIMEOUT = 30_000;

/**
 * The edit that gives the call that sends a request a limit of time, in milliseconds; null where the call may not be
 * changed, has no place for it, or the client's option is not known.
 */
export function suggestTimeout(target: Editable, site: RequestSite, ms: number = DEFAULT_TIMEOUT): Edit | null {
  const call = sendCallOf(target, site);
  const option = call === null ? null : timeoutOption(call.model, ms);
  return call === null || option === null ? null : addOption(call, option);
}

/** How the client is told to give up after a time in milliseconds, as a property; null where no option is known. */
export function timeoutOption({ config, deadline, response }: ClientModel, ms: number): string | null {
  const time = ms < 10_000 ? String(ms) : String(ms).replace(/\B(?=(?:\d{3})+$)/g, '_');
  // an option that only tells that the time is over ends nothing
  const isSignal = response === 'node' || (response === 'fetch' && config.json === undefined);
  if (isSignal && config.signal?.includes('signal') === true) return `signal: AbortSignal.timeout(${time})`;
  if (deadline?.fields?.includes('request') === true) return `timeout: { request: ${time} }`;
  return config.timeout?.includes('timeout') === true && deadline === undefined ? `timeout: ${time}` : null;
}
