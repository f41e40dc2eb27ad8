import { reasonNotToRepeat } from '../rules/is-safe-to-repeat.ts';
import { compareTexts, placesOf } from './listed-request.ts';
import { readStatuses } from './read-statuses.ts';
import { nameRequest } from './report/words.ts';
import type { Operation } from '../spec/description.ts';
import type { ErrorHandlingRow, YesNo } from './audit-sections.ts';
import type { ListedRequest } from './listed-request.ts';

/** What becomes of failures, by target and operation: a row for each operation, or path, that requests to a known API send. */
export function listErrorHandling(requests: readonly ListedRequest[]): readonly ErrorHandlingRow[] {
  const rows = new Map<string, ListedRequest[]>();
  for (const listed of requests) {
    const { path, target } = listed.request;
    if (target === null || path === null) continue;
    const key = `${target}\n${labelOf(listed)}`;
    rows.set(key, [...(rows.get(key) ?? []), listed]);
  }
  return [...rows].sort(([a], [b]) => compareTexts(a, b)).flatMap(([, group]) => describeRow(group) ?? []);
}

function labelOf({ judged, request }: ListedRequest): string {
  return judged.operation?.label ?? nameRequest(request);
}

function describeRow(group: readonly ListedRequest[]): ErrorHandlingRow | null {
  const [first] = group;
  const target = first?.request.target;
  if (first === undefined || target === null || target === undefined) return null;
  const { operation } = first.judged;
  const count = (status: keyof ErrorHandlingRow['status']): number => group.filter(({ request }) => (request.status ?? 'unknown') === status).length;
  const statuses = operation === null ? { toldApart: [], untold: [], open: group.some(({ judged }) => judged.site.handling.statusesOpen) } : readStatuses(operation, group);
  const retryReason = operation === null ? null : reasonNotToRepeat(operation);
  return {
    target,
    operation: labelOf(first),
    description: operation?.description.name ?? null,
    sites: placesOf(group),
    status: { thrown: count('thrown'), checked: count('checked'), ignored: count('ignored'), swallowed: count('swallowed'), unknown: count('unknown') },
    timeout: countYesNo(group, ({ request }) => request.timeout),
    retry: countYesNo(group, ({ request }) => request.retry),
    retrySafe: operation === null ? null : retryReason === null,
    retryReason,
    untold: statuses.untold,
    toldApart: statuses.toldApart,
    statusesOpen: statuses.open,
    rateLimit: describeRateLimit(operation, group),
  };
}

function countYesNo(group: readonly ListedRequest[], answer: (listed: ListedRequest) => boolean | null): YesNo {
  const answers = group.map(answer);
  return { yes: answers.filter((one) => one === true).length, no: answers.filter((one) => one === false).length, unknown: answers.filter((one) => one === null).length };
}

/** 429 is handled where some request tells it apart or is sent again after it. */
function describeRateLimit(operation: Operation | null, group: readonly ListedRequest[]): ErrorHandlingRow['rateLimit'] {
  const handlings = group.map(({ judged }) => judged.site.handling);
  const repeats = handlings.flatMap((handling) => handling.repeats).filter(({ statuses }) => statuses === 'all' || statuses?.includes(429) === true);
  const isHandled = repeats.length > 0 || handlings.some(({ statuses }) => statuses.includes(429));
  const isOpen = handlings.some(({ statusesOpen, retryOpen }) => statusesOpen || retryOpen);
  const heeds = repeats.map(({ heedsRetryAfter }) => heedsRetryAfter);
  return {
    documented: operation !== null && (operation.statuses.includes('429') || Object.hasOwn(operation.description.commonStatuses, '429')),
    handled: isHandled ? true : isOpen ? null : false,
    retryAfter: heeds.length === 0 || heeds.includes(null) ? null : heeds.every((one) => one === true),
  };
}
