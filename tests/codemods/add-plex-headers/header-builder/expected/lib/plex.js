"use strict";

const fetch = require("node-fetch");
const { plexHeaders: plexHeaders2 } = require("./plex-headers");

/* Every request needs the token. */
function plexHeaders(token) {
	return {
		...plexHeaders2,
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
