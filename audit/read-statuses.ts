import type { Operation } from '../spec/description.ts';
import type { ImplementedOperation } from './audit-sections.ts';
import type { ListedRequest } from './listed-request.ts';

/**
 * Which documented statuses outside 2xx some request tells apart: compares with, or repeats the request after. `4XX` is told
 * apart by any of its numbers.
 */
export function readStatuses({ statuses }: Operation, requests: readonly ListedRequest[]): Omit<ImplementedOperation['statuses'], 'documented'> {
  const told = requests.flatMap(({ judged }) => toldApart(judged.site.handling)).map(String);
  const failures = statuses.filter((status) => !status.startsWith('2') && status !== 'default');
  const isTold = (status: string): boolean => told.some((one) => one === status || (/^\dXX$/i.test(status) && one.startsWith(status.slice(0, 1))));
  return {
    toldApart: failures.filter(isTold),
    untold: failures.filter((status) => !isTold(status)),
    open: requests.some(({ judged }) => judged.site.handling.statusesOpen),
  };
}

function toldApart({ repeats, statuses }: ListedRequest['judged']['site']['handling']): readonly number[] {
  return [...statuses, ...repeats.flatMap((repeat) => (Array.isArray(repeat.statuses) ? (repeat.statuses as readonly number[]) : []))];
}
