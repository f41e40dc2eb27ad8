import { repeatsOfAxiosRetry, repeatsOfRetryAxios } from '../repeat-model.ts';
import type { CallShape, ClientModel } from '../client-model.ts';

const bodyless = (method: string): CallShape => ({ method, args: ['url', 'config'] });
const withBody = (method: string): CallShape => ({ method, args: ['url', 'body', 'config'] });

export const axios: ClientModel = {
  name: 'axios',
  docs: 'https://axios-http.com/docs/api_intro',
  modules: ['axios', 'redaxios', 'axios-observable'],
  globals: ['axios'],
  types: ['AxiosInstance', 'AxiosStatic', 'Axios'],
  throwsOnErrorStatus: true,
  response: 'data',
  call: { args: ['urlOrConfig', 'config'] },
  members: {
    request: { args: ['config'] },
    get: bodyless('GET'), delete: bodyless('DELETE'), head: bodyless('HEAD'), options: bodyless('OPTIONS'),
    post: withBody('POST'), put: withBody('PUT'), patch: withBody('PATCH'),
    postForm: withBody('POST'), putForm: withBody('PUT'), patchForm: withBody('PATCH'),
  },
  factories: { create: 0, new: 0 },
  defaults: 'defaults',
  dropsUndefined: true,
  lists: 'brackets',
  keepsUrlQuery: true,
  textType: 'application/x-www-form-urlencoded',
  accepts: { always: 'json' },
  repeats: repeatsOfAxiosRetry,
  config: {
    url: ['url'], base: ['baseURL'], method: ['method'], query: ['params'], serializer: ['paramsSerializer'], headers: ['headers'], body: ['data'],
    timeout: ['timeout'], signal: ['signal'], retry: ['axios-retry', 'raxConfig'], throws: ['validateStatus'],
  },
};

/** The HttpService of NestJS, injected by its type: axios that answers observables. */
export const nestHttp: ClientModel = {
  ...axios,
  name: 'nestjs-axios',
  docs: 'https://docs.nestjs.com/techniques/http-module',
  modules: ['@nestjs/axios'],
  globals: [],
  types: ['HttpService'],
  factories: { new: { args: ['ignored'] } },
  follows: { subscribe: 'then', toPromise: 'then', pipe: 'pipe' },
  holds: { axiosRef: axios },
};

export const gaxios: ClientModel = {
  name: 'gaxios',
  docs: 'https://github.com/googleapis/gaxios#readme',
  modules: ['gaxios'],
  types: ['Gaxios'],
  throwsOnErrorStatus: true,
  response: 'data',
  call: { args: ['urlOrConfig', 'config'] },
  members: { request: { args: ['urlOrConfig', 'config'] }, fetch: { args: ['urlOrConfig', 'config'] } },
  factories: { new: 0, Gaxios: 0 },
  exports: ['request'],
  joins: 'resolve',
  repeats: repeatsOfRetryAxios,
  implies: [{ option: 'responseType', equals: 'json', header: 'Accept', value: 'application/json' }],
  accepts: { always: 'other' },
  config: {
    url: ['url'], base: ['baseURL'], method: ['method'], query: ['params'], headers: ['headers'], body: ['data', 'body'],
    timeout: ['timeout'], signal: ['signal'], retry: ['retry', 'retryConfig'], throws: ['validateStatus'],
  },
};
