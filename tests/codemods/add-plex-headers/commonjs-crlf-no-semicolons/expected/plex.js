const axios = require('axios')
const { log } = require('./log')
const { plexHeaders } = require('./plex-headers')

async function readAccount(token) {
    const { data } = await axios.get('https://plex.tv/api/v2/user', {
        headers: {
            ...plexHeaders,
            Accept: 'application/json',
            'X-Plex-Token': token
        }
    })
    log(data.id)
    return data
}

module.exports = { readAccount }
