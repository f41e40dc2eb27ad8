import type { Operation } from '../spec/description.ts';
import type { ImplementedOperation } from './audit-sections.ts';
import type { ListedRequest } from './listed-request.ts';

/** A request asks with one of these whether something has changed, and 304 says that it has not. */
const CONDITIONS: readonly string[] = ['if-none-match', 'if-modified-since'];

/**
 * Which documented statuses outside 2xx some request tells apart: compares with, or repeats the request after. `4XX` is told
 * apart by any of its numbers. 304 is left out where no request asks for it.
 */
export function readStatuses({ statuses }: Operation, requests: readonly ListedRequest[]): Omit<ImplementedOperation['statuses'], 'documented'> {
  const told = requests.flatMap(({ judged }) => toldApart(judged.site.handling)).map(String);
  const isAsked = (status: string): boolean => status !== '304' || requests.some(({ judged: { site } }) => site.headers.open || site.headers.entries.some(({ name }) => CONDITIONS.includes(name.toLowerCase())));
  const failures = statuses.filter((status) => !status.startsWith('2') && status !== 'default' && isAsked(status));
  const isTold = (status: string): boolean => (status.startsWith('3') && requests.some(looksForRedirects)) || told.some((one) => one === status || (/^\dXX$/i.test(status) && one.startsWith(status.slice(0, 1))));
  return {
    toldApart: failures.filter(isTold),
    untold: failures.filter((status) => !isTold(status)),
    open: requests.some(({ judged }) => judged.site.handling.statusesOpen),
  };
}

function toldApart({ repeats, statuses }: ListedRequest['judged']['site']['handling']): readonly number[] {
  return [...statuses, ...repeats.flatMap((repeat) => (Array.isArray(repeat.statuses) ? (repeat.statuses as readonly number[]) : []))];
}

/** Where the client throws for a failure, whoever asks for the bound of success tells redirects from it. */
function looksForRedirects({ judged: { site: { handling } } }: ListedRequest): boolean {
  return handling.status === 'thrown' && (handling.statuses.includes(299) || handling.statuses.includes(300));
}
