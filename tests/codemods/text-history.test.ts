import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../codemods/apply-plans.ts';
import { TextHistory } from '../../codemods/text-history.ts';
import type { Edit } from '../../rules/editable.ts';

const FILE = '/app/a.ts';

/** Puts `put` in the place of `old`, or in front of what follows an empty one. */
function edit(text: string, old: string, put: string, at = text.indexOf(old)): Edit {
  return { place: { file: FILE, start: at, end: at + old.length }, text: put };
}

function historyOf(text: string, passes: readonly ((text: string) => readonly Edit[])[]): { history: TextHistory; texts: readonly string[] } {
  const history = new TextHistory();
  const texts = [text];
  for (const pass of passes) {
    const edits = pass(texts.at(-1) ?? '');
    history.add(new Map([[FILE, edits]]));
    texts.push(applyEdits(texts.at(-1) ?? '', edits));
  }
  return { history, texts };
}

describe('TextHistory', () => {
  const { history, texts } = historyOf('one();\ntwo();\nfetch(url);\nlast();\n', [
    (text) => [edit(text, '', 'import x;\n', 0), edit(text, 'url', 'url, { a }'), edit(text, 'two();\n', '')],
    (text) => [edit(text, '', 'withRetry(() => ', text.indexOf('fetch')), edit(text, 'a }', 'a,\n  b\n}'), edit(text, 'one', 'first\n.one')],
  ]);

  it('finds code that stays from any pass in the first text and the last', () => {
    expect(texts.at(-1)).toBe('import x;\nfirst\n.one();\nwithRetry(() => fetch(url, { a,\n  b\n});\nlast();\n');
    for (const word of ['fetch', 'last', '();\n']) {
      for (const [pass, text] of texts.entries()) {
        expect(history.findBefore(FILE, text.indexOf(word), pass)).toBe(texts[0]?.indexOf(word));
        expect(history.findAfter(FILE, text.indexOf(word), pass)).toBe(texts.at(-1)?.indexOf(word));
      }
    }
  });

  it('finds new code where it was put in, and replaced code in its replacement', () => {
    expect(history.findBefore(FILE, texts[2]?.indexOf('withRetry') ?? 0, 2)).toBe(texts[0]?.indexOf('fetch'));
    expect(history.findBefore(FILE, texts[2]?.indexOf('x;') ?? 0, 2)).toBe(0);
    expect(history.findAfter(FILE, texts[0]?.indexOf('two') ?? 0, 0)).toBe(texts[2]?.indexOf('fetch'));
    expect(history.findAfter(FILE, texts[0]?.indexOf('ne();') ?? 0, 0)).toBe(texts[2]?.indexOf('irst'));
  });

  it('leaves offsets of other files alone', () => {
    expect([history.findBefore('/app/b.ts', 7, 2), history.findAfter('/app/b.ts', 7, 0)]).toEqual([7, 7]);
  });
});
