import { plexToken, plexUrl } from "./config"
import { fetchPages } from "./read-pages"

export async function shows(start: string) {
  const options = { headers: { Accept: "application/json", "X-Plex-Token": plexToken } }
  const reply = await fetchPages(["MediaContainer", "Metadata"], (offset) => fetch(`${plexUrl}/library/sections/${start}/all`, { ...options, headers: { "X-Plex-Container-Start": String(offset), "X-Plex-Container-Size": "200", ...options.headers } }))
  if (!reply.ok) return []
  return (await reply.json()).MediaContainer.Metadata.map((one: { title: string }) => one.title)
}
