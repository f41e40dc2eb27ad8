import type { CallShape, ClientModel } from '../client-model.ts';

const bodyless = (method: string): CallShape => ({ method, args: ['suffix'] });
const withBody = (method: string): CallShape => ({ method, args: ['body', 'suffix'] });

export const wretch: ClientModel = {
  name: 'wretch',
  docs: 'https://elbywan.github.io/wretch/api/',
  modules: ['wretch', 'wretch/all'],
  types: ['Wretch'],
  throwsOnErrorStatus: true,
  response: 'fetch',
  factories: { call: { args: ['option:base', 'config'] } },
  copies: true,
  setters: {
    url: { args: ['suffix'] }, headers: { args: ['headers'] }, options: { args: ['config'] }, query: { args: ['query'] }, accept: { args: ['header:Accept'] }, content: { args: ['header:Content-Type'] },
    auth: { args: ['header:Authorization'] }, json: { args: ['option:json'] }, body: { args: ['body'] }, formData: { args: ['body'] }, formUrl: { args: ['option:form'] }, signal: { args: ['option:controller'] },
    addon: { args: [] }, middlewares: { args: ['option:middlewares'] }, catcher: { args: [] }, catcherFallback: { args: [] }, resolve: { args: [] }, defer: { args: ['option:defer'] }, errorType: { args: [] }, polyfills: { args: [] },
  },
  members: { get: bodyless('GET'), delete: bodyless('DELETE'), head: bodyless('HEAD'), opts: bodyless('OPTIONS'), post: withBody('POST'), put: withBody('PUT'), patch: withBody('PATCH'), fetch: { args: ['method', 'suffix', 'body'] } },
  follows: {
    res: 'then', error: 'tap', badRequest: 'catch', unauthorized: 'catch', forbidden: 'catch', notFound: 'catch', timeout: 'catch', internalError: 'catch', fetchError: 'catch', onAbort: 'catch',
  },
  joins: 'plain',
  accepts: { always: 'other' },
  config: {
    base: ['base'], method: ['method'], query: ['query'], headers: ['headers'], json: ['json'], form: ['form'], body: ['body'], signal: ['signal', 'controller'], hooks: ['middlewares', 'defer'],
  },
};
