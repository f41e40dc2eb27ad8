import type { ClientModel } from '../requests/client-model.ts';
import type { EngineSettings } from './engine.ts';

const expressions = new WeakMap<EngineSettings, RegExp>();

/** Whether a text names a client that the user declares: its type, its global or injected name, or its module in quotes. */
export function namesDeclaredClient(text: string, settings: EngineSettings): boolean {
  if (settings.clients.length === 0) return false;
  let expression = expressions.get(settings);
  if (expression === undefined) expressions.set(settings, (expression = makeExpression(settings.clients)));
  return expression.test(text);
}

function makeExpression(clients: readonly ClientModel[]): RegExp {
  const names = clients.flatMap(({ types = [], globals = [], injected = [], reached }) => [...types, ...globals, ...injected, ...(reached?.types ?? [])]);
  const modules = clients.flatMap((client) => client.modules.map(lastSegment));
  const sources = [
    ...[...new Set(names)].map((name) => `(?<![\\w$])${escape(name)}(?![\\w$])`),
    ...[...new Set(modules)].map((name) => `['"/]${escape(name)}(?:/index)?(?:\\.[cm]?[jt]sx?)?['"]`),
  ];
  return new RegExp(sources.length === 0 ? '(?!)' : sources.join('|'));
}

/** The last segment of a specifier or file: what every import of the module ends with, from whatever folder. */
function lastSegment(name: string): string {
  const bare = name.replaceAll('\\', '/').replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '');
  return bare.split('/').at(-1) ?? bare;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
