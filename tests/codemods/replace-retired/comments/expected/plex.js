const plexUrl = process.env.PLEX_URL // /library/sections

async function libraries(token) {
  // GET /library/sections
  const response = await fetch(/* the list */ `${plexUrl}/library/sections/all` /* no query */, {
    headers: { Accept: 'application/json', 'X-Plex-Token': token }, // as JSON
  }) // done
  if (!response.ok) throw new Error('/library/sections: ' + response.status)
  return (await response.json()).MediaContainer.Directory
}

module.exports = { libraries }
