import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import { matchPath } from '../../spec/match-path.ts';
import { parsePathPattern } from '../../spec/path-pattern.ts';
import { readDescriptions } from '../../spec/read-descriptions.ts';
import { sampleResponse } from './sample-response.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Description, Operation } from '../../spec/description.ts';
import type { Page } from './sample-response.ts';

/** One request as it came over the wire, with the status it was answered; 0: not answered. */
export interface Exchange {
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  status: number;
  /** Milliseconds since the server was started. */
  readonly at: number;
}

/**
 * How the next request fails. `reset`: the connection is cut before an answer. `hang`: no answer, until the client gives
 * up. `html`: an error page of a proxy, with status 502. `null`: it does not fail.
 */
export type Fault = 'reset' | 'hang' | 'html' | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string } | null;

export interface PlexServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Every request so far, in the order they came. */
  readonly received: readonly Exchange[];
  /** What the next requests meet, one for each; those after them are answered well. */
  readonly fail: (...faults: readonly Fault[]) => void;
}

export interface PlexServerOptions {
  /** Built-in name of the API to play. Default: the media server. */
  readonly description?: string;
  /** How many items each list has. Default: 3. */
  readonly items?: number;
  /** The most items of a list in one answer, whatever is asked for. Default: all. */
  readonly pageLimit?: number;
  /** Leaves the number of all items out of answers. */
  readonly withoutTotal?: boolean;
}

/**
 * Starts a server on loopback that answers as the description says, until the test ends: 404 where it has no such
 * path, 405 for another method, 401 without a token where one is needed, pages as they are asked for.
 */
export async function startPlexServer(options: PlexServerOptions = {}): Promise<PlexServer> {
  const [description] = readDescriptions({ descriptions: [options.description ?? 'plex-media-server'] }, process.cwd());
  if (description === undefined) throw new Error('There is no such description.');
  const started = Date.now();
  const received: Exchange[] = [];
  const faults: Fault[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const exchange = readExchange(request, body, Date.now() - started);
      received.push(exchange);
      const fault = faults.shift() ?? null;
      if (fault === null) answer(description, exchange, response, options);
      else failWith(fault, exchange, response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => new Promise<void>((done) => {
    server.closeAllConnections();
    server.close(() => { done(); });
  }));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}`, received, fail: (...more) => void faults.push(...more) };
}

function readExchange(request: IncomingMessage, body: string, at: number): Exchange {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value ?? '']));
  return { method: request.method ?? '', path: pathname, query: Object.fromEntries(searchParams), headers, body, status: 0, at };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function failWith(fault: NonNullable<Fault>, exchange: Exchange, response: ServerResponse): void {
  if (fault === 'hang') return;
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (fault === 'html') send(exchange, response, 502, { 'content-type': 'text/html' }, '<html><body><h1>502 Bad Gateway</h1></body></html>');
  else send(exchange, response, fault.status, fault.headers ?? {}, fault.body ?? '');
}

function answer(description: Description, exchange: Exchange, response: ServerResponse, options: PlexServerOptions): void {
  const page = (status: number): void => { send(exchange, response, status, { 'content-type': 'text/html' }, `<html><head><title>${String(status)}</title></head></html>`); };
  const { certain: operation, atPath } = matchPath(description, parsePathPattern(exchange.path), exchange.method);
  if (operation === null || operation.standing === 'retired') {
    page(atPath.length > 0 && operation === null ? 405 : 404);
  } else if (operation.secured && !isAuthorised(operation, exchange)) {
    page(401);
  } else {
    const body = sampleResponse(operation, pageOf(description, exchange, options));
    send(exchange, response, 200, { 'content-type': 'application/json' }, body === null ? '' : JSON.stringify(body));
  }
}

function isAuthorised({ description }: Operation, { headers, query }: Exchange): boolean {
  const schemes = Object.values(description.document.components?.securitySchemes ?? {});
  const names = schemes.flatMap((scheme) => ('type' in scheme && scheme.type === 'apiKey' ? [scheme.name] : []));
  return names.length === 0 || names.some((name) => (headers[name.toLowerCase()] ?? query[name] ?? '') !== '');
}

function pageOf({ paging }: Description, { headers, query }: Exchange, { items = 3, pageLimit = Infinity, withoutTotal = false }: PlexServerOptions): Page {
  const sent = (name: string | undefined): number | null => {
    const value = name === undefined ? undefined : headers[name.toLowerCase()] ?? query[name];
    return value === undefined ? null : Number(value);
  };
  return { start: sent(paging?.start) ?? 0, size: Math.min(sent(paging?.size) ?? Infinity, pageLimit), items, withTotal: !withoutTotal };
}

function send(exchange: Exchange, response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string): void {
  exchange.status = status;
  response.writeHead(status, headers);
  response.end(exchange.method === 'HEAD' ? '' : body);
}
