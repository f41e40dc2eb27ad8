import { quote } from './write-fields.ts';
import type { Call, ClientName } from './call.ts';

/** How a program reaches a wrapper of another file. */
export interface Access {
  /** The file, and the name to import. */
  readonly file: string;
  readonly name: string;
  /** The expression that is called, or whose methods are. */
  readonly client: string;
  /** The headers that the wrapper sends by itself, in lower case. */
  readonly adds: readonly string[];
}

const STANDARD: Readonly<Record<string, string>> = { Accept: "'application/json'", 'X-Plex-Token': 'token', 'X-Plex-Client-Identifier': 'clientId', 'X-Plex-Product': "'Example'" };

/** Where the wrapper of a call is, and what it does by itself. */
export function accessOf(call: Call): Access {
  const { client, shape, wrapper } = call;
  const file = `${[client, shape, hostWord(call), wrapper].join('-')}.js`;
  const adds = Object.keys(STANDARD).map((name) => name.toLowerCase());
  if (client === 'plex-api') return shape === 'class' ? { file, name: 'server', client: 'server.client', adds } : shape === 'function' ? { file, name: 'plexClient', client: 'plexClient()', adds } : { file, name: 'plex', client: 'plex', adds };
  if (shape === 'function') return { file, name: 'plexSend', client: 'plexSend', adds };
  return shape === 'class' ? { file, name: 'server', client: 'server.request', adds } : { file, name: 'plex', client: 'plex', adds };
}

/** The files that a wrapped call needs beside its own: the wrapper, and the base class that it extends. */
export function wrapperFiles(call: Call): readonly (readonly [name: string, text: string])[] {
  const { file } = accessOf(call);
  const base = `base-${file}`;
  const { client, shape } = call;
  const imports = ["import { clientId, plexHost, plexPlayerHost, plexPlayerUrl, plexUrl, token } from './config.js';", ...PACKAGES[client]].join('\n');
  if (client === 'plex-api') return [[file, `${imports}\n\n${plexApiWrapper(call)}`]];
  const url = call.operation.server === null ? (call.operation.api === 'plex-player' ? 'plexPlayerUrl' : 'plexUrl') : quote(call.operation.server);
  if (shape === 'function') return [[file, `${imports}\n\nexport async function plexSend(method, path, { query = {}, headers = {}, body } = {}) {\n${SENDS[client](url, standardHeaders(call), call)}\n}\n`]];
  if (shape === 'class') {
    const constructor = `  constructor(baseUrl, headers) {\n    this.baseUrl = baseUrl;\n    this.headers = headers;\n  }`;
    const method = `  async request(method, path, { query = {}, headers = {}, body } = {}) {\n${SENDS[client]('this.baseUrl', '...this.headers', call)}\n  }`;
    return [
      [base, `${imports}\n\nexport class HttpBase {\n${constructor}\n\n${method}\n}\n`],
      [file, `${imports}\nimport { HttpBase } from './${base}';\n\nexport class PlexServer extends HttpBase {\n  constructor() {\n    super(${url}, { ${standardHeaders(call)} });\n  }\n}\n\nexport const server = new PlexServer();\n`],
    ];
  }
  if (client === 'fetch') {
    const make = `function createSend(baseUrl, defaults) {\n  return async (method, path, { query = {}, headers = {}, body } = {}) => {\n${SENDS.fetch('baseUrl', '...defaults', call)}\n  };\n}`;
    return [[file, `${imports}\n\n${make}\n\nexport const plex = createSend(${url}, { ${standardHeaders(call)} });\n`]];
  }
  return [[file, `${imports}\n\nexport const plex = ${INSTANCES[client](url, standardHeaders(call), call)};\n`]];
}

const PACKAGES: Readonly<Record<ClientName, readonly string[]>> = {
  fetch: [], axios: ["import axios from 'axios';"], got: ["import got from 'got';"], ky: ["import ky from 'ky';"], 'plex-api': ["import PlexAPI from 'plex-api';"],
};

