import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../rules/index.ts';

describe('accepts', () => {
  it.each([
    ['a reason', '// eslint-disable-next-line plex-api/no-wrong-method -- the proxy takes POST only\nsend();'],
    ['a rule of somebody else', '/* eslint-disable no-console */\nsend(); // see plex-api/no-wrong-method'],
    ['a comment that only speaks of one', '// plex-api/no-wrong-method does not like this\nsend();'],
    ['a rule that is switched on', '/* eslint plex-api/no-wrong-method: "error" */\nsend();'],
    ['the end of a disabled region, which needs no reason', '/* eslint-enable plex-api/no-wrong-method */\nsend();'],
  ])('%s', (_, code) => {
    expect(lint(code)).toEqual([]);
  });
});

describe('reports', () => {
  it.each([
    ['for the next line', 'a();\n// eslint-disable-next-line plex-api/no-wrong-method\nsend();', 2],
    ['for its own line', 'send(); // eslint-disable-line no-console, plex-api/no-wrong-method', 1],
    ['for the file, with dashes and nothing behind them', '/* eslint-disable plex-api/no-wrong-method -- */\nsend();', 1],
    ['for oxlint', '// oxlint-disable-next-line plex-api/no-wrong-method\nsend();', 1],
    ['by a configuration comment', '/* eslint plex-api/no-wrong-method: "off" */\nsend();', 1],
  ])('a comment without a reason %s', (_, code, line) => {
    expect(lint(code)).toEqual([{ line, message: 'Say why plex-api/no-wrong-method is switched off, behind two dashes: `-- reason`.' }]);
  });

  it('all rules of a comment at once', () => {
    const [found] = lint('// eslint-disable-next-line plex-api/no-wrong-method, plex-api/no-token-in-url\nsend();');
    expect(found?.message).toContain('plex-api/no-wrong-method and plex-api/no-token-in-url are switched off');
  });
});

/** What the rule says of a file, as ESLint runs it beside the comments that it reads itself. */
function lint(code: string): readonly { readonly line: number; readonly message: string }[] {
  const rules = { 'plex-api/require-disable-reason': 'error' } as const;
  const messages = new Linter().verify(code, [{ plugins: { 'plex-api': plugin }, rules }], { filename: 'plex.js' });
  return messages.filter(({ ruleId }) => ruleId === 'plex-api/require-disable-reason').map(({ line, message }) => ({ line, message }));
}
