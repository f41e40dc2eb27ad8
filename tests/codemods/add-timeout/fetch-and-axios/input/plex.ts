import axios from "axios";

const plex = axios.create({ baseURL: `http://${plexHost}:32400` });

export async function hubs(): Promise<unknown> {
	const { data } = await plex.get("/hubs");
	return data;
}

export async function identity(plexUrl: string) {
	const response = await fetch(`${plexUrl}/identity`);
	return response.json();
}
