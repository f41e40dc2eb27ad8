import { url } from './url.js'

export async function libraries(plexToken) {
	const reply = await fetch(url + '/library/sections', {
		headers: { 'X-Plex-Token': plexToken }
	})
	const body = await reply.json()
	return body.MediaContainer.Directory
}
