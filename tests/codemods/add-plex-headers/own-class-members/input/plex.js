const axios = require('axios')

class PlexAccount {
	constructor(store, token) {
		this.store = store
		this.clientId = store.get('client-id')
		this.token = token
	}

	getProduct() {
		return this.store.get('name')
	}

	headers() {
		return { 'X-Plex-Client-Identifier': this.clientId, 'X-Plex-Product': this.getProduct(), 'X-Plex-Token': this.token, Accept: 'application/json' }
	}

	async user() {
		const { data } = await axios.get('https://plex.tv/api/v2/user', { headers: this.headers() })
		return data
	}

	async pin(id) {
		const { data } = await axios.get(`https://plex.tv/api/v2/pins/${id}`, { headers: { Accept: 'application/json' } })
		return data
	}
}

module.exports = { PlexAccount }
