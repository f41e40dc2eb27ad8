export async function isHealthy() {
  // expect: require-timeout
  const response = await fetch('https://eu.warehouse.example/v2/health');
  return response.ok;
}

export async function countOrders(session) {
  // expect: require-status-check, require-timeout
  const response = await fetch('https://us.warehouse.example/v2/orders?limit=1', { headers: { Cookie: `wh_session=${session}`, Accept: 'application/json' } });
  const { total } = await response.json();
  return total;
}

export async function listByKey(key) {
  // expect: distinguish-statuses, no-plain-http, no-token-in-url
  const response = await fetch(`http://api.warehouse.example/v2/orders?X-Warehouse-Key=${key}`, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`The warehouse answers ${response.status}.`);
  return response.json();
}
