import { noTokenInLog } from '../../rules/no-token-in-log.ts';
import { createRuleTester } from './rule-tester.ts';

const send = "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': token } });";

createRuleTester().run('no-token-in-log', noTokenInLog, {
  valid: [
    { name: 'the address without the token', code: `export async function f(plexUrl, token) { console.log(\`asking \${plexUrl}\`); ${send} }` },
    { name: 'whether there is one', code: `export async function f(plexUrl, token) { console.log(token ? 'set' : 'missing', token && 'set', !!token, Boolean(token), typeof token, token === 'x'); ${send} }` },
    { name: 'its length, or some letters of it', code: `export async function f(plexUrl, token) { console.log(token.length, token.slice(0, 4), mask(token), \`\${token.substring(0, 3)}…\`); ${send} }` },
    { name: 'another token', code: `export async function f(plexUrl, token, other) { console.log(other); ${send} }` },
    { name: 'the token of another request, by the same name', code: `export function g({ token }) { console.log(token); } export async function f(plexUrl, token) { ${send} }` },
    { name: 'what a function gives that the token is handed to', code: `export async function f(plexUrl, token) { ${send} console.log(await whoIs(token)); }` },
    { name: 'no log: a queue', code: `export async function f(plexUrl, token) { ${send} dialog.info(token); catalog.error(token); }` },
    { name: 'hidden on the way into the URL', code: 'export async function f(plexUrl, token) { console.log(`${plexUrl}/hubs?X-Plex-Token=${redact(token)}`); await fetch(`${plexUrl}/hubs?X-Plex-Token=${token}`); }' },
    { name: 'replaced by something else', code: "export async function f(plexUrl, token) { const url = `${plexUrl}/hubs?X-Plex-Token=${token}`; console.log(url.replace(token, '***')); await fetch(url); }" },
    { name: 'replaced by a pattern', code: "export async function f(plexUrl, token) { const url = `${plexUrl}/hubs?X-Plex-Token=${token}`; console.log(url.replace(/X-Plex-Token=[^&]+/, 'X-Plex-Token=***'), url.split('?')[0]); await fetch(url); }" },
    { name: 'headers with the token set to something else', code: "export async function f(plexUrl, token) { const headers = { 'X-Plex-Token': token }; console.log({ ...headers, 'X-Plex-Token': '***' }); await fetch(`${plexUrl}/hubs`, { headers }); }" },
    { name: 'only sometimes', code: "export async function f(plexUrl, token) { console.log(process.env.DEBUG ? token : 'hidden'); await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': token } }); }" },
    { name: 'a wrapper that is handed the text: what it hides is not known', code: `function log(text) { console.log(text.replaceAll(/./g, '*')); } export async function f(plexUrl, token) { log(token); ${send} }` },
  ],
  invalid: [
    {
      name: 'the token',
      code: `export async function f(plexUrl, token) {\n  console.log('token', token);\n  ${send}\n}`,
      errors: [{ messageId: 'logged', line: 2, column: 24, data: { name: 'X-Plex-Token', api: 'Plex Media Server' } }],
    },
    {
      name: 'the URL that is asked',
      code: 'export async function f(plexUrl, server) {\n  const url = `${plexUrl}/hubs?X-Plex-Token=${server.token}`;\n  console.log(`asking ${url}`);\n  await fetch(url);\n}',
      errors: [{ messageId: 'urlLogged', line: 3 }],
    },
    {
      name: 'a URL object',
      code: "export async function f(plexUrl, token) {\n  const url = new URL('/hubs', plexUrl);\n  url.searchParams.set('X-Plex-Token', token);\n  logger.debug(url.toString());\n  await fetch(url);\n}",
      errors: [{ messageId: 'urlLogged', line: 4 }],
    },
    {
      name: 'a URL for a player, beside other requests',
      code: `export async function f(plexUrl, token) {\n  ${send}\n  this.logger.info(\`play \${plexUrl}/video?X-Plex-Token=\${this.accessToken}\`);\n}`,
      errors: [{ messageId: 'urlLogged', line: 3 }],
    },
    {
      name: 'the headers',
      code: "import { logger } from './logger';\nexport async function f(plexUrl, token) {\n  const headers = { Accept: 'application/json', 'X-Plex-Token': token };\n  logger.info({ headers });\n  console.log(JSON.stringify(headers));\n  await fetch(`${plexUrl}/hubs`, { headers });\n}",
      errors: [{ messageId: 'logged', line: 4 }, { messageId: 'logged', line: 5 }],
    },
    {
      name: 'of the environment, written twice',
      code: "export async function f(plexUrl) {\n  console.warn(process.env.PLEX_TOKEN);\n  await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': process.env.PLEX_TOKEN } });\n}",
      errors: [{ messageId: 'logged', line: 2 }],
    },
    {
      name: 'a field of the class',
      code: "export class Plex {\n  constructor(url, token) { this.url = url; this.token = token; }\n  async hubs() {\n    console.debug(this.token);\n    return fetch(`${this.url}/hubs`, { headers: { 'X-Plex-Token': this.token } });\n  }\n}",
      errors: [{ messageId: 'logged', line: 4 }],
    },
    {
      name: 'the key of another API',
      code: "export async function f(key) {\n  console.log(key);\n  await fetch('https://api.other.example/things/1', { headers: { 'X-Other-Key': key } });\n}",
      settings: { 'plex-api': { descriptions: ['tests/rules/fixtures/other-api.yaml'] } },
      errors: [{ messageId: 'logged', line: 2 }],
    },
  ],
});
