import { config } from './config.js'

const buildUrl = path => `${config.plexUrl}${path}`

export async function getJson(path) {
  const response = await fetch(buildUrl(path), { headers: { 'X-Plex-Token': config.token, Accept: 'application/json' } })
  if (!response.ok) throw new Error(response.statusText)
  return response.json()
}

export const hubs = () => getJson('/hubs?count=5')
export const identity = () => getJson('/identity')
