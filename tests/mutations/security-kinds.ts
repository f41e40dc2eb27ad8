import { codeValue, textValue } from './call.ts';
import { sameName } from './correct-call.ts';
import type { Call } from './call.ts';
import type { Kind, Mutant } from './kind.ts';

const TOKEN = 'X-Plex-Token';
/** Looks like a token, and is none. */
const LITERAL = 'kJ7xq_2mZp-W4vRt9sLb';

const hasToken = (call: Call): boolean => call.headers.some(({ name }) => sameName(name, TOKEN));
const withoutToken = (call: Call): Call => ({ ...call, headers: call.headers.filter(({ name }) => !sameName(name, TOKEN)) });

/** Only where the call itself sends the token. */
function inOwnCall(name: string, change: (call: Call) => Mutant | null): Kind {
  return { name, apply: (call) => (call.shape === 'plain' && call.client !== 'plex-api' && hasToken(call) ? change(call) : null) };
}

const tokens: readonly Kind[] = [
  inOwnCall('token: in the URL', (call) => ({ call: { ...withoutToken(call), query: [...call.query, { name: TOKEN, value: codeValue('token'), mark: 'here' }] }, rule: 'no-token-in-url', at: 'here' })),
  inOwnCall('token: in the URL and in a header', (call) => ({ call: { ...call, query: [...call.query, { name: TOKEN, value: codeValue('token'), mark: 'here' }] }, rule: 'no-token-in-url', at: 'here' })),
  {
    name: 'token: in the URL, beside a wrapper that sends it',
    apply: (call) => (call.shape !== 'plain' && hasToken(call) ? { call: { ...call, query: [...call.query, { name: TOKEN, value: codeValue('token'), mark: 'here' }] }, rule: 'no-token-in-url', at: 'here' } : null),
  },
  inOwnCall('token: written out', (call) => ({ call: { ...call, headers: call.headers.map((header) => (sameName(header.name, TOKEN) ? { ...header, value: textValue(LITERAL), mark: 'here' } : header)) }, rule: 'no-token-literal', at: 'here' })),
  inOwnCall('token: written out in a constant', (call) => ({
    call: { ...call, before: `const secret = '${LITERAL}';`, headers: call.headers.map((header) => (sameName(header.name, TOKEN) ? { ...header, value: codeValue('secret') } : header)) },
    rule: 'no-token-literal',
    at: 'case',
  })),
  inOwnCall('token: to a host of somebody else', (call) => (call.operation.server === null ? null : { call: { ...call, base: 'https://api.example.com/v3' }, rule: 'no-token-to-other-host', at: 'call' })),
  inOwnCall('token: in a log line', (call) => ({ call: { ...call, before: 'logger.info(`Asking with ${token}.`);' }, rule: 'no-token-in-log', at: 'case' })),
  {
    name: 'token: a URL that holds it in a log line',
    apply: (call) => (hasToken(call) && call.operation.server === null ? { call: { ...call, before: 'logger.info(`${plexUrl}/hubs?X-Plex-Token=${token}`);' }, rule: 'no-token-in-log', at: 'case' } : null),
  },
];

const transport: readonly Kind[] = [
  {
    name: 'transport: plain http to a host of the cloud',
    apply: (call) => (call.shape === 'plain' && call.client !== 'plex-api' && call.operation.server?.startsWith('https:') === true ? { call: { ...call, base: call.base.replace('https:', 'http:') }, rule: 'no-plain-http', at: 'call' } : null),
  },
  {
    name: 'transport: certificates are not checked',
    apply(call) {
      if (call.shape !== 'plain' || (call.client !== 'axios' && call.client !== 'got')) return null;
      const options = call.client === 'axios' ? ['httpsAgent: new https.Agent({ rejectUnauthorized: false })'] : ['https: { rejectUnauthorized: false }'];
      return { call: { ...call, options }, rule: 'no-disabled-tls', at: 'call' };
    },
  },
  {
    name: 'transport: certificates are checked by nobody in the process',
    apply: (call) => ({ call: { ...call, before: "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';" }, rule: 'no-disabled-tls', at: 'case' }),
  },
];

export const securityKinds: readonly Kind[] = [...tokens, ...transport];
