import type { Description } from './description.ts';
import { compareWords, namesOther, type WordVerdict } from './compare-words.ts';
import { isPrivateHost, matchHost, splitHost } from './match-host.ts';
import { matchPath } from './match-path.ts';
import { printPathPattern, splitSegments, type PathPattern, type PathSegment } from './path-pattern.ts';
import { literalText, matchMixed } from './match-segment.ts';
import { nearestName } from './nearest-name.ts';
import { pathTrieOf, type PathNode } from './path-trie.ts';

/** What is known about where a request goes. */
export interface RequestEvidence {
  /** The API that the user names for the client; false when the user says that it is none of these. */
  readonly declared: string | false | null;
  /** Lower case, `*` for what is not known, with the port where one is written; null when nothing is known. */
  readonly host: string | null;
  readonly scheme: string | null;
  /** Identifiers that may tell the API, nearest first: `plexUrl`, `settings`, `PlexApi`. */
  readonly words: readonly string[];
  readonly headerNames: readonly string[];
  readonly queryNames: readonly string[];
  readonly path: PathPattern | null;
  readonly method: string | null;
  /** True when nothing stands before the path (`fetch('/api/users')`): then words alone do not tell much. */
  readonly relative?: boolean;
}

/** The API that a request goes to. */
export interface Attribution {
  readonly description: Description;
  /** The name for reports: the description's, or the host where several hosts share one. */
  readonly target: string;
  /** One sentence: the evidence. */
  readonly reason: string;
}

/**
 * Finds the API that a request goes to, by the strongest evidence there is: the user's word, a literal host, names of
 * headers, words in the code, a path that one description alone has. null when nothing says that it is one of these.
 */
export function attributeRequest(evidence: RequestEvidence, descriptions: readonly Description[]): Attribution | null {
  if (evidence.declared === false) return null;
  if (evidence.declared !== null) return byDeclaration(evidence.declared, evidence, descriptions);
  const known = knownHost(evidence.host);
  if (known === null) return byPort(evidence, descriptions) ?? byNames(evidence, descriptions) ?? byWords(evidence, descriptions) ?? byPath(evidence, descriptions);
  return byHost(known, evidence, descriptions) ?? byOwnHost(known, evidence, descriptions);
}

function knownHost(host: string | null): string | null {
  return host !== null && /[a-z\d]/.test(splitHost(host).name) ? host : null;
}

function byDeclaration(declared: string, evidence: RequestEvidence, descriptions: readonly Description[]): Attribution | null {
  const description = descriptions.find(({ hosts, name, title }) => name === declared || title === declared || hosts.includes(declared));
  if (description === undefined) return null;
  const host = description.hosts.includes(declared) ? declared : knownHost(evidence.host);
  return { description, target: targetOf(description, host), reason: `The client is declared to be ${declared}.` };
}

/** A literal host that is one of a description's servers. */
function byHost(host: string, evidence: RequestEvidence, descriptions: readonly Description[]): Attribution | null {
  const name = splitHost(host).name;
  const fitting = descriptions.filter(({ hosts }) => hosts.some((pattern) => matchHost(name, splitHost(pattern).name)));
  const description = fitting.length < 2 ? fitting[0] : onlyOne(fitting.filter((candidate) => hasPath(candidate, evidence)));
  return description === undefined ? null : { description, target: targetOf(description, host), reason: `The host ${name} is one of ${description.title}.` };
}

/**
 * A literal host of nobody: a user's own server, when the description allows any host and something else says so. On a
 * public host that must be the host itself, its port, or a header together with a path that exists.
 */
function byOwnHost(host: string, evidence: RequestEvidence, descriptions: readonly Description[]): Attribution | null {
  const { name } = splitHost(host);
  const own = descriptions.filter(({ attribution }) => attribution.anyHost && !attribution.notHosts.some((pattern) => matchHost(name, pattern)) && !namesOther([name], attribution));
  const inHost = byPort(evidence, own) ?? byWords({ ...evidence, words: [name], relative: false }, own);
  if (inHost !== null) return inHost;
  if (isPrivateHost(name) || name.includes('*')) return byNames(evidence, own) ?? byWords(evidence, own);
  return byNames(evidence, own.filter((description) => hasPath(description, evidence)));
}

