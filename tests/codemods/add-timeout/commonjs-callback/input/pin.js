const request = require('request');
const https = require('https');

module.exports.createPin = function createPin(clientId, done) {
  request.post('https://plex.tv/api/v2/pins?strong=true', {
    json: true,
    headers: { 'X-Plex-Client-Identifier': clientId, 'X-Plex-Product': 'Shelf' }
  }, (error, response, body) => {
    if (error) return done(error);
    if (response.statusCode !== 201) return done(new Error('No pin: ' + response.statusCode));
    done(null, body.code);
  });
};

module.exports.ping = (done) => {
  https.get('https://plex.tv/api/v2/ping', (response) => done(null, response.statusCode === 200)).on('error', done);
};
