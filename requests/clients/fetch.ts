import type { ClientModel } from '../client-model.ts';

const config = { method: ['method'], headers: ['headers'], body: ['body'], signal: ['signal'], timeout: ['timeout'] };

export const fetchModel: ClientModel = {
  name: 'fetch',
  docs: 'https://fetch.spec.whatwg.org/#fetch-method',
  modules: ['node-fetch', 'cross-fetch', 'isomorphic-fetch', 'node-fetch-native', 'whatwg-fetch', 'isomorphic-unfetch', 'unfetch', 'cross-fetch/polyfill', 'expo/fetch'],
  globals: ['fetch'],
  exports: ['fetch'],
  throwsOnErrorStatus: false,
  response: 'fetch',
  call: { args: ['url', 'config'] },
  config,
};

export const undici: ClientModel = {
  name: 'undici',
  docs: 'https://undici.nodejs.org/#/docs/api/Dispatcher',
  modules: ['undici'],
  throwsOnErrorStatus: false,
  response: 'fetch',
  members: { fetch: { args: ['url', 'config'] }, request: { args: ['url', 'config'], response: 'node' }, stream: { args: ['url', 'config'], response: 'node' } },
  config: { ...config, query: ['query'], timeout: ['headersTimeout', 'bodyTimeout'] },
};

export const tauriFetch: ClientModel = {
  name: 'tauri-http',
  docs: 'https://v2.tauri.app/plugin/http-client/',
  modules: ['@tauri-apps/plugin-http'],
  exports: ['fetch'],
  throwsOnErrorStatus: false,
  response: 'fetch',
  call: { args: ['url', 'config'] },
  config: { ...config, timeout: ['connectTimeout'] },
};
