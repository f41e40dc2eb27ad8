import { describe, expect, it } from 'vitest';
import { auditOf, implementedIn } from './implemented-in.ts';

const PLEX = 'declare const plexUrl: string;\n';

describe('fields of a response', () => {
  const reading = (path: string, fields: string): string => `${PLEX}export async function f() { const body = await (await fetch(\`\${plexUrl}${path}\`)).json(); return [${fields}]; }`;

  it('are in a documented description, or not', async () => {
    const { response } = await implementedIn(reading('/library/sections/all', 'body.MediaContainer.title1, body.mediaContainer'));
    expect(response.fields.map(({ field, described }) => [field, described])).toEqual([['MediaContainer', true], ['MediaContainer.title1', true], ['mediaContainer', false]]);
  });

  it('of an undocumented operation are not called strange: what was seen of it is no list of all', async () => {
    const { response } = await implementedIn(reading('/library/sections', 'body.MediaContainer.title1, body.mediaContainer'));
    expect(response.fields.map(({ field, described }) => [field, described])).toEqual([['MediaContainer', true], ['MediaContainer.title1', true], ['mediaContainer', null]]);
  });

  it('of the old search are those of items, not those of the hubs that replace it', async () => {
    const { response } = await implementedIn(reading('/search?query=x&X-Plex-Token=${token}', 'body.MediaContainer.Metadata[0].ratingKey'));
    expect(response.fields.map(({ described }) => described)).toEqual([true, true, true, true]);
  });
});

describe('types declared for a response', () => {
  const declaring = (path: string, types: string): string => `${PLEX}${types}\nexport async function f() { return (await (await fetch(\`\${plexUrl}${path}\`)).json()) as Body; }`;

  it('count a type that holds itself where the description has it, and not only where it has not', async () => {
    const { response } = await implementedIn(declaring('/library/sections/all', `
      interface Body { MediaContainer: { Extra: Section; Directory: Section[] } }
      interface Section { title: string; Location: { path: string }[]; made: string }`));
    expect(response.types).toMatchObject([{ fields: 7, described: 5 }]);
  });

  it('are not counted where the description does not say what is there', async () => {
    const { response } = await implementedIn(declaring('/library/onDeck', 'interface Body { MediaContainer: { size: number } }'));
    expect(response.types).toMatchObject([{ fields: 2, described: null }]);
  });

  it('are left out where they have no fields', async () => {
    const { response } = await implementedIn(declaring('/library/sections/all', 'type Body = string;'));
    expect(response.types).toEqual([]);
  });
});

describe('parameters', () => {
  const sent = async (query: string): Promise<readonly string[]> => {
    const { parameters } = await implementedIn(`${PLEX}export const f = (id: number) => fetch(\`\${plexUrl}/library/sections/\${id}/all${query}\`);`);
    return parameters.filter(({ always }) => always > 0).map(({ name }) => name);
  };

  it('whose keys are any are sent with each key that is none of another', async () => {
    expect(await sent('?type=4&sort=addedAt')).toEqual(['mediaQuery', 'sectionId']);
  });

  it('whose keys are any are not sent with a token or what every operation takes', async () => {
    expect(await sent('?X-Plex-Token=${token}&includeGuids=1')).toEqual(['sectionId']);
  });
});

describe('statuses', () => {
  const WATCHLIST = "'https://discover.provider.plex.tv/library/sections/watchlist/all'";

  it('do not list 304 where no request asks whether something has changed', async () => {
    const { statuses } = await implementedIn(`export const f = () => fetch(${WATCHLIST}, { headers: { Accept: 'application/json' } });`);
    expect(statuses.untold).toContain('401');
    expect(statuses.untold).not.toContain('304');
  });

  it('list 304 where one asks and nothing looks at the answer', async () => {
    const { statuses } = await implementedIn(`export const f = () => fetch(${WATCHLIST}, { headers: { 'If-None-Match': 'x' } });`);
    expect(statuses.untold).toContain('304');
  });

  it('take the bound of success for a look at 304, where the client throws for failures', async () => {
    const { statuses } = await implementedIn(`import axios from 'axios';
export async function f(etag: string) {
  const response = await axios.get(${WATCHLIST}, { headers: { 'If-None-Match': etag }, validateStatus: (status) => status < 400 });
  return response.status >= 200 && response.status <= 299 ? response.data : null;
}`);
    expect(statuses.toldApart).toEqual(['304']);
  });
});

describe('what to implement next', () => {
  const LISTS = `${PLEX}export const f = (id: number) => fetch(\`http://plex.example:32400/library/metadata/\${id}\`);`;
  const privileges = async (code: string): Promise<readonly string[]> => {
    const { next } = await auditOf(code);
    return next.flatMap(({ operation, reasons }) => reasons.filter(({ signal }) => signal === 'privileged').map(({ text }) => `${operation}: ${text}`));
  };

  it('is less a change that only administrators may make, where the code makes none of these', async () => {
    const found = await privileges(LISTS);
    expect(found).toContain('DELETE /library/metadata/{ids}: It is for admin alone, and the code changes nothing that is.');
    expect(found.filter((text) => text.startsWith('GET '))).toEqual([]);
  });

  it('is less what writes what the code reads, where the code writes nothing', async () => {
    const pairOf = async (code: string): Promise<readonly number[]> => {
      const { next } = await auditOf(code);
      return next.filter(({ operation }) => operation === 'DELETE /library/metadata/{ids}').flatMap(({ reasons }) => reasons.filter(({ signal }) => signal === 'pair').map(({ points }) => points));
    };
    expect(await pairOf(LISTS)).toEqual([4]);
    expect(await pairOf(`${LISTS}\nexport const g = () => fetch('http://plex.example:32400/:/scrobble', { method: 'PUT' });`)).toEqual([8]);
  });

  it('is not told from who sends a request', async () => {
    const { next } = await auditOf('export const f = (id: number) => fetch(`http://plex.example:32400/library/metadata/${id}?X-Plex-Session-Identifier=1&X-Plex-Session-Id=2`);');
    expect(next.flatMap(({ reasons }) => reasons).filter(({ text }) => text.includes('X-Plex'))).toEqual([]);
  });

  it('is not where the code makes one', async () => {
    expect(await privileges(`${LISTS}\nexport const g = (id: number) => fetch(\`http://plex.example:32400/library/metadata/\${id}\`, { method: 'PUT' });`)).toEqual([]);
  });
});

it('names no scheme where it is one or the other', async () => {
  const { security } = await auditOf('export const f = (settings: { ssl: boolean; plex: string }) => fetch(`${settings.ssl ? "https" : "http"}://${settings.plex}:32400/identity`);');
  expect(security.hosts).toMatchObject([{ target: 'plex-media-server', scheme: null }]);
});
