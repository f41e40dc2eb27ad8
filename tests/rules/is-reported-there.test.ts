import { Linter } from 'eslint';
import { afterEach, describe, expect, it } from 'vitest';
import { createModuleLoader } from '../../modules/create-module-loader.ts';
import { setModuleLoader } from '../../rules/engine.ts';
import plugin from '../../rules/index.ts';
import { memoryLoader } from '../requests/memory-loader.ts';
import type { Linter as Config } from 'eslint';
import type { Files } from '../requests/memory-loader.ts';

afterEach(() => {
  setModuleLoader(createModuleLoader());
});

/** The lines of a file that a rule reports. */
function lint(files: Files, file: string, rule: string, cwd = '/app'): readonly number[] {
  setModuleLoader(memoryLoader(files));
  const config = { plugins: { 'plex-api': plugin }, rules: { [`plex-api/${rule}`]: 'error' } } as unknown as Config.Config;
  return new Linter({ cwd }).verify(files[file] ?? '', config, { filename: `/app/${file}` }).map(({ line }) => line);
}

const CALLER = 'import { get } from "./api/plex.js";\nexport const hubs = () => get("/hubs");\nexport const all = () => get("/identity");';

describe('a fault that another file makes', () => {
  const files = {
    'api/plex.js': 'export const get = (path) => fetch(`http://${plexHost}:32400${path}`, {\n  headers: { "X-Plex-Tokn": token } });',
    'main.js': CALLER,
  };

  it('is reported there and not where it leads to', () => {
    expect(lint(files, 'api/plex.js', 'no-unknown-headers')).toEqual([2]);
    expect(lint(files, 'main.js', 'no-unknown-headers')).toEqual([]);
  });

  it('is reported here where the other is outside of the project', () => {
    expect(lint({ ...files, 'web/main.js': CALLER.replace('./api', '../api') }, 'web/main.js', 'no-unknown-headers', '/app/web')).toEqual([2]);
  });

  it('is reported here where nothing there tells whose API it is', () => {
    const anybody = { 'api/plex.js': 'export const get = (host, path) => fetch(`http://${host}${path}`, {\n  headers: { "X-PlexToken": token } });', 'main.js': 'import { get } from "./api/plex.js";\nexport const hubs = (plexHost) => get(plexHost, "/hubs");' };
    const named = { 'lib/send.js': anybody['api/plex.js'], 'main.js': anybody['main.js'].replace('api/plex', 'lib/send') };
    expect(lint(named, 'lib/send.js', 'no-unknown-headers')).toEqual([]);
    expect(lint(named, 'main.js', 'no-unknown-headers')).toEqual([2]);
  });

  it('is reported once when it turns the check of certificates off', () => {
    const lax = { 'api/plex.js': 'import axios from "axios";\nimport https from "node:https";\nconst plex = axios.create({ baseURL: plexUrl, httpsAgent: new https.Agent({\n  rejectUnauthorized: false }) });\nexport const get = (path) => plex.get(path);', 'main.js': CALLER };
    expect(lint(lax, 'api/plex.js', 'no-disabled-tls')).toEqual([4]);
    expect(lint(lax, 'main.js', 'no-disabled-tls')).toEqual([]);
  });

  it('is reported once when it swallows errors', () => {
    const quiet = { 'api/plex.js': 'export async function get(path) {\n  try { const response = await fetch(`${plexUrl}${path}`); if (!response.ok) throw new Error("x"); return await response.json(); } catch { return []; }\n}', 'main.js': CALLER };
    expect(lint(quiet, 'api/plex.js', 'no-swallowed-errors')).toEqual([2]);
    expect(lint(quiet, 'main.js', 'no-swallowed-errors')).toEqual([]);
  });
});
