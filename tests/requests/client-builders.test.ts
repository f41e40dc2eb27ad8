import { describe, expect, it } from 'vitest';
import { lineOf, linesIn, namesIn, siteIn } from './memory-loader.ts';

describe('superagent: settings that follow the call', () => {
  const send = (code: string): ReturnType<typeof siteIn> => siteIn(`import superagent from 'superagent';\nexport async function send(token?: string) { ${code} }`);

  it('adds up what a chain says', () => {
    const site = send("return await superagent.get(base + '/hubs').query({ count: 1 }).query('onlyTransient=1').set('X-Plex-Token', token).set({ Accept: 'application/json' }).timeout(500).retry(2);");
    expect(lineOf(site)).toBe('GET /hubs?count&onlyTransient');
    expect(namesIn(site.headers)).toBe('X-Plex-Token&Accept');
    expect(site.handling).toMatchObject({ status: 'thrown', timeout: true, retry: true, floating: false });
  });

  it('sends a header only sometimes that is set in a branch', () => {
    expect(namesIn(send("const request = superagent.get(base + '/hubs');\nif (token) request.set('X-Plex-Token', token);\nreturn await request;").headers)).toBe('X-Plex-Token?');
  });

  it('opens the headers for a computed name', () => {
    expect(send("return await superagent.get(base + '/hubs').set(name(), 'x');").headers.open).toBe(true);
  });

  it('knows the short names of formats, and the body', () => {
    const site = send("return await superagent.post(base + '/playlists').send({ title: 'x' }).accept('json');");
    expect(site.headers.entries[0]?.values).toEqual([[expect.objectContaining({ text: 'application/json' })]]);
    expect(site.body).toMatchObject({ kind: 'json', fields: { entries: [{ name: 'title' }] } });
  });

  it('leaves the status to the program that says which are right', () => {
    expect(send("const r = await superagent.get(base + '/hubs').ok(() => true); return r.body;").handling.status).toBe('ignored');
  });

  it('hands the response to the callback of end', () => {
    const site = send("superagent.get(base + '/hubs').end((error, response) => { use(response.body.MediaContainer); });");
    expect(site.handling.floating).toBe(false);
    expect(site.response.reads.map(({ path }) => path.join('.'))).toEqual(['MediaContainer']);
  });

  it('keeps what an agent was told', () => {
    const site = siteIn("import superagent from 'superagent';\nconst agent = superagent.agent();\nagent.set('X-Plex-Token', 'x');\nexport const hubs = () => agent.get(base + '/hubs');");
    expect(namesIn(site.headers)).toBe('X-Plex-Token');
  });
});

it('reads the settings of an XMLHttpRequest, and its own status', () => {
  const site = siteIn(`export function send(token) {
    return new Promise((resolve, reject) => {
      const xhr = new XMLHttpRequest();
      xhr.open('PUT', base + '/library/sections/1/refresh?force=1');
      xhr.setRequestHeader('X-Plex-Token', token);
      xhr.timeout = 5000;
      xhr.onload = () => { if (xhr.status === 200) resolve(JSON.parse(xhr.responseText)); else reject(new Error('no')); };
      xhr.send();
    });
  }`, 'main.js');
  expect(lineOf(site)).toBe('PUT /library/sections/1/refresh?force');
  expect(namesIn(site.headers)).toBe('X-Plex-Token');
  expect(site.handling).toMatchObject({ status: 'checked', statuses: [200], timeout: true, floating: false });
});

describe('wretch: copies', () => {
  const before = "import wretch from 'wretch';\nconst api = wretch('http://plex:32400/library').headers({ 'X-Plex-Token': token });\n";

  it('puts the pieces of the address together as they are', () => {
    const site = siteIn(`${before}export const children = (id: string) => api.url('/metadata/' + id).query({ a: 1 }).accept('application/json').get('/children').json();`);
    expect(lineOf(site)).toBe('GET /library/metadata/{}/children?a');
    expect(namesIn(site.headers)).toBe('X-Plex-Token&Accept');
    expect(site.response.format).toBe('json');
  });

  it('changes only the copy', () => {
    expect(linesIn(`${before}const other = api.query({ a: 1 });\nexport const a = () => api.get('/sections').json();\nexport const b = () => other.get('/tags').json();`)).toEqual(['GET /library/sections', 'GET /library/tags?a']);
  });

  it('takes a catcher for a handler', () => {
    expect(siteIn(`${before}export const all = () => api.get('/sections').notFound(() => []).json();`).handling.status).toBe('swallowed');
  });
});

