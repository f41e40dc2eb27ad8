/** Headers that tell the API which app and which device a request comes from. */
export const plexHeaders = {
	"X-Plex-Client-Identifier": identifyBrowser(),
	"X-Plex-Product": "shelf-web"
};

/** Made once, and kept by the browser. */
function identifyBrowser() {
	const known = localStorage.getItem("plex-client-identifier");
	if (known !== null) return known;
	const made = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
	localStorage.setItem("plex-client-identifier", made);
	return made;
}
