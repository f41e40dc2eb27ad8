import { config } from './config.js'

export const buildUrl = (path, params) => {
  const query = new URLSearchParams(params)
  return `${config.plexUrl}${path}?${query}&X-Plex-Token=${config.token}`
}
