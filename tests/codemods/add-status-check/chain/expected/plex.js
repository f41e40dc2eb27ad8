const { plexUrl, plexToken } = require('./config');
const { checkStatus } = require('./status-error');

function search(query) {
  const url = `${plexUrl}/hubs/search?query=${encodeURIComponent(query)}`;
  return fetch(url, { headers: { Accept: 'application/json', 'X-Plex-Token': plexToken } })
    .then(response => checkStatus(response, 'GET'))
    // the body of an answer
    .then(response => response.json())
    .then(body => body.MediaContainer.Hub);
}

const sections = () => fetch(`${plexUrl}/library/sections`).then(response => checkStatus(response, 'GET')).then(r => r.json()).then(({ MediaContainer }) => MediaContainer.Directory);

module.exports = { search, sections };
