import express from 'express';
import { config } from './config.ts';
import { continueWatching, nowPlaying, serverName } from './legacy/now-playing.js';
import { listItems, listLibraries, listNewest, markWatched, readItem, refreshItem, search } from './plex/libraries.ts';
import { PlexTvClient } from './plex-tv/plex-tv-client.ts';
import { readToken, requestPin } from './plex-tv/sign-in.ts';

const app = express();
const account = new PlexTvClient(config.plexToken);

// The dashboard's own routes. Some look like Plex's, and none is a request to it.
app.get('/library/sections', async (_request, response) => void response.json(await listLibraries()));
app.get('/library/sections/:key/all', async (request, response) => void response.json(await listItems(request.params.key)));
app.get('/library/sections/:key/latest', async (request, response) => void response.json(await listNewest(request.params.key)));
app.get('/library/metadata/:key', async (request, response) => void response.json(await readItem(request.params.key)));
app.post('/library/metadata/:key/refresh', async (request, response) => {
  await refreshItem(request.params.key);
  response.sendStatus(204);
});
app.post('/library/metadata/:key/watched', async (request, response) => {
  await markWatched(request.params.key);
  response.sendStatus(204);
});
app.get('/search', async (request, response) => void response.json(await search(String(request.query.words))));
app.get('/home', async (_request, response) => {
  const [title, playing, next] = await Promise.all([serverName(), nowPlaying(), continueWatching()]);
  response.json({ title, playing, next });
});
app.get('/account', async (_request, response) => {
  const [me, servers, friends] = await Promise.all([account.account(), account.servers(), account.friends()]);
  response.json({ me, servers, friends });
});
app.post('/sign-in', async (_request, response) => void response.json(await requestPin()));
app.post('/sign-in/token', express.json(), async (request, response) => void response.json(await readToken(request.body)));

app.listen(8080);
