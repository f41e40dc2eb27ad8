import type { CallShape, ClientModel } from '../client-model.ts';

const bodyless = (method: string): CallShape => ({ method, args: ['url', 'config'] });
const withBody = (method: string): CallShape => ({ method, args: ['url', 'body', 'config'] });
const verbs = { get: bodyless('GET'), delete: bodyless('DELETE'), head: bodyless('HEAD'), jsonp: bodyless('GET'), post: withBody('POST'), put: withBody('PUT'), patch: withBody('PATCH') };

/** Angular's HttpClient, injected by its type. */
export const angular: ClientModel = {
  name: 'angular',
  docs: 'https://angular.dev/guide/http/making-requests',
  modules: ['@angular/common/http'],
  types: ['HttpClient'],
  throwsOnErrorStatus: true,
  response: 'body',
  members: { ...verbs, options: bodyless('OPTIONS'), request: { args: ['method', 'url', 'config'] } },
  follows: { subscribe: 'then', toPromise: 'then', pipe: 'pipe' },
  containers: { HttpHeaders: 'headers', HttpParams: 'query' },
  lists: 'repeat',
  keepsUrlQuery: true,
  accepts: { always: 'json' },
  config: { headers: ['headers'], query: ['params'], body: ['body'], timeout: ['timeout'] },
};

/** The `$http` of AngularJS 1, injected by its name. */
export const angularJs: ClientModel = {
  name: 'angularjs',
  docs: 'https://docs.angularjs.org/api/ng/service/$http',
  modules: [],
  injected: ['$http'],
  throwsOnErrorStatus: true,
  response: 'data',
  callback: 'body',
  call: { args: ['config'] },
  members: verbs,
  follows: { success: 'tap', error: 'catch' },
  defaults: 'defaults',
  dropsUndefined: true,
  accepts: { always: 'json' },
  config: { url: ['url'], method: ['method'], query: ['params'], headers: ['headers'], body: ['data'], timeout: ['timeout'] },
};
