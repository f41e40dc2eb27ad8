import axios from "axios"
import got from "got"
import ky from "ky"
import { ofetch } from "ofetch"

const plexUrl = process.env.PLEX_URL

export const plexAxios = axios.create({ baseURL: plexUrl })
export const plexGot = got.extend({ prefixUrl: plexUrl })
export const plexKy = ky.create({ prefixUrl: plexUrl })
export const plexFetch = ofetch.create({ baseURL: plexUrl })

export const isThere = () => plexAxios.get("/identity")
export const isUp = () => plexGot("identity")
export const isOpen = () => plexKy.get("identity")
export const isReal = () => plexFetch("/identity")
