import { count } from './element.ts';

/** So many rows are put into the page at once. */
const PAGE = 50;
/** Paper takes more; what is beyond is counted. */
const PRINTED = 1000;

interface ListParts<T> {
  readonly items: readonly T[];
  /** What holds the rows: a table's body. */
  readonly body: HTMLElement;
  /** Says how many there are. */
  readonly status: HTMLElement;
  /** Shows the next ones. */
  readonly more: HTMLElement;
  readonly noun: string;
  readonly matches: (item: T) => boolean;
  /** The rows of an item. */
  readonly render: (item: T) => readonly HTMLElement[];
}

export interface PagedList {
  /** Filters anew. Returns how many match. */
  readonly refresh: () => number;
  /** Shows what goes onto paper, and back. */
  readonly print: (printing: boolean) => void;
  /** Shows the rows up to the first item that is meant; the number of its row, or -1. */
  readonly reveal: (item: unknown) => number;
}

/** A list of which only the first rows are in the page, however long it is. */
export function createPagedList<T>({ items, body, status, more, noun, matches, render }: ListParts<T>): PagedList {
  let matching: readonly T[] = [];
  let shown = 0;
  let before = PAGE;

  const showUpTo = (limit: number): void => {
    const rows = matching.slice(shown, limit).flatMap(render);
    body.append(...rows);
    shown = Math.min(Math.max(shown, limit), matching.length);
    const left = matching.length - shown;
    more.hidden = left === 0;
    more.textContent = `Show ${String(Math.min(PAGE, left))} more of ${String(left)}`;
    const of = matching.length === items.length ? count(items.length, noun) : `${String(matching.length)} of ${count(items.length, noun)}`;
    status.textContent = left === 0 ? of : `${of}, the first ${String(shown)} shown`;
  };
  const restart = (limit: number): void => {
    body.replaceChildren();
    shown = 0;
    showUpTo(limit);
  };
  more.addEventListener('click', () => {
    const first = body.children.length;
    showUpTo(shown + PAGE);
    // the button may be gone: go on where the new rows begin
    body.children[first]?.querySelector<HTMLElement>('button, a')?.focus();
  });
  return {
    refresh() {
      matching = items.filter(matches);
      restart(PAGE);
      return matching.length;
    },
    print(printing) {
      if (printing) before = shown;
      if (printing) showUpTo(PRINTED);
      else restart(Math.max(PAGE, before));
    },
    reveal(item) {
      const at = matching.indexOf(item as T);
      if (at >= shown) showUpTo(Math.ceil((at + 1) / PAGE) * PAGE);
      return at;
    },
  };
}
