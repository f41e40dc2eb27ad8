import { plexToken, plexUrl } from "./config"

export async function shows(start: string) {
  const options = { headers: { Accept: "application/json", "X-Plex-Token": plexToken } }
  const reply = await fetch(`${plexUrl}/library/sections/${start}/all`, options)
  if (!reply.ok) return []
  return (await reply.json()).MediaContainer.Metadata.map((one: { title: string }) => one.title)
}
