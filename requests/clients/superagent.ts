import { repeatsOfSuperagent } from '../repeat-model.ts';
import type { CallShape, ClientModel } from '../client-model.ts';

const verb = (method: string): CallShape => ({ method, args: ['url', 'bodyOrCallback', 'callback'] });
const bodyless = (method: string): CallShape => ({ method, args: ['url', 'queryOrCallback', 'callback'] });

export const superagent: ClientModel = {
  name: 'superagent',
  docs: 'https://forwardemail.github.io/superagent/',
  modules: ['superagent', 'superagent-promise'],
  types: ['SuperAgentStatic', 'SuperAgentRequest'],
  throwsOnErrorStatus: true,
  response: 'got',
  lazy: true,
  keepsUrlQuery: true,
  repeats: repeatsOfSuperagent,
  deadline: { itself: true, fields: ['deadline'] },
  call: { args: ['method', 'url'] },
  members: {
    get: bodyless('GET'), head: bodyless('HEAD'), options: verb('OPTIONS'), post: verb('POST'), put: verb('PUT'), patch: verb('PATCH'), delete: verb('DELETE'), del: verb('DELETE'),
  },
  factories: { agent: 0 },
  setters: {
    set: { args: ['nameOrHeaders', 'value'] }, query: { args: ['query'] }, send: { args: ['body'] }, timeout: { args: ['option:timeout'] }, retry: { args: ['option:retry'] }, ok: { args: ['option:ok'] },
    accept: { args: ['header:Accept'] }, type: { args: ['header:Content-Type'] }, auth: { args: ['header:Authorization'] }, end: { args: ['callback'] }, field: { args: [] }, attach: { args: [] },
    buffer: { args: [] }, parse: { args: [] }, redirects: { args: [] }, responseType: { args: [] }, withCredentials: { args: [] }, disableTLSCerts: { args: [] }, trustLocalhost: { args: [] },
    ca: { args: [] }, use: { args: [] }, on: { args: [] }, sortQuery: { args: [] }, serialize: { args: [] },
  },
  config: { query: ['query'], headers: ['headers'], body: ['body'], timeout: ['timeout'], retry: ['retry'], throws: ['ok'] },
};
