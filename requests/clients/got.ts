import { repeatsOfGot, repeatsOfKy, repeatsOfOfetch } from '../repeat-model.ts';
import type { CallShape, ClientModel } from '../client-model.ts';

const verb = (method: string): CallShape => ({ method, args: ['urlOrConfig', 'config'] });
const verbs = { get: verb('GET'), post: verb('POST'), put: verb('PUT'), patch: verb('PATCH'), delete: verb('DELETE'), head: verb('HEAD') };

export const got: ClientModel = {
  name: 'got',
  docs: 'https://github.com/sindresorhus/got#documentation',
  modules: ['got', 'got-cjs', 'got-scraping'],
  types: ['Got', 'ExtendOptions'],
  exports: ['got', 'gotScraping'],
  throwsOnErrorStatus: true,
  response: 'got',
  call: { args: ['urlOrConfig', 'config'] },
  members: { ...verbs, stream: { args: ['urlOrConfig', 'config'], response: 'node' }, paginate: { args: ['urlOrConfig', 'config'], response: 'body' } },
  factories: { extend: 0 },
  defaults: 'defaults.options',
  dropsUndefined: true,
  config: {
    url: ['url'], base: ['prefixUrl'], method: ['method'], query: ['searchParams'], headers: ['headers'], json: ['json'], form: ['form'], body: ['body'],
    timeout: ['timeout'], signal: ['signal'], retry: ['retry'], throws: ['throwHttpErrors'], hooks: ['hooks.init', 'hooks.beforeRequest'],
  },
  accepts: { jsonRead: 'json' },
  repeats: repeatsOfGot,
  deadline: { itself: true, fields: ['request'] },
  implies: [{ option: 'responseType', equals: 'json', header: 'Accept', value: 'application/json' }],
};

export const ky: ClientModel = {
  name: 'ky',
  docs: 'https://github.com/sindresorhus/ky#api',
  modules: ['ky', 'ky-universal'],
  types: ['KyInstance'],
  throwsOnErrorStatus: true,
  response: 'fetch',
  call: { args: ['url', 'config'] },
  members: verbs,
  factories: { create: 0, extend: 0 },
  dropsUndefined: true,
  config: {
    base: ['prefixUrl', 'prefix', 'baseUrl'], method: ['method'], query: ['searchParams'], headers: ['headers'], json: ['json'], body: ['body'],
    timeout: ['timeout'], signal: ['signal'], retry: ['retry'], throws: ['throwHttpErrors'], hooks: ['hooks.beforeRequest'],
  },
  repeats: repeatsOfKy,
  timesOut: true,
  accepts: { always: 'other', jsonRead: 'json' },
};

export const ofetch: ClientModel = {
  name: 'ofetch',
  docs: 'https://github.com/unjs/ofetch#readme',
  modules: ['ofetch', 'ohmyfetch'],
  globals: ['$fetch'],
  types: ['$Fetch'],
  exports: ['ofetch', '$fetch'],
  throwsOnErrorStatus: true,
  response: 'body',
  lists: 'repeat',
  call: { args: ['url', 'config'] },
  members: { raw: { args: ['url', 'config'], response: 'fetch' }, native: { args: ['url', 'config'], response: 'fetch' } },
  factories: { create: 0 },
  dropsUndefined: true,
  config: {
    base: ['baseURL'], method: ['method'], query: ['query', 'params'], headers: ['headers'], body: ['body'],
    timeout: ['timeout'], signal: ['signal'], retry: ['retry'], forgives: ['ignoreResponseError'], hooks: ['onRequest'],
  },
  repeats: repeatsOfOfetch,
  accepts: { always: 'other', jsonBody: 'json' },
};
