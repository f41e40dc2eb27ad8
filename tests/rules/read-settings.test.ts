import { expect, it } from 'vitest';
import { readSettings } from '../../rules/read-settings.ts';
import { SettingsError } from '../../rules/settings-error.ts';

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
  expect(() => readSettings({ server: 'x' }, '.')).toThrow("Its keys are: 'allow', 'clients', 'descriptions', 'hosts', 'names', 'packages'.");
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

const SDK = { name: 'sdk', modules: ['./lib/sdk'], description: 'plex-tv', members: { get: { method: 'GET', args: ['url'] } } };

it('reads declared clients, with their files from the working folder', () => {
  const { clients } = readSettings({ clients: [SDK] }, '/app').engine;
  expect(clients).toMatchObject([{ name: 'sdk', modules: ['./lib/sdk', '/app/lib/sdk'], response: 'body' }]);
});

it('gives equal settings one object, so that they share an engine, and others another', () => {
  const { engine } = readSettings({ clients: [SDK] }, '/app');
  expect(readSettings({ clients: [{ ...SDK }] }, '/app').engine).toBe(engine);
  expect(readSettings({ clients: [SDK] }, '/other').engine).not.toBe(engine);
  expect(readSettings({ clients: [SDK], packages: ['a'] }, '/app').engine).not.toBe(engine);
  expect(readSettings({}, '/app').engine).toBe(readSettings(undefined, '/app').engine);
});

it.each([
  [{ clients: [{ ...SDK, member: {} }] }, "settings['plex-api'].clients[0] has no key 'member'. Did you mean 'members'?"],
  [{ clients: [SDK, { ...SDK, description: 'plex-vt' }] }, "settings['plex-api'].clients[1].description: There is no API 'plex-vt'. Did you mean 'plex-tv'?"],
  [{ clients: [{ ...SDK, description: 'jellyfin' }] }, "There is no API 'jellyfin'. Known are 'plex-media-server', 'plex-tv',"],
  [{ hosts: { 'media.lan': 'plex-media-sever' } }, "settings['plex-api'].hosts['media.lan']: There is no API 'plex-media-sever'. Did you mean 'plex-media-server'?"],
  [{ hosts: { 'http://media.lan/': 'plex-tv' } }, "settings['plex-api'].hosts['http://media.lan/']: Write the host alone"],
  [{ names: { jellyfin: 'no' } }, "settings['plex-api'].names['jellyfin']: There is no API 'no'. Known are 'plex-media-server',"],
  [{ names: { jellyfin: false } }, "settings['plex-api'].names['jellyfin'] must be the name of an API, or 'none', and is false."],
  [{ names: ['jellyfin'] }, "settings['plex-api'].names must be an object such as { jellyfinClient: 'none' }."],
  [{ packages: 'a' }, "settings['plex-api'].packages must be a list of package names such as ['@my/plex-client']."],
  [{ packages: ['a', './b'] }, "settings['plex-api'].packages[1] is \"./b\", which is no package name."],
])('tells a mistake by its place: %j', (settings, message) => {
  expect(() => readSettings(settings, '/app')).toThrow(SettingsError);
  expect(() => readSettings(settings, '/app')).toThrow(message);
});

it('takes a client for one of none of the APIs', () => {
  expect(readSettings({ clients: [{ ...SDK, description: 'none' }] }, '/app').engine.clients[0]?.description).toBe('none');
});