it('adds headers to a request of node that is not out yet', () => {
  const site = siteIn("import https from 'node:https';\nexport function send(token) { const request = https.request({ hostname: 'plex.tv', path: '/api/v2/user' }, use);\nrequest.setHeader('X-Plex-Token', token);\nrequest.end(); }", 'main.js');
  expect(site.base).toMatchObject({ host: 'plex.tv', scheme: 'https' });
  expect(namesIn(site.headers)).toBe('X-Plex-Token');
});

it('fills the path of openapi-fetch, and knows that its answer has the error beside the data', () => {
  const site = siteIn(`import createClient from 'openapi-fetch';
const client = createClient({ baseUrl: 'http://plex:32400' });
export async function read(id: string) {
  const { data, error } = await client.GET('/library/metadata/{ids}/children', { params: { path: { ids: id }, query: { type: 1 }, header: { 'X-Plex-Token': token } } });
  if (error) throw error;
  return data.MediaContainer;
}`);
  expect(lineOf(site)).toBe('GET /library/metadata/{}/children?type');
  expect(namesIn(site.headers)).toBe('X-Plex-Token');
  expect(site.handling).toMatchObject({ status: 'checked', bodyBeforeCheck: false });
});

describe('NestJS', () => {
  const service = (body: string): string => `import { HttpService } from '@nestjs/axios';
import { firstValueFrom, retry, timeout } from 'rxjs';
export class Library { constructor(private readonly http: HttpService) {} async read(id: string) { ${body} } }`;

  it('injects its client by type, which is axios that answers observables', () => {
    const site = siteIn(service("const { data } = await firstValueFrom(this.http.get(`${this.base}/library/${id}/all`, { params: { p: 1 }, headers: { A: '1' } }).pipe(timeout(500), retry(2))); return data.MediaContainer.size;"));
    expect(lineOf(site)).toBe('GET /library/{}/all?p');
    expect(namesIn(site.headers)).toBe('A');
    expect(site.handling).toMatchObject({ status: 'thrown', timeout: true, retry: true });
    expect(site.response.reads.map(({ path }) => path.join('.'))).toEqual(['MediaContainer', 'MediaContainer.size']);
  });

  it('holds the axios instance, whose options are set in a module elsewhere', () => {
    const site = siteIn(service("return (await this.http.axiosRef.delete(`${this.base}/playlists/${id}`)).data;"));
    expect(lineOf(site)).toBe('DELETE /playlists/{}');
    expect(site.handling).toMatchObject({ status: 'thrown', timeoutOpen: true });
  });
});

describe('undici', () => {
  it('sends by a pool, with the path among the options', () => {
    const site = siteIn("import { Pool } from 'undici';\nconst pool = new Pool('http://media.lan:32400', { headersTimeout: 500 });\nexport async function hubs() { const { statusCode, body } = await pool.request({ path: '/hubs', method: 'GET', query: { count: 1 }, headers: { A: '1' } }); if (statusCode !== 200) throw new Error('failed'); return body.json(); }");
    expect(lineOf(site)).toBe('GET /hubs?count');
    expect(site.base.host).toBe('media.lan:32400');
    expect(site.handling).toMatchObject({ status: 'checked', timeout: true });
  });
});

