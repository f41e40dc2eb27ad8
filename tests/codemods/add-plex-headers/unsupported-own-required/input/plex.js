const { getSettings } = require('./settings');

async function makePin() {
  const response = await fetch('https://plex.tv/api/v2/pins', {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-Plex-Client-Identifier': getSettings().clientId, 'X-Plex-Product': 'Shelf' },
  });
  if (!response.ok) throw new Error('No pin.');
  return response.json();
}

module.exports = { makePin };
