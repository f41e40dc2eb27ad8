import { url } from './url.js';

export async function collections(id) {
	const reply = await fetch(`${url}/library/sections/${id}/all`, {
		headers: {
			Accept: 'application/json',
		},
	});
	if (!reply.ok) throw new Error('No collections');
	const { MediaContainer } = await reply.json();
	return MediaContainer.Metadata.map((one) => one.title);
}
