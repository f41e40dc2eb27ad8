import axios from 'axios';

export class Sessions {
	private readonly http = axios.create({
		baseURL: process.env.PLEX_URL,
		headers: { 'X-Plex-Token': process.env.PLEX_TOKEN }, // one token for all
		timeout: 30_000,
	});

	async list() {
		const { data } = await this.http.get('/status/sessions');
		return data.MediaContainer.Metadata ?? [];
	}

	async history() {
		const { data } = await this.http.get('/status/sessions/history/all', { params: { 'X-Plex-Container-Start': 0, 'X-Plex-Container-Size': 50 } });
		return data.MediaContainer.Metadata ?? [];
	}
}
