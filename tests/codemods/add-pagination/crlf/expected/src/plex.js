import { url } from './url.js';
import { fetchPages } from './read-pages.js';

export async function collections(id) {
	const reply = await fetchPages(['MediaContainer', 'Metadata'], (start) => fetch(`${url}/library/sections/${id}/all`, {
		headers: {
			'X-Plex-Container-Start': String(start),
			'X-Plex-Container-Size': '200',
			Accept: 'application/json',
		},
	}));
	if (!reply.ok) throw new Error('No collections');
	const { MediaContainer } = await reply.json();
	return MediaContainer.Metadata.map((one) => one.title);
}