/** A port of an API's own, whatever the host. */
function byPort(evidence: RequestEvidence, descriptions: readonly Description[]): Attribution | null {
  const port = evidence.host === null ? null : splitHost(evidence.host).port;
  if (port === null) return null;
  const fitting = descriptions.filter(({ attribution }) => attribution.ports.includes(port));
  return fitting.length === 0 ? null : choose(fitting, evidence, `The port ${port} is its own.`);
}

/**
 * Header or query names of an API's own family. Where nothing stands before the path, it must exist; elsewhere its first
 * segment must at least be near one of the API, or the code speak of it: applications hand tokens to their own server too.
 */
function byNames(evidence: RequestEvidence, descriptions: readonly Description[]): Attribution | null {
  const names = [...evidence.headerNames, ...evidence.queryNames];
  const found = (description: Description): string | undefined => names.find((name) => description.attribution.names.some((pattern) => pattern.test(name)));
  const fitting = descriptions.filter((description) => found(description) !== undefined && (hasPath(description, evidence) || (evidence.relative !== true && isNear(description, evidence))));
  const [first] = fitting;
  return first === undefined ? null : choose(fitting, evidence, `It sends ${found(first) ?? ''}.`);
}

/** Whether a path that does not exist may be meant for an API. */
function isNear(description: Description, { path, words }: RequestEvidence): boolean {
  return path === null || startsLike(description, path) || compareWords(words, description.attribution) !== null;
}

/** Whether the first segment of a path is one that the API has, or nearly, or is not known. */
function startsLike(description: Description, path: PathPattern): boolean {
  const first = literalText(splitSegments(path)[0] ?? []);
  const known = pathTrieOf(description).literals;
  return first === null || known.has(first) || nearestName(first, known.keys()) !== null;
}

/** Words of the code. */
function byWords(evidence: RequestEvidence, descriptions: readonly Description[]): Attribution | null {
  const told = descriptions
    .map((description) => ({ description, verdict: compareWords(evidence.words, description.attribution) }))
    .filter((entry): entry is { description: Description; verdict: WordVerdict } => entry.verdict !== null)
    .filter(({ description, verdict }) => isCredible(description, verdict, evidence));
  const [first] = told;
  if (first === undefined) return null;
  const word = told.reduce((nearest, { verdict }) => (verdict.position < nearest.position ? verdict : nearest), first.verdict).word;
  return choose(told.map(({ description }) => description), evidence, `The code around it speaks of '${word}'.`);
}

/**
 * Words are weak where another API is named as near or nearer, or nothing stands before the path: then the path must exist
 * and tell something. Else, when it does not exist, its first segment must be one that not every web application has, and that the
 * API knows, or nearly; for words near the request the first is enough.
 */
function isCredible(description: Description, verdict: WordVerdict, evidence: RequestEvidence): boolean {
  const { path, relative } = evidence;
  if (path === null) return !verdict.contested && relative !== true;
  if (hasPath(description, evidence)) return (!verdict.contested && relative !== true) || isTelling(path);
  if (verdict.contested || relative === true) return false;
  const first = literalText(splitSegments(path)[0] ?? []);
  if (first === null) return true;
  if (GENERIC.has(first.toLowerCase())) return false;
  if (startsLike(description, path)) return true;
  return verdict.position < NEAR && !description.attribution.words.includes(first.toLowerCase());
}

/** The first few words are those of the base URL and the client. */
const NEAR = 4;

/** A path that one description alone has, and that says something. */
function byPath(evidence: RequestEvidence, descriptions: readonly Description[]): Attribution | null {
  const { path } = evidence;
  if (path === null || !isTelling(path)) return null;
  const description = onlyOne(descriptions.filter((candidate) => isAtPath(candidate, evidence)));
  return description === undefined ? null : { description, target: targetOf(description, null), reason: `Only ${description.title} has the path ${printPathPattern(path)}.` };
}

/** Whether a path has two segments of known text that not every web application has, or one that is a colon. */
function isTelling(path: PathPattern): boolean {
  const texts = splitSegments(path).map(literalText).filter((text) => text !== null);
  return texts.includes(':') || texts.filter((text) => /[a-z]/i.test(text) && !GENERIC.has(text.toLowerCase())).length >= 2;
}

