import type { ClientModel } from '../client-model.ts';

const config = { method: ['method'], headers: ['headers'], body: ['body'], signal: ['signal'] };
const accepts = { always: 'other' } as const;

export const fetchModel: ClientModel = {
  name: 'fetch',
  docs: 'https://fetch.spec.whatwg.org/#fetch-method',
  modules: ['cross-fetch', 'isomorphic-fetch', 'node-fetch-native', 'whatwg-fetch', 'isomorphic-unfetch', 'unfetch', 'cross-fetch/polyfill', 'expo/fetch'],
  globals: ['fetch'],
  exports: ['fetch'],
  throwsOnErrorStatus: false,
  response: 'fetch',
  call: { args: ['url', 'config'] },
  accepts,
  lists: 'comma',
  textType: 'text/plain',
  config,
};

/** Version 2 takes a `timeout`, which the standard does not know. */
export const nodeFetch: ClientModel = {
  ...fetchModel,
  name: 'node-fetch',
  docs: 'https://github.com/node-fetch/node-fetch/tree/2.x#options',
  modules: ['node-fetch', '@vercel/fetch', 'make-fetch-happen', 'minipass-fetch'],
  globals: [],
  deadline: { itself: true },
  config: { ...config, timeout: ['timeout'], retry: ['retry'] },
};

export const undici: ClientModel = {
  name: 'undici',
  docs: 'https://undici.nodejs.org/#/docs/api/Dispatcher',
  modules: ['undici'],
  throwsOnErrorStatus: false,
  response: 'fetch',
  members: { fetch: { args: ['url', 'config'], accept: 'other' }, request: { args: ['urlOrConfig', 'config'], response: 'reader' }, stream: { args: ['urlOrConfig', 'config'], response: 'reader' } },
  factories: { Client: { args: ['option:base', 'config'] }, Pool: { args: ['option:base', 'config'] } },
  lists: 'repeat',
  config: { ...config, url: ['path'], base: ['base', 'origin'], query: ['query'], timeout: ['headersTimeout', 'bodyTimeout'] },
};

export const tauriFetch: ClientModel = {
  name: 'tauri-http',
  docs: 'https://v2.tauri.app/plugin/http-client/',
  modules: ['@tauri-apps/plugin-http'],
  exports: ['fetch'],
  throwsOnErrorStatus: false,
  response: 'fetch',
  call: { args: ['url', 'config'] },
  accepts,
  config: { ...config, timeout: ['connectTimeout'] },
};
