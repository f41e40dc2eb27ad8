'use strict'

const axios = require('axios')
const axiosRetry = require('axios-retry').default
const { token, url } = require('./config')
const { withRetry } = require('./with-retry')

const plex = axios.create({ baseURL: url, timeout: 10000, headers: { 'X-Plex-Token': token } }) // the one server

axiosRetry(plex, {
	retries: 2,
	shouldResetTimeout: true,
	retryDelay: (count, error) => axiosRetry.exponentialDelay(count, error, 500),
	retryCondition: ({ code, config, response }) => {
		if (!['get', 'head'].includes(config?.method ?? '') || code === 'ERR_CANCELED') return false
		if (response === undefined) return true
		const isFirst = config?.['axios-retry']?.retryCount === 0
		const isPassing = [408, 429, 502, 503, 504].includes(response.status) || (isFirst && response.status === 500)
		return isPassing && !(Number(response.headers['retry-after']) > 60)
	},
})

const late = require('./late')

async function sections() {
	const { data } = await plex.get('/library/sections/all')
	return late(data.MediaContainer.Directory)
}

async function sessions() {
	const response = await withRetry(() => fetch(`${url}/status/sessions`, {
		headers: { Accept: 'application/json', 'X-Plex-Token': token },
	}))
	if (!response.ok) throw new Error(`GET /status/sessions: ${response.status}`)
	return response.json()
}

module.exports = { sections, sessions }
