import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_NAMES } from '../../spec/built-in-names.ts';
import { checkDocument } from '../../spec/check-document.ts';
import { EXTENSIONS } from '../../spec/check-extensions.ts';
import { createDescription } from '../../spec/create-description.ts';
import { matchPath } from '../../spec/match-path.ts';
import { parseDocument } from '../../spec/parse-document.ts';
import { parsePathPattern } from '../../spec/path-pattern.ts';

const guide = readFileSync(new URL('../../docs/description.md', import.meta.url), 'utf8');

function namesIn(text: string): string[] {
  return [...new Set(text.match(/x-plex-[a-z]+(?:-[a-z]+)*/g))].toSorted();
}

describe('the extensions', () => {
  it('that the documents use are the ones that the guide describes', () => {
    const texts = BUILT_IN_NAMES.map((name) => readFileSync(new URL(`../../spec/${name}.json`, import.meta.url), 'utf8'));
    const used = namesIn(texts.flatMap((text) => text.match(/"x-plex-[a-z-]+":/g) ?? []).join('\n'));
    const described = [...guide.matchAll(/^\| `(x-plex-[a-z-]+)` \|/gm)].map(([, name = '']) => name).toSorted();
    expect(used).toEqual(described);
    expect(Object.keys(EXTENSIONS).toSorted()).toEqual(described);
  });

  it('that the guide speaks of exist', () => {
    expect(namesIn(guide).filter((name) => !Object.hasOwn(EXTENSIONS, name))).toEqual([]);
  });
});

describe('how requests are repeated', () => {
  const policyOf = (policy: unknown): unknown => createDescription({ name: 'shop', file: 'shop.yaml', document: { info: { title: 'Shop' }, paths: {}, 'x-plex-retry-policy': policy } }).retryPolicy;

  it('is what the document says, and for the rest what HTTP says', () => {
    expect(policyOf({ attempts: 5, statuses: [503], onceForReads: [500], minPause: 200 })).toEqual({ attempts: 5, statuses: [503], onceForReads: [500], minPause: 200, maxPause: 30_000, maxWait: 60_000 });
    expect(policyOf(undefined)).toMatchObject({ attempts: 3, statuses: [408, 429, 502, 503, 504], onceForReads: [] });
  });
});

describe('the guide', () => {
  it('names every built-in description', () => {
    for (const name of BUILT_IN_NAMES) expect(guide).toContain(`\`${name}\``);
  });

  it('shows a document that works', () => {
    const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
    const document = checkDocument('shop.yaml', text, parseDocument('shop.yaml', text));
    const shop = createDescription({ name: 'shop', file: 'shop.yaml', document });
    expect(matchPath(shop, parsePathPattern('/v1/orders/{}'), 'GET').certain?.summary).toBe('Reads an order.');
    expect(matchPath(shop, parsePathPattern('/order/{}'), 'GET').certain?.replacedBy?.path).toBe('/orders/{id}');
  });
});
