import type { ClientModel } from '../client-model.ts';

export const nodeHttp: ClientModel = {
  name: 'http',
  docs: 'https://nodejs.org/api/http.html#httprequesturl-options-callback',
  modules: ['http', 'https', 'node:http', 'node:https', 'follow-redirects', 'http2-wrapper'],
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
