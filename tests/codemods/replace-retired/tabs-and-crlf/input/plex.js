export async function libraries(plexUrl, token) {
	const response = await fetch(`${plexUrl}/library/sections`, {
		headers: { Accept: 'application/json', 'X-Plex-Token': token }
	})
	if (!response.ok) throw new Error(response.statusText)
	return (await response.json()).MediaContainer.Directory
}

export async function watched(plexUrl, token, key) {
	const response = await fetch(`${plexUrl}/:/scrobble?identifier=com.plexapp.plugins.library&key=${key}`, {
		headers: { Accept: 'application/json', 'X-Plex-Token': token }
	})
	if (!response.ok) throw new Error(response.statusText)
}
