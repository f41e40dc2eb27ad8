import axios from 'axios'
import { requestPages } from './read-pages.js'

const plex = axios.create({ baseURL: 'http://localhost:32400', headers: { Accept: 'application/json' } })

export const playlists = token =>
	requestPages(['MediaContainer', 'Metadata'], start => plex
		.get('/playlists', { headers: { 'X-Plex-Container-Start': String(start), 'X-Plex-Container-Size': '200', 'X-Plex-Token': token } })) // all of them
		.then(({ data }) => data.MediaContainer.Metadata.filter(one => one.smart === false))
