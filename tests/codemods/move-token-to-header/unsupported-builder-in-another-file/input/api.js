import { buildUrl } from './build-url.js'

export async function search(query) {
  const response = await fetch(buildUrl('/hubs/search', { query }), { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(response.statusText)
  return response.json()
}
