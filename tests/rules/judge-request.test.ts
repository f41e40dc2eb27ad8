import { describe, expect, it } from 'vitest';
import { isAttributed, judgeRequest } from '../../rules/judge-request.ts';
import { printText } from '../../requests/print-text.ts';
import { readDescriptions } from '../../spec/read-descriptions.ts';
import { requestsIn } from '../requests/memory-loader.ts';
import { entries, makeSite } from './make-site.ts';
import type { RequestSite } from '../../requests/request-site.ts';

const descriptions = readDescriptions(undefined, '.');

function judge(path: string | null, more: Partial<RequestSite> = {}) {
  return judgeRequest(makeSite(path, more), descriptions);
}

function at(host: string): Partial<RequestSite> {
  return { base: { ...makeSite('/').base, text: [{ kind: 'literal', text: `https://${host}`, place: null }], host, scheme: 'https', words: [] } };
}

describe('judgeRequest', () => {
  it('finds the operation that is surely called', () => {
    expect(judge('/library/sections/{}/all')).toMatchObject({
      target: 'plex-media-server',
      operation: { label: 'GET /library/sections/{sectionId}/all' },
      standing: 'documented',
      paged: false,
    });
  });

  it('tells the same path on two hosts apart', () => {
    expect(judge('/library/sections/watchlist/all', at('metadata.provider.plex.tv'))).toMatchObject({
      target: 'metadata.provider.plex.tv',
      standing: 'retired',
    });
    expect(judge('/library/sections/watchlist/all', at('discover.provider.plex.tv'))).toMatchObject({
      target: 'discover.provider.plex.tv',
    });
  });

  it('takes an address that a backend is asked to send to for none of the page itself, so that a wrong path of the API is seen', () => {
    const headers = "headers: { 'X-Plex-Token': token }";
    const targetOf = (send: string): unknown => {
      const sites = requestsIn(`import axios from 'axios';\nconst get = (path) => ${send};\nexport const shelf = (id) => get(\`/library/shelf/\${id}\`);`, 'main.js');
      return sites.filter(({ path }) => path !== null && printText(path).startsWith('/library')).map((site) => judgeRequest(site, descriptions)).map(({ target, standing }) => [target, standing]);
    };
    expect(targetOf(`axios.post('/proxy', { url: path, method: 'GET', ${headers} })`)).toEqual([['plex-media-server', 'unknown']]);
    expect(targetOf(`axios.get(path, { ${headers} })`)).toEqual([[null, 'unresolved']]);
  });

  it('calls a documented path with another method a wrong method', () => {
    const request = judge('/identity', { method: 'DELETE' });
    expect(request).toMatchObject({ standing: 'wrong-method', operation: null });
    expect(request.atPath.map(({ label }) => label)).toContain('GET /identity');
  });

  it('knows no path that no document has', () => {
    expect(judge('/library/section/{}/all')).toMatchObject({ target: 'plex-media-server', standing: 'unknown', candidates: [] });
  });

  it('leaves open what holes leave open', () => {
    expect(judge('/library/sections/{}/{}')).toMatchObject({ operation: null, standing: 'unresolved' });
    expect(judge(null)).toMatchObject({ pattern: null, standing: 'unresolved' });
  });

  it('says that a request to a host of somebody else is foreign, and judges it no further', () => {
    const request = judge('/library/sections', at('api.example.org'));
    expect(request).toMatchObject({ target: null, foreign: true, standing: 'unresolved' });
    expect(isAttributed(request)).toBe(false);
    expect(request.targetReason).toMatch(/^[A-Z].*\.$/);
  });

  it('says where the token is, and what is asked for', () => {
    const headers = entries({ accept: 'application/json', 'x-plex-token': '{}' });
    expect(judge('/identity', { headers })).toMatchObject({ accept: 'json', token: 'header' });
    expect(judge('/identity', { headers, query: entries({ 'X-Plex-Token': '{}' }) })).toMatchObject({ token: 'both' });
    expect(judge('/identity')).toMatchObject({ accept: 'none', token: 'none' });
    expect(judge('/identity', { headers: entries({}, true) })).toMatchObject({ accept: null, token: null });
  });
});
