import axios from "axios"
import got from "got"
import ky from "ky"
import { ofetch } from "ofetch"
import { plexHeaders } from "./plex-headers.js"

const plexUrl = process.env.PLEX_URL

export const plexAxios = axios.create({ baseURL: plexUrl, headers: { ...plexHeaders } })
export const plexGot = got.extend({ prefixUrl: plexUrl, headers: { ...plexHeaders } })
export const plexKy = ky.create({ prefixUrl: plexUrl, headers: { ...plexHeaders } })
export const plexFetch = ofetch.create({ baseURL: plexUrl, headers: { ...plexHeaders, Accept: "application/json" } })

export const isThere = () => plexAxios.get("/identity")
export const isUp = () => plexGot("identity")
export const isOpen = () => plexKy.get("identity")
export const isReal = () => plexFetch("/identity")
