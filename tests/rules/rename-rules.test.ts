import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import { noWrongMethod } from '../../rules/no-wrong-method.ts';
import { renameRules } from '../../rules/rename-rules.ts';
import type { ESLint } from 'eslint';

const NAMES = { from: 'right-method', to: 'no-wrong-method', since: '1.2.0', until: '2.0.0' };
const renamed = renameRules({ [noWrongMethod.name]: noWrongMethod }, [NAMES]);

it('keeps a rule at work under its old name', () => {
  const code = 'await fetch(`${plexUrl}/:/scrobble?key=1`, { method: "POST" });';
  // The rules are typed by typescript-eslint.
  const plugin = { rules: { ...renamed, [noWrongMethod.name]: noWrongMethod } } as unknown as ESLint.Plugin;
  const findings = (rule: string) => {
    const messages = new Linter().verify(code, { plugins: { 'plex-api': plugin }, rules: { [`plex-api/${rule}`]: 'error' } }, { filename: 'plex.js' });
    return messages.map(({ message, line, column }) => ({ message, line, column }));
  };
  expect(findings('right-method')).toHaveLength(1);
  expect(findings('right-method')).toEqual(findings('no-wrong-method'));
});

it('says which rule replaces it, and until when it is there', () => {
  const { url } = noWrongMethod.meta.docs;
  expect(renamed['right-method']?.meta.deprecated).toEqual({
    message: "'right-method' is called 'no-wrong-method' now.",
    url,
    replacedBy: [{ rule: { name: 'no-wrong-method', url } }],
    deprecatedSince: '1.2.0',
    availableUntil: '2.0.0',
  });
  expect(noWrongMethod.meta).not.toHaveProperty('deprecated');
});

it('knows no rule of a name that is not there', () => {
  expect(renameRules({ [noWrongMethod.name]: noWrongMethod }, [{ ...NAMES, to: 'no-such-rule' }])).toEqual({});
});
