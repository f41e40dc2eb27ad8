import type { CallShape, ClientModel } from '../client-model.ts';

const verb = (method: string): CallShape => ({ method, args: ['urlOrConfig', 'configOrCallback', 'callback'] });
const verbs = { get: verb('GET'), post: verb('POST'), put: verb('PUT'), patch: verb('PATCH'), delete: verb('DELETE'), del: verb('DELETE'), head: verb('HEAD') };
const config = {
  url: ['url', 'uri'], base: ['baseUrl'], method: ['method'], query: ['qs'], headers: ['headers'], json: ['json'], form: ['form', 'formData'], body: ['body'],
  timeout: ['timeout'], throws: ['simple'],
};

export const request: ClientModel = {
  name: 'request',
  docs: 'https://github.com/request/request#readme',
  modules: ['request', 'postman-request', '@cypress/request'],
  throwsOnErrorStatus: false,
  response: 'got',
  call: { args: ['urlOrConfig', 'configOrCallback', 'callback'] },
  members: verbs,
  factories: { defaults: 0 },
  config,
  implies: [{ option: 'json', header: 'Accept', value: 'application/json' }],
};

export const requestPromise: ClientModel = {
  ...request,
  name: 'request-promise',
  docs: 'https://github.com/request/request-promise#readme',
  modules: ['request-promise', 'request-promise-native', '@cypress/request-promise'],
  throwsOnErrorStatus: true,
  response: 'body',
};

export const xhrRequest: ClientModel = {
  name: 'xhr-request',
  docs: 'https://github.com/Jam3/xhr-request#readme',
  modules: ['xhr-request'],
  throwsOnErrorStatus: false,
  response: 'body',
  call: { args: ['url', 'configOrCallback', 'callback'] },
  config: { method: ['method'], query: ['query'], headers: ['headers'], body: ['body'], timeout: ['timeout'] },
  implies: [
    { option: 'json', header: 'Accept', value: 'application/json' },
    { option: 'responseType', equals: 'json', header: 'Accept', value: 'application/json' },
  ],
};

export const xhrRequestPromise: ClientModel = {
  ...xhrRequest,
  name: 'xhr-request-promise',
  docs: 'https://github.com/mattdesl/xhr-request-promise#readme',
  modules: ['xhr-request-promise'],
};
