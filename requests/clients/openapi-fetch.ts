import type { CallShape, ClientModel } from '../client-model.ts';

const verb = (method: string): CallShape => ({ method, args: ['url', 'config'] });

export const openapiFetch: ClientModel = {
  name: 'openapi-fetch',
  docs: 'https://openapi-ts.dev/openapi-fetch/api',
  modules: ['openapi-fetch'],
  throwsOnErrorStatus: false,
  response: 'data',
  factories: { call: 0 },
  members: {
    GET: verb('GET'), POST: verb('POST'), PUT: verb('PUT'), PATCH: verb('PATCH'), DELETE: verb('DELETE'), HEAD: verb('HEAD'), OPTIONS: verb('OPTIONS'), request: { args: ['method', 'url', 'config'] },
  },
  dropsUndefined: true,
  accepts: { always: 'other' },
  config: {
    base: ['baseUrl'], query: ['params.query'], pathParameters: ['params.path'], headers: ['headers', 'params.header'], json: ['body'], signal: ['signal'], hooks: ['middleware'],
  },
};
