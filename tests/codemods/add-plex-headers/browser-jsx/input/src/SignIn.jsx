import { useEffect, useState } from "react";
import { Code } from "./Code";

export function SignIn() {
	const [pin, setPin] = useState(null);

	useEffect(() => {
		fetch("https://plex.tv/api/v2/pins?strong=true", { method: "POST", headers: { Accept: "application/json" } })
			.then((response) => {
				if (!response.ok) throw new Error(`HTTP ${response.status}`);
				return response.json();
			})
			.then(setPin, console.error);
	}, []);

	return pin === null ? <p>…</p> : <Code value={pin.code} />;
}
