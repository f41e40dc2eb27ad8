const base = 'https://api.warehouse.example/v2';

/** Sends a request of the warehouse; throws on every status that is no success. */
export async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(base + path, {
    method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-Warehouse-Key': process.env.WAREHOUSE_KEY ?? '' },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  if (response.status === 404) throw new Error(`There is no ${path}.`);
  if (response.status === 409) throw new Error(`${path} exists.`);
  if (response.status === 429) throw new Error('Too many requests.');
  if (!response.ok) throw new Error(`${method} ${path} answers ${response.status}.`);
  return response.json();
}
