import pRetry from 'p-retry';

export async function sections(plexUrl: string): Promise<unknown> {
  return pRetry(async () => {
    const response = await fetch(`${plexUrl}/library/sections`);
    return (await response.json()).MediaContainer.Directory;
  }, { retries: 2 });
}
