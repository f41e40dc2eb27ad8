import { expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../rules/read-settings.ts';

it('uses all built-in descriptions by default', () => {
  const names = readSettings(undefined, '.').descriptions.map(({ name }) => name);
  expect(names).toContain('plex-media-server');
  expect(names).toContain('plex-tv');
});

it('replaces the default by what is listed', () => {
  expect(readSettings({ descriptions: ['plex-tv'] }, '.').descriptions.map(({ name }) => name)).toEqual(['plex-tv']);
});

it('names the key that a misspelt one should be', () => {
  expect(() => readSettings({ description: ['plex-tv'] }, '.')).toThrow("settings['plex-api'] has no key 'description'. Did you mean 'descriptions'?");
  expect(() => readSettings({ server: 'x' }, '.')).toThrow("Its keys are: 'allow', 'descriptions'.");
});

it('reads the endpoints that the team has accepted', () => {
  expect(readSettings(undefined, '.').allow).toEqual([]);
  expect(readSettings({ allow: ['GET /accounts', '/library/**'] }, '.').allow).toEqual(['GET /accounts', '/library/**']);
});

it.each([['GET /accounts'], [['accounts']], [[1]]])('refuses %j as a list of endpoints', (allow) => {
  expect(() => readSettings({ allow }, '.')).toThrow("settings['plex-api'].allow must be a list of endpoints such as 'GET /accounts'");
});

it('wants an object', () => {
  expect(() => readSettings(['plex-tv'], '.')).toThrow(SettingsError);
});

it('says which description is missing', () => {
  expect(() => readSettings({ descriptions: ['./missing.yaml'] }, '/nowhere')).toThrow(/missing\.yaml/);
});

it('has a message and no stack, because ESLint prints the stack', () => {
  try {
    readSettings({ x: 1 }, '.');
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    expect((error as SettingsError).stack).not.toContain(' at ');
  }
});
