import {
  repeatsOfAsyncRetry, repeatsOfAxiosRetry, repeatsOfBackOff, repeatsOfCockatiel, repeatsOfFetchRetry, repeatsOfPRetry, repeatsOfRetryAxios, repeatsOfTsRetry,
} from '../repeat-model.ts';
import type { ClientModel, HandThrough } from '../client-model.ts';
import { angular, angularJs } from './angular.ts';
import { axios, gaxios, nestHttp } from './axios.ts';
import { eventSource, jQuery, webSocket, xmlHttpRequest } from './browser.ts';
import { fetchModel, nodeFetch, tauriFetch, undici } from './fetch.ts';
import { got, ky, ofetch } from './got.ts';
import { needle } from './needle.ts';
import { nodeHttp, nodeHttps } from './node-http.ts';
import { openapiFetch } from './openapi-fetch.ts';
import { ctrlPlex, plexApi } from './plex-api.ts';
import { request, requestPromise, xhrRequest, xhrRequestPromise } from './request.ts';
import { superagent } from './superagent.ts';
import { wretch } from './wretch.ts';

/** All clients that are known without a setting. */
export const builtInClients: readonly ClientModel[] = [
  angular, angularJs, axios, ctrlPlex, eventSource, fetchModel, gaxios, got, jQuery, ky, needle, nestHttp, nodeFetch, nodeHttp, nodeHttps, ofetch, openapiFetch, plexApi, request, requestPromise, superagent, tauriFetch,
  undici, webSocket, wretch, xhrRequest, xhrRequestPromise, xmlHttpRequest,
];

/** Packages whose functions hand on what they are given. */
export const handThroughs: readonly HandThrough[] = [
  { module: 'axios-retry', name: 'default', returns: 'arg0', repeats: repeatsOfAxiosRetry, options: 1, marks: 'arg0' },
  { module: 'axios-rate-limit', name: 'default', returns: 'arg0' },
  { module: 'axios-cache-interceptor', name: 'setupCache', returns: 'arg0' },
  { module: 'axios-cookiejar-support', name: 'wrapper', returns: 'arg0' },
  { module: 'retry-axios', name: 'attach', returns: 'arg0', repeats: repeatsOfRetryAxios, marks: 'arg0' },
  { module: 'p-retry', name: 'default', returns: 'call0', repeats: repeatsOfPRetry, options: 1 },
  { module: 'async-retry', name: 'default', returns: 'call0', repeats: repeatsOfAsyncRetry, options: 1 },
  { module: 'promise-retry', name: 'default', returns: 'call0', repeats: repeatsOfAsyncRetry, options: 1 },
  { module: 'ts-retry-promise', name: 'retry', returns: 'call0', repeats: repeatsOfTsRetry, options: 1 },
  { module: 'exponential-backoff', name: 'backOff', returns: 'call0', repeats: repeatsOfBackOff, options: 1 },
  { module: 'cockatiel', name: 'retry', returns: 'policy', repeats: repeatsOfCockatiel, options: 1 },
  { module: 'p-timeout', name: 'default', returns: 'arg0', limits: true },
  { module: 'p-limit', name: 'default', returns: 'curried' },
  { module: 'p-throttle', name: 'default', returns: 'curried' },
  { module: 'p-memoize', name: 'default', returns: 'arg0' },
  { module: 'lodash', name: 'memoize', returns: 'arg0' },
  { module: 'lodash', name: 'once', returns: 'arg0' },
  { module: 'fetch-retry', name: 'default', returns: 'arg0', repeats: repeatsOfFetchRetry, options: 1 },
  { module: 'react', name: 'useCallback', returns: 'arg0' },
  { module: 'react', name: 'useMemo', returns: 'call0' },
  { module: 'react', name: 'memo', returns: 'arg0' },
  { module: 'react', name: 'forwardRef', returns: 'arg0' },
  { module: 'react', name: 'cache', returns: 'arg0' },
  { module: '@angular/core', name: 'inject', returns: 'instance0' },
  { module: 'rxjs', name: 'firstValueFrom', returns: 'arg0' },
  { module: 'rxjs', name: 'lastValueFrom', returns: 'arg0' },
  { module: 'rxjs', name: 'from', returns: 'arg0' },
  { module: 'rxjs', name: 'defer', returns: 'call0' },
  { module: 'util', name: 'promisify', returns: 'arg0' },
  { module: 'node:util', name: 'promisify', returns: 'arg0' },
];
