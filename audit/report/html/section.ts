import type { Markup } from './markup.ts';

/** A part of the page: it has a heading, and a place in the list of parts. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** What the list of parts calls it. */
  readonly short: string;
  readonly body: Markup;
}
