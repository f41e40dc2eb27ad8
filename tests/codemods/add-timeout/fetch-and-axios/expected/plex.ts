import axios from "axios";

const plex = axios.create({ baseURL: `http://${plexHost}:32400`, timeout: 30_000 });

export async function hubs(): Promise<unknown> {
	const { data } = await plex.get("/hubs");
	return data;
}

export async function identity(plexUrl: string) {
	const response = await fetch(`${plexUrl}/identity`, { signal: AbortSignal.timeout(30_000) });
	return response.json();
}
