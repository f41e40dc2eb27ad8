import { splitHost } from '../spec/match-host.ts';
import { NO_API } from './api-names.ts';
import { NO_SETTINGS } from './engine.ts';
import type { EngineSettings } from './engine.ts';

const expressions = new WeakMap<EngineSettings, RegExp>();

/**
 * Whether a text names what the user declares: a host or a name that is an API, or a client by its type, its global or
 * injected name, or its module in quotes.
 */
export function namesDeclared(text: string, settings: EngineSettings): boolean {
  if (settings === NO_SETTINGS) return false;
  let expression = expressions.get(settings);
  if (expression === undefined) expressions.set(settings, (expression = makeExpression(settings)));
  return expression.test(text);
}

function makeExpression({ clients, hosts, names: named }: EngineSettings): RegExp {
  const words = clients.flatMap(({ types = [], globals = [], injected = [], reached }) => [...types, ...globals, ...injected, ...(reached?.types ?? [])]);
  const modules = clients.flatMap((client) => client.modules.map(lastSegment));
  const sources = [
    ...[...new Set([...words, ...declaredIn(named)])].map((name) => `(?<![\\w$])${escape(name)}(?![\\w$])`),
    ...[...new Set(modules)].map((name) => `['"/]${escape(name)}(?:/index)?(?:\\.[cm]?[jt]sx?)?['"]`),
    ...declaredIn(hosts).flatMap((host) => splitHost(host).name.split('*').filter((piece) => piece.length > 2)).map(escape),
  ];
  return new RegExp(sources.length === 0 ? '(?!)' : sources.join('|'));
}

/** The keys that name an API: what is said to be none needs no look. */
function declaredIn(apis: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(apis).flatMap(([key, api]) => (api === NO_API ? [] : [key]));
}

/** The last segment of a specifier or file: what every import of the module ends with, from whatever folder. */
function lastSegment(name: string): string {
  const bare = name.replaceAll('\\', '/').replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '');
  return bare.split('/').at(-1) ?? bare;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
