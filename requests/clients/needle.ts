import type { CallShape, ClientModel } from '../client-model.ts';

const bodyless = (method: string): CallShape => ({ method, args: ['url', 'configOrCallback', 'callback'] });
const withBody = (method: string): CallShape => ({ method, args: ['url', 'body', 'configOrCallback', 'callback'] });

export const needle: ClientModel = {
  name: 'needle',
  docs: 'https://github.com/tomas/needle#readme',
  modules: ['needle'],
  throwsOnErrorStatus: false,
  response: 'got',
  call: { args: ['method', 'url', 'body', 'configOrCallback', 'callback'], withoutBody: ['method', 'url', 'configOrCallback'] },
  members: {
    get: bodyless('GET'), head: bodyless('HEAD'), post: withBody('POST'), put: withBody('PUT'), patch: withBody('PATCH'), delete: withBody('DELETE'),
    request: { args: ['method', 'url', 'body', 'configOrCallback', 'callback'] },
  },
  setters: { defaults: { args: ['config'] } },
  sendsBodyAsQuery: true,
  timesOut: true,
  config: {
    query: ['query'], headers: ['headers'], timeout: ['timeout', 'open_timeout', 'response_timeout', 'read_timeout'], signal: ['signal'],
  },
  implies: [{ option: 'json', header: 'Accept', value: 'application/json' }],
  accepts: { always: 'other' },
};
