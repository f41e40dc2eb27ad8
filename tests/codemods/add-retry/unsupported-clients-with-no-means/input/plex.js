import https from 'node:https';

export function hubs(done) {
  https.get(`${process.env.PLEX_URL}/hubs`, { headers: { 'X-Plex-Token': process.env.PLEX_TOKEN }, timeout: 5000 }, (response) => {
    if (response.statusCode !== 200) return done(new Error(String(response.statusCode)));
    response.on('data', done);
  });
}
