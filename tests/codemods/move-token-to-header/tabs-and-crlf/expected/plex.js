import { settings } from './settings.js'

export async function sections() {
	const url = `${settings.plexUrl}/library/sections`
	const response = await fetch(url, {
		method: 'GET',
		headers: {
			'X-Plex-Token': settings.token,
			Accept: 'application/json'
		}
	})
	if (!response.ok) throw new Error(response.statusText)
	return response.json()
}

export async function identity() {
	const response = await fetch(
		`${settings.plexUrl}/identity`,
		{ headers: { 'X-Plex-Token': settings.token } }
	)
	if (!response.ok) throw new Error(response.statusText)
	return response.text()
}
