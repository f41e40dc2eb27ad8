import type { ClientModel } from '../client-model.ts';

export const xmlHttpRequest: ClientModel = {
  name: 'XMLHttpRequest',
  docs: 'https://xhr.spec.whatwg.org/',
  modules: ['xmlhttprequest', 'xhr2', 'xmlhttprequest-ssl'],
  globals: ['XMLHttpRequest'],
  types: ['XMLHttpRequest'],
  exports: ['XMLHttpRequest'],
  throwsOnErrorStatus: false,
  response: 'data',
  factories: { new: 0 },
  setters: { open: { args: ['method', 'url'] }, setRequestHeader: { args: ['nameOrHeaders', 'value'] } },
  properties: { timeout: 'timeout' },
  answersItself: true,
  members: { send: { args: ['body'] } },
  accepts: { always: 'other' },
  config: { url: ['url'], method: ['method'], headers: ['headers'], body: ['body'], timeout: ['timeout'] },
};

export const webSocket: ClientModel = {
  name: 'WebSocket',
  docs: 'https://websockets.spec.whatwg.org/',
  modules: ['ws', 'isomorphic-ws', 'reconnecting-websocket', 'partysocket/ws'],
  globals: ['WebSocket'],
  exports: ['WebSocket'],
  throwsOnErrorStatus: false,
  response: 'stream',
  construct: { method: 'GET', args: ['url', 'config', 'config'] },
  config: { headers: ['headers'], timeout: ['handshakeTimeout', 'connectionTimeout'] },
};

export const eventSource: ClientModel = {
  name: 'EventSource',
  docs: 'https://html.spec.whatwg.org/multipage/server-sent-events.html',
  modules: ['eventsource', 'event-source-polyfill', 'launchdarkly-eventsource'],
  globals: ['EventSource'],
  exports: ['EventSource', 'EventSourcePolyfill', 'NativeEventSource'],
  throwsOnErrorStatus: false,
  response: 'stream',
  construct: { method: 'GET', args: ['url', 'config'] },
  accepts: { always: 'other' },
  config: { headers: ['headers'], hooks: ['fetch'] },
};

export const jQuery: ClientModel = {
  name: 'jquery',
  docs: 'https://api.jquery.com/jQuery.ajax/',
  modules: ['jquery', 'jquery/slim'],
  globals: ['$', 'jQuery'],
  types: ['JQueryStatic'],
  exports: ['$', 'jQuery'],
  throwsOnErrorStatus: true,
  response: 'body',
  callback: 'body',
  members: {
    ajax: { args: ['urlOrConfig', 'config'] }, get: { method: 'GET', args: ['urlOrConfig', 'queryOrCallback', 'callback'] }, post: { method: 'POST', args: ['urlOrConfig', 'bodyOrCallback', 'callback'] },
    getJSON: { method: 'GET', args: ['url', 'queryOrCallback', 'callback'], accept: 'json' },
  },
  setters: { ajaxSetup: { args: ['config'] } },
  follows: { done: 'tap', fail: 'catch', always: 'finally' },
  sendsBodyAsQuery: true,
  lists: 'brackets',
  dropsUndefined: false,
  implies: [{ option: 'dataType', equals: 'json', header: 'Accept', value: 'application/json' }],
  accepts: { always: 'other' },
  config: {
    url: ['url'], method: ['method', 'type'], headers: ['headers'], body: ['data'], timeout: ['timeout'], hooks: ['beforeSend'], onAnswer: ['success', 'complete'], onFailure: ['error'],
  },
};