/** The body of a function that sends `method`, `path`, `query`, `headers` and `body`. */
const SENDS: Readonly<Record<Exclude<ClientName, 'plex-api'>, (url: string, headers: string, call: Call) => string>> = {
  fetch: (url, headers, { flow }) => `
    const search = new URLSearchParams(query).toString();
    const response = await fetch(\`\${${url}}\${path}\${search === '' ? '' : \`?\${search}\`}\`, {
      method,
      headers: { ${headers}, ...headers },
      body,${flow.timeout ? '\n      signal: AbortSignal.timeout(30_000),' : ''}
    });${flow.check === 'none' ? '' : '\n    if (!response.ok) throw new Error(`HTTP ${response.status}`);'}
    return response;`,
  axios: (url, headers, { flow }) => `
    const response = await axios.request({ method, url: \`\${${url}}\${path}\`, params: query, headers: { ${headers}, ...headers }, data: body${flow.timeout ? ', timeout: 30_000' : ''} });
    return response.data;`,
  got: (url, headers, { flow }) => `
    return got(\`\${${url}}\${path}\`, { method, searchParams: query, headers: { ${headers}, ...headers }, json: body, retry: { limit: 0 }${flow.timeout ? ', timeout: { request: 30_000 }' : ''} }).json();`,
  ky: (url, headers, { flow }) => `
    return ky(\`\${${url}}\${path}\`, { method, searchParams: query, headers: { ${headers}, ...headers }, json: body, retry: 0${flow.timeout ? '' : ', timeout: false'} }).json();`,
};

const INSTANCES: Readonly<Record<'axios' | 'got' | 'ky', (url: string, headers: string, call: Call) => string>> = {
  axios: (url, headers, { flow }) => `axios.create({ baseURL: ${url}, headers: { ${headers} }${flow.timeout ? ', timeout: 30_000' : ''} })`,
  got: (url, headers, { flow }) => `got.extend({ prefixUrl: ${url}, headers: { ${headers} }${flow.timeout ? ', timeout: { request: 30_000 }' : ''} })`,
  ky: (url, headers, { flow }) => `ky.create({ prefixUrl: ${url}, headers: { ${headers} }${flow.timeout ? '' : ', timeout: false'} })`,
};

/** The options of plex-api that name the host. */
export function hostOptions({ operation: { api, server } }: Call): string {
  if (server !== null) return `hostname: ${quote(server.replace('https://', ''))}, port: 443, https: true`;
  return api === 'plex-player' ? 'hostname: plexPlayerHost, port: 32433' : 'hostname: plexHost, port: 32400';
}

function plexApiWrapper(call: Call): string {
  const { flow, shape } = call;
  const host = hostOptions(call);
  const made = `new PlexAPI({ ${host}, token${flow.timeout ? ', timeout: 30_000' : ''}, options: { identifier: clientId, product: 'Example' } })`;
  if (shape === 'function') return `export function plexClient() {\n  return ${made};\n}\n`;
  if (shape === 'class') return `class Connection {\n  constructor(client) {\n    this.client = client;\n  }\n}\n\nclass PlexServer extends Connection {\n  constructor() {\n    super(${made});\n  }\n}\n\nexport const server = new PlexServer();\n`;
  return `export const plex = ${made};\n`;
}

/** The headers of a good wrapper; `no-accept` and the like are without one. */
function standardHeaders({ wrapper }: Call): string {
  return Object.entries(STANDARD).filter(([name]) => wrapper !== `no-${name.toLowerCase()}`).map(([name, value]) => `${quote(name)}: ${value}`).join(', ');
}

function hostWord({ operation, flow }: Call): string {
  return `${operation.server?.replace(/\W+/g, '-') ?? operation.api}${flow.timeout ? '' : '-endless'}${flow.check === 'none' ? '-unchecked' : ''}`;
}
