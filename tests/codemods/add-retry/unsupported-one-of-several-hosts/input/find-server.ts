/** The address of the Plex server that answers first. */
export async function findServer(candidates: readonly string[], token: string): Promise<string | null> {
  const answers = await Promise.all(candidates.map(async (candidate) => {
    try {
      const response = await fetch(`${candidate}/identity`, { headers: { Accept: 'application/json', 'X-Plex-Token': token }, signal: AbortSignal.timeout(5000) });
      return response.ok ? candidate : null;
    } catch {
      return null;
    }
  }));
  return answers.find((answer) => answer !== null) ?? null;
}

export async function findAny(plexUrls: readonly string[], token: string): Promise<string | null> {
  for (const plexUrl of plexUrls) {
    const response = await fetch(`${plexUrl}/identity`, { headers: { Accept: 'application/json', 'X-Plex-Token': token }, signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (response?.ok === true) return plexUrl;
  }
  return null;
}
