import { url } from './url.js'
import { StatusError } from './status-error.js'

export async function libraries(plexToken) {
	const reply = await fetch(url + '/library/sections', {
		headers: { 'X-Plex-Token': plexToken }
	})
	if (!reply.ok) throw new StatusError(reply, 'GET')
	const body = await reply.json()
	return body.MediaContainer.Directory
}
