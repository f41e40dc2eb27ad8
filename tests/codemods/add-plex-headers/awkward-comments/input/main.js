#!/usr/bin/env node
// Talks to the server.
import { parseArgs } from 'node:util'; // arguments

/* begin */ const { values: { url, token } } = parseArgs({ options: { url: { type: 'string' }, token: { type: 'string' } } });
const plex = (path, /* of fetch */ init) => fetch(`${url}${path}?${new URLSearchParams({ 'X-Plex-Token': token })}`, init /* as it is */);

const there = await fetch(`${url}/identity` /* needs no token */, {
  // the server may be slow
  signal: AbortSignal.timeout(10_000), // ten seconds
});
const hubs = await fetch(`${url}/hubs`, { headers: { // who asks
  'X-Plex-Token': token /* a secret */,
  Accept: `application/json`,
} });
if (!there.ok || !hubs.ok) throw new Error(`No server at ${url}.`);
console.log(await hubs.json(), plex);
