import { config } from './config.js'

const buildUrl = path => `${config.plexUrl}${path}${path.includes('?') ? '&' : '?'}X-Plex-Token=${config.token}`

export async function getJson(path) {
  const response = await fetch(buildUrl(path), { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(response.statusText)
  return response.json()
}

export const hubs = () => getJson('/hubs?count=5')
export const identity = () => getJson('/identity')
