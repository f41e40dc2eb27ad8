"use strict";

const fetch = require("node-fetch");

/* Every request needs the token. */
function plexHeaders(token) {
	return {
		/* the owner's */ "X-Plex-Token": token,
		Accept: "application/json",
	};
}

async function get(url, path, token) {
	const response = await fetch(url + path, { headers: plexHeaders(token) });
	if (!response.ok) throw new Error(response.statusText);
	return response.json();
}

const hubs = (plexUrl, token) => get(plexUrl, "/hubs", token);
const sections = (plexUrl, token) => get(plexUrl, "/library/sections/all", token);

module.exports = { hubs, sections };
