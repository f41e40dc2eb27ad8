import type { AuditReport, AuditRequest, Counts } from './audit-report.ts';
import type { Dimension, Dimensions, NameUse } from './audit-sections.ts';

/** What the dimensions are counted of. */
export interface Measured extends Pick<AuditReport, 'requests' | 'implemented'> {
  /** The documented operations. */
  readonly operations: Counts;
}

/** How much of the descriptions the code uses, in five measures, each with what could not be looked at. */
export function measureDimensions({ requests, implemented, operations }: Measured): Dimensions {
  // what a retired operation takes and answers is no longer of use
  const used = implemented.filter(({ standing }) => standing !== 'retired');
  return {
    operations: dimension(operations.implemented, operations.total, {
      'requests whose path cannot be known': count(requests, ({ path }) => path === null),
      'requests that nothing attributes to an API': count(requests, ({ path, target }) => path !== null && target === null),
      'requests of several possible operations': count(requests, isAmbiguous),
    }),
    parameters: dimension(...countNames(used.map(({ parameters }) => parameters)), {
      'parameters that may be among what cannot be read': countUnknown(used.map(({ parameters }) => parameters)),
      'operations that take names the description does not list': count(used, ({ openQuery }) => openQuery),
    }),
    headers: dimension(...countNames(used.map(({ headers }) => headers)), {
      'headers that may be among what cannot be read': countUnknown(used.map(({ headers }) => headers)),
    }),
    statuses: dimension(
      sum(used.map(({ statuses }) => statuses.toldApart.length)),
      sum(used.map(({ statuses }) => statuses.toldApart.length + statuses.untold.length)),
      { 'operations whose status goes where it is not followed': count(used, ({ statuses }) => statuses.open) },
    ),
    fields: dimension(sum(used.map(({ response }) => response.read)), sum(used.map(({ response }) => response.described)), {
      'operations whose response is not described': count(used, ({ response }) => response.described === 0),
      'operations whose response goes where it is not followed': count(used, ({ response, sites }) => response.described > 0 && (response.open || response.unknown === sites.length)),
    }),
  };
}

function dimension(reached: number, total: number, outOfReach: Readonly<Record<string, number>>): Dimension {
  const reasons = Object.entries(outOfReach).map(([reason, number]) => ({ reason, count: number }));
  return { reached, total, outOfReach: reasons.filter((reason) => reason.count > 0) };
}

function isAmbiguous({ path, target, standing }: AuditRequest): boolean {
  return path !== null && target !== null && standing === 'unresolved';
}

/** The names that at least one site sends, of all. */
function countNames(uses: readonly (readonly NameUse[])[]): [number, number] {
  const names = uses.flat();
  return [count(names, isSent), names.length];
}

function countUnknown(uses: readonly (readonly NameUse[])[]): number {
  return count(uses.flat(), (use) => !isSent(use) && use.unknown > 0);
}

function isSent({ always, maybe }: NameUse): boolean {
  return always + maybe > 0;
}

function count<T>(items: readonly T[], fits: (item: T) => boolean): number {
  return items.filter(fits).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
