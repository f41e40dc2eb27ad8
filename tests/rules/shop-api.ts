/** Settings under which code is held against a small API that has nothing to do with Plex. */
export const shopSettings = { 'plex-api': { descriptions: ['tests/rules/fixtures/shop-api.yaml'] } };

/** A request to that API, as source code. */
export function shop(rest: string, init = ''): string {
  return `await fetch(\`https://api.shop.example/v1${rest}\`${init === '' ? '' : `, ${init}`});`;
}

/** A POST of JSON, as source code. */
export function post(rest: string, body: string, method = 'POST'): string {
  return shop(rest, `{ method: '${method}', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(${body}) }`);
}
