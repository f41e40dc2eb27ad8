import type { ClientRegistry } from './client-registry.ts';
import type { World } from './run.ts';

/** What the wording of a file tells: nothing is parsed for it. */
export interface Wording {
  /** The file names a client, as a global, a type, a parameter or a package. */
  readonly client: boolean;
  /** The files of the project that it imports. */
  readonly imports: readonly string[];
}

/**
 * Whether a text, or a file that it leads to through its imports, names an HTTP client. One that does not sends nothing,
 * whatever of it is called, unless it is handed a function that does.
 */
export function maySend(world: World, file: string, text: string): boolean {
  const { client, imports } = readWording(world, file, text);
  return client || imports.some((imported) => leadsToClient(world, imported));
}

/** The same of a file of the project, as it is on the disk. */
export function leadsToClient(world: World, file: string): boolean {
  const known = world.sending.get(file);
  if (known !== undefined) return known;

  const seen = new Set([file]);
  for (const at of seen) {
    const { client, imports } = wordingOf(world, at);
    if (client || world.sending.get(at) === true) {
      world.sending.set(file, true);
      return true;
    }
    if (!world.sending.has(at)) for (const imported of imports) seen.add(imported);
  }
  for (const at of seen) world.sending.set(at, false);
  return false;
}

function wordingOf(world: World, file: string): Wording {
  let wording = world.wordings.get(file);
  if (wording === undefined) world.wordings.set(file, (wording = readWording(world, file, file.endsWith('.json') ? '' : world.loader.text(file) ?? '')));
  return wording;
}

function readWording({ loader, clients }: World, file: string, text: string): Wording {
  const imports = specifiersIn(text).map((specifier) => ({ specifier, file: loader.resolve(specifier, file) }));
  return {
    client: namesClient(clients, text) || imports.some((one) => clients.byModule.has(one.specifier) || clients.declaredAt(one.specifier, one.file) !== null),
    imports: imports.flatMap((one) => one.file ?? []),
  };
}

/** What a text imports or requires, by its wording. */
export function specifiersIn(text: string): readonly string[] {
  const found = text.matchAll(/\b(?:from|import|require)\s*\(?\s*(['"`])([^'"`\n]+)\1/g);
  return [...new Set([...found].map(([, , specifier = '']) => specifier))];
}

const expressions = new WeakMap<ClientRegistry, RegExp>();

function namesClient(clients: ClientRegistry, text: string): boolean {
  let expression = expressions.get(clients);
  if (expression === undefined) {
    const names = [...clients.byGlobal.keys(), ...clients.byType.keys(), ...clients.byParameter.keys()].map((name) => name.replaceAll('$', '\\$'));
    expressions.set(clients, (expression = new RegExp(`(?<![\\w$])(?:${names.join('|')})(?![\\w{])`)));
  }
  return expression.test(text);
}
