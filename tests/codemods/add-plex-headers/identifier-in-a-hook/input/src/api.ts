import ky from "ky";
import { useAuth } from "./auth";

export const api = ky.create({
	prefixUrl: "https://plex.tv/api/v2",
	retry: 0,
	hooks: {
		beforeRequest: [
			(request) => {
				const { token, clientId } = useAuth.getState();
				if (token) request.headers.set("X-Plex-Token", token);
				request.headers.set("X-Plex-Client-Identifier", clientId);
			},
		],
	},
});

export const getUser = () => api.get("user").json<{ username: string }>();
export const getResources = () => api.get("resources", { searchParams: { includeHttps: 1 } }).json<unknown[]>();
export const createPin = () => api.post("pins", { searchParams: { strong: "true" } }).json<{ id: number; code: string }>();
