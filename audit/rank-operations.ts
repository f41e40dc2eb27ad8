import { createDataSignal } from './rank-by-data.ts';
import { createReplacementSignal } from './rank-by-replacement.ts';
import { createPrivilegeSignal } from './rank-by-privilege.ts';
import { createSiblingSignal } from './rank-by-sibling.ts';
import { groupByOperation } from './listed-request.ts';
import { nameOperation } from './name-operation.ts';
import { readUsage } from './read-usage.ts';
import { weightOf } from './rank-signals.ts';
import type { Description, Operation } from '../spec/description.ts';
import type { RankedOperation, RankReason } from './audit-sections.ts';
import type { ListedRequest } from './listed-request.ts';
import type { RankSignal, RankWeights } from './rank-signals.ts';

/** What the ranking is made of. */
export interface RankInput {
  readonly descriptions: readonly Description[];
  readonly requests: readonly ListedRequest[];
  readonly isWanted: (operation: Operation) => boolean;
  readonly weights: RankWeights;
}

/** A reason whose points are to be multiplied with the weight of its signal. */
export interface Reason extends Omit<RankReason, 'points'> {
  readonly signal: RankSignal;
  /** Share of the weight. */
  readonly share: number;
}

/** Gives the reasons to implement an operation; none when it sees none. */
export type Signal = (operation: Operation) => readonly Reason[];

/**
 * The operations that are not sent and that something speaks for, the best first. Another form of an operation (of a
 * method that servers take as well, or one whose documented equal is described) is not ranked beside it.
 */
export function rankOperations({ descriptions, isWanted, requests, weights }: RankInput): readonly RankedOperation[] {
  const implemented = groupByOperation(requests);
  const used = new Set(requests.flatMap(({ judged }) => (judged.target === null ? [] : (judged.description ?? []))));
  const signals: readonly Signal[] = [createReplacementSignal(requests), createDataSignal(implemented), createSiblingSignal(implemented), findUsage, createPrivilegeSignal(implemented), findDrawbacks];
  const ranked = descriptions.flatMap(({ operations }) => operations).flatMap((operation) => {
    const { documentedEqual, methodVariant, standing, description } = operation;
    const isOther = methodVariant !== null || documentedEqual !== null || standing === 'retired';
    if (isOther || implemented.has(operation) || !isWanted(operation)) return [];
    const reasons = signals.flatMap((signal) => signal(operation)).map((reason) => toPoints(reason, weights)).filter(({ points }) => points !== 0);
    // what other clients do is a reason to do it only with an API that the code talks to
    if (!reasons.some(({ points }) => points > 0) || !used.has(description)) return [];
    return [{ ...nameOperation(operation), score: round(reasons.reduce((sum, { points }) => sum + points, 0)), reasons }];
  });
  return ranked.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).map((operation, index) => ({ rank: index + 1, ...operation }));
}

function toPoints({ share, signal, sites, text }: Reason, weights: RankWeights): RankReason {
  return { signal, points: round(share * weightOf(signal, weights)), text, sites };
}

function round(points: number): number {
  return Math.round(points * 10) / 10;
}

function findUsage(operation: Operation): readonly Reason[] {
  const usage = readUsage(operation);
  if (usage === null || usage.clients === 0) return [];
  const clients = usage.clients === 1 ? '1 public client sends' : `${String(usage.clients)} public clients send`;
  const what = usage.as === operation ? 'it' : `${usage.as.label} in its place`;
  return [{ signal: 'usage', share: Math.log2(1 + usage.clients), text: `${clients} ${what}.`, sites: [] }];
}

function findDrawbacks({ deprecated, legacy, standing }: Operation): readonly Reason[] {
  const reasons: Reason[] = [];
  if (standing === 'undocumented') reasons.push({ signal: 'undocumented', share: 1, text: 'It is not part of the documented API.', sites: [] });
  if (legacy || deprecated) reasons.push({ signal: 'legacy', share: 1, text: deprecated ? 'It is deprecated.' : 'It has a successor, or serves a feature that is gone.', sites: [] });
  return reasons;
}