/** Segments that any web application may have, so that they tell nothing. */
export const GENERIC: ReadonlySet<string> = new Set([
  'account', 'accounts', 'actions', 'admin', 'all', 'api', 'app', 'assets', 'auth', 'callback', 'clients', 'config', 'devices', 'download',
  'friends', 'health', 'history', 'home', 'image', 'images', 'items', 'login', 'logout', 'media', 'notifications', 'oauth', 'ping', 'prefs',
  'profile', 'proxy', 'public', 'refresh', 'requests', 'resources', 'rest', 'search', 'servers', 'sessions', 'settings', 'static', 'status',
  'system', 'token', 'upload', 'user', 'users', 'v1', 'v2', 'v3', 'v4', 'version', 'webhook', 'webhooks',
]);

/**
 * One of several descriptions for which there is the same evidence: the one that the nearest words name alone, then the
 * only one that has the path, then those that know most of it, then the one that is meant unless something else is said.
 */
function choose(fitting: readonly Description[], evidence: RequestEvidence, reason: string): Attribution | null {
  const named = onlyNamed(fitting, evidence);
  const withPath = fitting.filter((description) => hasPath(description, evidence));
  const surest = fitting.filter((description) => isAtPath(description, evidence));
  const pool = surest.length > 0 ? withPath : knowingMost(fitting, withPath, evidence);
  const description = named ?? pool.find(({ attribution }) => attribution.isDefault) ?? onlyOne(pool) ?? onlyOne(pool.filter(({ attribution }) => attribution.anyHost));
  return description === undefined ? null : { description, target: targetOf(description, null), reason };
}

/** The description that has a word of its own in the code (`plextv`), and the path with it. */
function onlyNamed(fitting: readonly Description[], evidence: RequestEvidence): Description | undefined {
  return onlyOne(fitting.filter((description) => {
    const verdict = compareWords(evidence.words, description.attribution);
    const own = verdict !== null && !fitting.some((other) => other !== description && other.attribution.words.includes(verdict.pattern));
    return own && hasPath(description, evidence);
  }));
}

function hasPath(description: Description, { method, path }: RequestEvidence): boolean {
  return path !== null && matchPath(description, path, method).candidates.length > 0;
}

function isAtPath(description: Description, { method, path }: RequestEvidence): boolean {
  return path !== null && matchPath(description, path, method).atPath.length > 0;
}

/**
 * Where a path is none of those for sure: the descriptions that know the most of it from the left, of these those that it
 * can be a path of. `/library/sections/{}/unread` is rather a mistake for what is under `/library/sections/{id}` than
 * `/library/sections/watchlist/{filter}`.
 */
function knowingMost(fitting: readonly Description[], withPath: readonly Description[], { path }: RequestEvidence): readonly Description[] {
  const segments = path === null ? [] : splitSegments(path);
  const depths = fitting.map((description) => knownDepth(pathTrieOf(description), segments));
  const deepest = fitting.filter((_, index) => depths[index] === Math.max(...depths));
  const possible = deepest.filter((description) => withPath.includes(description));
  return possible.length > 0 ? possible : deepest;
}

/** How many segments of a path a tree has from the left, none of them guessed. */
function knownDepth({ literals, mixed, parameter }: PathNode, [first, ...rest]: readonly PathSegment[]): number {
  if (first === undefined) return 0;
  const text = literalText(first);
  const next = [
    ...(text === null ? [] : [literals.get(text)]),
    ...mixed.filter(({ parts }) => matchMixed(parts, first).values !== null).map(({ node }) => node),
    parameter,
  ];
  return Math.max(0, ...next.map((node) => (node === undefined || node === null ? 0 : 1 + knownDepth(node, rest))));
}

function onlyOne<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function targetOf(description: Description, host: string | null): string {
  if (!description.attribution.targetIsHost) return description.name;
  const name = host === null ? null : splitHost(host).name;
  const exact = description.hosts.map((written) => splitHost(written).name);
  return name !== null && !name.includes('*') ? name : (exact[0] ?? description.name);
}
