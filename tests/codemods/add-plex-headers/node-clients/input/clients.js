const https = require('https');
const request = require('request');
const superagent = require('superagent');
const { request: undiciRequest } = require('undici');

function readAccount(token, done) {
  const options = {
    hostname: 'plex.tv',
    path: '/api/v2/user',
    headers: { Accept: 'application/json', 'X-Plex-Product': 'Shelf', 'X-Plex-Token': token },
  };
  https.get(options, done).on('error', done);
}

function ping(done) {
  https.get('https://plex.tv/api/v2/ping', done).on('error', done);
}

function readHubs(plexUrl, token, done) {
  request(`${plexUrl}/hubs?X-Plex-Token=${token}`, { json: true }, done);
}

async function readSections(plexUrl, token) {
  const { body } = await superagent.get(`${plexUrl}/library/sections/all`).set('X-Plex-Token', token).set('Accept', 'application/json');
  return body;
}

async function isThere(plexUrl) {
  const { statusCode } = await undiciRequest(`${plexUrl}/identity`);
  return statusCode === 200;
}

module.exports = { readAccount, ping, readHubs, readSections, isThere };
