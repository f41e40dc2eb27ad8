const { plexUrl, plexToken } = require('./settings');

async function identity() {
  const headers = { Accept: 'application/json', 'X-Plex-Token': plexToken };
  const response = await fetch(`${plexUrl}/identity`, { headers });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

module.exports = { identity };
