'use strict'

const axios = require('axios')
const { token, url } = require('./config')

const plex = axios.create({ baseURL: url, timeout: 10000, headers: { 'X-Plex-Token': token } }) // the one server

const late = require('./late')

async function sections() {
	const { data } = await plex.get('/library/sections/all')
	return late(data.MediaContainer.Directory)
}

async function sessions() {
	const response = await fetch(`${url}/status/sessions`, {
		headers: { Accept: 'application/json', 'X-Plex-Token': token },
	})
	if (!response.ok) throw new Error(`GET /status/sessions: ${response.status}`)
	return response.json()
}

module.exports = { sections, sessions }
