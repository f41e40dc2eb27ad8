import axios from 'axios'

const plex = axios.create({ baseURL: 'http://localhost:32400', headers: { Accept: 'application/json' } })

export const playlists = token =>
	plex
		.get('/playlists', { headers: { 'X-Plex-Token': token } }) // all of them
		.then(({ data }) => data.MediaContainer.Metadata.filter(one => one.smart === false))
