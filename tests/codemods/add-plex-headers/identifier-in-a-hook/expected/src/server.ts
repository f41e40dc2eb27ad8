import ky from "ky";
import { useAuth } from "./auth";

export function connect(uri: string, token: string) {
	const server = ky.extend({ prefixUrl: uri, headers: { "X-Plex-Client-Identifier": useAuth.getState().clientId, "X-Plex-Token": token, Accept: "application/json" } });
	return {
		hubs: () => server.get("hubs").json(),
		artists: async (section: string) => {
			const body = await server.get(`library/sections/${section}/all`, { searchParams: { type: 8 } }).json<{ MediaContainer: { Metadata: { title: string }[] } }>();
			return body.MediaContainer.Metadata.map((artist) => artist.title);
		},
		rate: (key: string, rating: number) => server.put(":/rate", { searchParams: { key, rating, identifier: "com.plexapp.plugins.library" } }),
	};
}
