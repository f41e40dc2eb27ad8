import type { Tape } from './tape.ts';

/** What a generated program is run with: nothing of it is written in the program. */
export interface Input {
  readonly key: string;
  readonly name: string;
  readonly id: number;
  readonly flag: boolean;
  readonly other: boolean;
  readonly kind: 'a' | 'b' | 'c';
  readonly maybe: string | undefined;
  readonly list: readonly string[];
  readonly base: string;
}

/** A generated program: files by name; `main.ts` exports `run(input)`. */
export interface Program {
  readonly files: ReadonlyMap<string, string>;
}

/** Unknown values that are in scope, as expressions. */
export interface Scope {
  readonly words: readonly string[];
  readonly numbers: readonly string[];
  readonly flags: readonly string[];
  readonly maybes: readonly string[];
  readonly kinds: readonly string[];
  readonly lists: readonly string[];
  readonly bases: readonly string[];
}

export const closedScope: Scope = { words: [], numbers: [], flags: [], maybes: [], kinds: [], lists: [], bases: [] };

export const inputScope: Scope = {
  words: ['input.key', 'input.name'], numbers: ['input.id'], flags: ['input.flag', 'input.other'], maybes: ['input.maybe'], kinds: ['input.kind'], lists: ['input.list'], bases: ['input.base'],
};

/** A file that is being written. */
export class ModuleText {
  readonly name: string;
  readonly imports = new Set<string>();
  readonly top: string[] = [];

  constructor(name: string) {
    this.name = name;
  }

  print(): string {
    return [...this.imports, ...this.top].join('\n') + '\n';
  }
}

/** A place in a program where code is being written: expressions go where they are used, `lines` before them. */
export interface Spot {
  readonly tape: Tape;
  readonly draft: Draft;
  readonly module: ModuleText;
  readonly lines: string[];
  readonly scope: Scope;
}

/** A program that is being written. */
export class Draft {
  readonly main = new ModuleText('main');
  readonly lib = new ModuleText('lib');
  readonly deep = new ModuleText('deep');
  readonly index = new ModuleText('index');
  /** How many more constructs may be nested: programs stay readable. */
  fuel: number;
  #names = 0;

  constructor(fuel: number) {
    this.fuel = fuel;
  }

  fresh(prefix: string): string {
    this.#names++;
    return `${prefix}${String(this.#names)}`;
  }

  finish(): Program {
    const modules = [this.main, this.lib, this.deep, this.index].filter((module) => module.imports.size + module.top.length > 0);
    return { files: new Map(modules.map((module) => [`${module.name}.ts`, module.print()])) };
  }
}

/** The module that `module` may import from; itself when it is the last. */
export function libraryOf(spot: Spot): ModuleText {
  return spot.module === spot.draft.main ? spot.draft.lib : spot.draft.deep;
}

/** Makes a name of another module usable here: a plain import, a renamed one, through an index, or a namespace. Returns the expression. */
export function importFrom(spot: Spot, from: ModuleText, name: string): string {
  if (from === spot.module) return name;
  const { draft, module, tape } = spot;
  switch (tape.pick(4)) {
    case 1: {
      const local = draft.fresh('as');
      module.imports.add(`import { ${name} as ${local} } from './${from.name}.ts';`);
      return local;
    }
    case 2:
      if (from === draft.lib && module === draft.main) {
        const renamed = draft.fresh('re');
        draft.index.top.push(`export { ${name} as ${renamed} } from './lib.ts';`);
        module.imports.add(`import { ${renamed} } from './index.ts';`);
        return renamed;
      }
      break;
    case 3:
      module.imports.add(`import * as ${from.name} from './${from.name}.ts';`);
      return `${from.name}.${name}`;
    default: break;
  }
  module.imports.add(`import { ${name} } from './${from.name}.ts';`);
  return name;
}
