import { settings } from './settings.js'

export async function sections() {
	const url = `${settings.plexUrl}/library/sections?X-Plex-Token=${settings.token}`
	const response = await fetch(url, {
		method: 'GET',
		headers: {
			Accept: 'application/json'
		}
	})
	if (!response.ok) throw new Error(response.statusText)
	return response.json()
}

export async function identity() {
	const response = await fetch(
		`${settings.plexUrl}/identity?X-Plex-Token=${settings.token}`
	)
	if (!response.ok) throw new Error(response.statusText)
	return response.text()
}
