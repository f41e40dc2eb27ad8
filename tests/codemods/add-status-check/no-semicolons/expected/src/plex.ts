import { plexUrl } from "./config"
import { checkStatus } from "./status-error"

export async function both() {
  const names: string[] = []
  ;(await checkStatus(await fetch(`${plexUrl}/library/sections`), "GET").json()).MediaContainer.Directory.forEach((one: { title: string }) => names.push(one.title))
  return names
}
