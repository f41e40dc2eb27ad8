import { make } from './element.ts';

interface OpeningRow {
  /** Unique in the page. */
  readonly id: string;
  /** What the button that opens the row says. */
  readonly label: readonly Node[];
  /** The cells behind it. */
  readonly cells: readonly HTMLElement[];
  /** Says more; called when it is first wanted. Null: there is no more to say. */
  readonly fill: ((into: HTMLElement) => void) | null;
}

/** A row whose first cell is a button, and the row below that it opens. */
export function makeOpeningRow({ id, label, cells, fill }: OpeningRow): readonly HTMLElement[] {
  if (fill === null) return [make('tr', {}, make('th', { scope: 'row' }, make('span', { class: 'opener' }, ...label)), ...cells)];

  const button = make('button', { type: 'button', class: 'opener', 'aria-expanded': 'false', 'aria-controls': id }, ...label);
  const into = make('td', { colspan: String(cells.length + 1) });
  const below = make('tr', { id, class: 'detail', hidden: '' }, into);
  button.addEventListener('click', () => {
    const open = below.hidden;
    if (open && into.childElementCount === 0) fill(into);
    below.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  });
  return [make('tr', {}, make('th', { scope: 'row' }, button), ...cells), below];
}
