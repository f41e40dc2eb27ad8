const https = require('https');
const request = require('request');
const superagent = require('superagent');
const { request: undiciRequest } = require('undici');
const { plexHeaders } = require('./plex-headers');

function readAccount(token, done) {
  const options = {
    hostname: 'plex.tv',
    path: '/api/v2/user',
    headers: { ...plexHeaders, Accept: 'application/json', 'X-Plex-Product': 'Shelf', 'X-Plex-Token': token },
  };
  https.get(options, done).on('error', done);
}

function ping(done) {
  https.get('https://plex.tv/api/v2/ping', done).on('error', done);
}

function readHubs(plexUrl, token, done) {
  request(`${plexUrl}/hubs?X-Plex-Token=${token}`, { json: true, headers: { ...plexHeaders } }, done);
}

async function readSections(plexUrl, token) {
  const { body } = await superagent.get(`${plexUrl}/library/sections/all`).set({ ...plexHeaders }).set('X-Plex-Token', token).set('Accept', 'application/json');
  return body;
}

async function isThere(plexUrl) {
  const { statusCode } = await undiciRequest(`${plexUrl}/identity`, { headers: { ...plexHeaders } });
  return statusCode === 200;
}

module.exports = { readAccount, ping, readHubs, readSections, isThere };
