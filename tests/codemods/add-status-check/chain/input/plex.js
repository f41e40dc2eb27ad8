const { plexUrl, plexToken } = require('./config');

function search(query) {
  const url = `${plexUrl}/hubs/search?query=${encodeURIComponent(query)}`;
  return fetch(url, { headers: { Accept: 'application/json', 'X-Plex-Token': plexToken } })
    // the body of an answer
    .then(response => response.json())
    .then(body => body.MediaContainer.Hub);
}

const sections = () => fetch(`${plexUrl}/library/sections`).then(r => r.json()).then(({ MediaContainer }) => MediaContainer.Directory);

module.exports = { search, sections };
