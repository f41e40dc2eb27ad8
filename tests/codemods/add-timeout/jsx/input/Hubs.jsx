import { useEffect, useState } from "react"

export function Hubs({ plexUrl, token }) {
    const [hubs, setHubs] = useState([])
    useEffect(() => {
        fetch(`${plexUrl}/hubs`, {
            headers: {
                "Accept": "application/json",
                "X-Plex-Token": token
            }
        })
            .then((response) => response.ok ? response.json() : Promise.reject(response))
            .then((body) => setHubs(body.MediaContainer.Hub))
            .catch((error) => console.error("No hubs", error.status))
    }, [plexUrl, token])
    return <ul>{hubs.map((hub) => <li key={hub.key} title="Hub">{hub.title}</li>)}</ul>
}