describe('Angular', () => {
  const library = (body: string): string => `import { HttpClient, HttpHeaders, HttpParams } from '@angular/common/http';
import { catchError, map, retry, timeout } from 'rxjs/operators';
export class Library { constructor(private readonly http: HttpClient) {} read(id: string) { ${body} } }`;

  it('injects its client by type, and takes headers and parameters of its own classes', () => {
    const site = siteIn(library("const headers = new HttpHeaders({ A: '1' }).set('B', '2'); const params = new HttpParams({ fromObject: { p: 1 } }).set('q', '2'); return this.http.get(`${this.base}/library/${id}/all`, { headers, params });"));
    expect(lineOf(site)).toBe('GET /library/{}/all?p&q');
    expect(namesIn(site.headers)).toBe('A&B');
    expect(site.clientAccept).toBe('json');
  });

  it('sees operators: another try, a limit, a handler', () => {
    expect(siteIn(library("return this.http.get(this.base + '/hubs').pipe(retry(3), timeout(500), map((all) => all.MediaContainer), catchError(() => []));")).handling).toMatchObject({ retry: true, timeout: true, status: 'swallowed' });
  });

  it('injects by function', () => {
    expect(linesIn("import { HttpClient } from '@angular/common/http';\nimport { inject } from '@angular/core';\nexport class Library { http = inject(HttpClient); add() { return this.http.post(this.base + '/playlists', {}); } }")).toEqual(['POST /playlists']);
  });

  it('is not the HttpClient of another package', () => {
    expect(linesIn("import { HttpClient } from '@actions/http-client';\nexport class Library { constructor(private readonly http: HttpClient) {} read() { return this.http.get(this.base + '/hubs'); } }")).toEqual([]);
  });

  it('of the first generation injects $http by name', () => {
    const site = siteIn("angular.module('x').factory('plex', function ($http) { return { sections: () => $http({ method: 'GET', url: base + '/library/sections', params: { a: 1 }, timeout: 3 }) }; });", 'main.js');
    expect(lineOf(site)).toBe('GET /library/sections?a');
    expect(site.handling.timeout).toBe(true);
  });
});

describe('jQuery', () => {
  it('sends the data of a GET as query, and gives the body to callbacks', () => {
    const site = siteIn("export function read() { $.ajax({ url: base + '/hubs', data: { count: 1 }, dataType: 'json', success(data) { use(data.MediaContainer); } }); }", 'main.js');
    expect(lineOf(site)).toBe('GET /hubs?count');
    expect(namesIn(site.headers)).toBe('Accept');
    expect(site.response.reads.map(({ path }) => path.join('.'))).toEqual(['MediaContainer']);
  });

  it('follows done and fail', () => {
    const site = siteIn("export function read() { $.getJSON(base + '/hubs').done((data) => use(data.MediaContainer)).fail(() => {}); }", 'main.js');
    expect(site.response.reads.map(({ path }) => path.join('.'))).toEqual(['MediaContainer']);
    expect(site.handling).toMatchObject({ status: 'swallowed', floating: false });
    expect(site.clientAccept).toBe('json');
  });

  it('cannot know what beforeSend adds', () => {
    expect(siteIn("export const read = () => $.ajax({ url: base + '/hubs', beforeSend: (xhr) => xhr.setRequestHeader('X-Plex-Token', token) });", 'main.js').headers.open).toBe(true);
  });
});

it('reaches the server of @ctrl/plex through the type of an item', () => {
  expect(linesIn("import type { Movie } from '@ctrl/plex';\nexport const refresh = (movie: Movie) => movie.server.query(`/library/metadata/${movie.ratingKey}/refresh`, 'put');\nexport const remove = (movie: Movie) => movie.server.query({ path: '/playlists/1', method: 'delete' });")).toEqual(['PUT /library/metadata/{}/refresh', 'DELETE /playlists/1']);
});

describe('what a library accepts by itself', () => {
  it('is JSON for ky and got when the body is read at once', () => {
    expect(siteIn("import ky from 'ky';\nexport const read = () => ky.get(base + '/hubs').json();").clientAccept).toBe('json');
    expect(siteIn("import ky from 'ky';\nexport const read = async () => { const response = await ky.get(base + '/hubs'); return response.json(); };").clientAccept).toBe('other');
    expect(siteIn("import got from 'got';\nexport const read = () => got(base + '/hubs').json();").clientAccept).toBe('json');
    expect(siteIn("import got from 'got';\nexport const read = () => got(base + '/hubs');").clientAccept).toBeNull();
  });

  it('is JSON for ofetch only when it sends JSON', () => {
    expect(siteIn("import { ofetch } from 'ofetch';\nexport const read = () => ofetch(base + '/hubs');").clientAccept).toBe('other');
    expect(siteIn("import { ofetch } from 'ofetch';\nexport const read = () => ofetch(base + '/playlists', { method: 'POST', body: { title: 'x' } });").clientAccept).toBe('json');
  });

  it('is JSON for axios', () => {
    expect(siteIn("import axios from 'axios';\nexport const read = () => axios.get(base + '/hubs');").clientAccept).toBe('json');
  });
});
