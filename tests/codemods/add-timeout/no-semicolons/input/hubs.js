import { ofetch } from 'ofetch'

const plex = (plexUrl, token) => ofetch.create({ baseURL: plexUrl, headers: { 'X-Plex-Token': token } })

export const hubs = (plexUrl, token) => fetch(`${plexUrl}/hubs`, { headers: { Accept: 'application/json', 'X-Plex-Token': token } })
  .then((response) => {
    if (!response.ok) throw new Error(`${response.status}`)
    return response.json()
  })

export const identity = (plexUrl, token) => plex(plexUrl, token)('/identity')
