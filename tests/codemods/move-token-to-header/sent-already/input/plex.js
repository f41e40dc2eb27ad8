const { plexUrl, plexToken } = require('./settings');

async function identity() {
  const headers = { Accept: 'application/json', 'X-Plex-Token': plexToken };
  const response = await fetch(`${plexUrl}/identity?X-Plex-Token=${plexToken}`, { headers });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

module.exports = { identity };
