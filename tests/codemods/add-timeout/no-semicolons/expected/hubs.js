import { ofetch } from 'ofetch'

const plex = (plexUrl, token) => ofetch.create({ baseURL: plexUrl, headers: { 'X-Plex-Token': token }, timeout: 30_000 })

export const hubs = (plexUrl, token) => fetch(`${plexUrl}/hubs`, { headers: { Accept: 'application/json', 'X-Plex-Token': token }, signal: AbortSignal.timeout(30_000) })
  .then((response) => {
    if (!response.ok) throw new Error(`${response.status}`)
    return response.json()
  })

export const identity = (plexUrl, token) => plex(plexUrl, token)('/identity')
