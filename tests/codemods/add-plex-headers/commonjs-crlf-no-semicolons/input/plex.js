const axios = require('axios')
const { log } = require('./log')

async function readAccount(token) {
    const { data } = await axios.get('https://plex.tv/api/v2/user', {
        headers: {
            'X-Plex-Token': token
        }
    })
    log(data.id)
    return data
}

module.exports = { readAccount }
