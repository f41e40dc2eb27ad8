import { plexUrl } from "./config"

export async function both() {
  const names: string[] = []
  ;(await (await fetch(`${plexUrl}/library/sections`)).json()).MediaContainer.Directory.forEach((one: { title: string }) => names.push(one.title))
  return names
}
