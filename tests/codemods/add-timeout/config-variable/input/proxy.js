import axios from 'axios';
import http from 'node:http';

export function hubs(plexUrl, token) {
  const config = { method: 'GET', url: `${plexUrl}/hubs`, headers: { 'X-Plex-Token': token } };
  return axios(config);
}

// what others use too is left as it is
export function sessions(plexUrl, token) {
  const config = { url: `${plexUrl}/status/sessions`, headers: { 'X-Plex-Token': token } };
  console.log(`Asks ${plexUrl}.`, Object.keys(config));
  return axios(config);
}

// what callers give wins
async function library(plexUrl, token, options = {}) {
  const { headers, ...rest } = options;
  const response = await fetch(`${plexUrl}/library/all`, { ...rest, headers: { ...headers, 'X-Plex-Token': token } });
  if (!response.ok) throw new Error(`Plex answered ${response.status}.`);
  return response.json();
}

export const movies = (plexUrl, token) => library(plexUrl, token, { headers: { Accept: 'application/json' } });

export function identity(host, done) {
  const options = { hostname: host, port: 32400, path: '/identity', headers: { Accept: 'application/json' } };
  http.get(options, done).on('error', done);
}
