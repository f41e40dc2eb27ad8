import type { ClientModel } from '../client-model.ts';

export const nodeHttp: ClientModel = {
  name: 'http',
  docs: 'https://nodejs.org/api/http.html#httprequesturl-options-callback',
  modules: ['http', 'node:http', 'follow-redirects', 'http2-wrapper'],
  exports: ['http', 'https'],
  throwsOnErrorStatus: false,
  response: 'node',
  lazy: true,
  setters: { setHeader: { args: ['nameOrHeaders', 'value'] }, appendHeader: { args: ['nameOrHeaders', 'value'] } },
  members: {
    request: { args: ['urlOrConfig', 'configOrCallback', 'callback'] },
    get: { method: 'GET', args: ['urlOrConfig', 'configOrCallback', 'callback'] },
  },
  config: {
    url: ['path', 'pathname'], host: ['hostname', 'host'], port: ['port'], protocol: ['protocol'], method: ['method'], headers: ['headers'],
    timeout: ['timeout'], signal: ['signal'],
  },
};

export const nodeHttps: ClientModel = {
  ...nodeHttp,
  name: 'https',
  docs: 'https://nodejs.org/api/https.html#httpsrequesturl-options-callback',
  modules: ['https', 'node:https'],
  exports: [],
  scheme: 'https',
};
