import type { Place } from '../requests/request-site.ts';
import type { Edit, Editable } from '../rules/editable.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';

/** A migration: what is to be done about the requests of a project. It only plans; whoever runs it writes. */
export interface Codemod {
  /** `add-timeout`; its file and its page in docs/codemods have the same name. */
  readonly name: string;
  /** One line: what it does to the code. */
  readonly summary: string;
  /** The rules whose findings it mends, without the plugin's name. */
  readonly rules: readonly string[];
  /** By name as on the command line, without the dashes. */
  readonly options: Readonly<Record<string, CodemodOption>>;
  /**
   * A plan for each cause that asks for a change, in source order: what is to be changed, or why it is left. It is given
   * every request of the project whose API is known, since a wrapper may be changed only if that suits all that go
   * through it. What needs no change has no plan. Never throws for what the code says.
   */
  readonly plan: (project: CodemodProject, requests: readonly AttributedRequest[], options: CodemodOptions) => readonly Plan[];
}

/** An option of a codemod. */
export interface CodemodOption {
  readonly type: 'string' | 'number' | 'boolean';
  /** One line, for the help. */
  readonly description: string;
  /** What a value is, for the help: `FILE`, `MS`. */
  readonly value?: string;
  readonly default?: string | number | boolean;
  /** What is wrong with a value, and what to write; null: nothing. */
  readonly check?: (value: string | number | boolean) => string | null;
}

/** The options by name, checked, with the defaults filled in. */
export type CodemodOptions = Readonly<Record<string, string | number | boolean | undefined>>;

/** The files that a codemod works on, as they are before it. */
export interface CodemodProject extends Editable {
  /** The folder that file names in messages and options are relative to, absolute. */
  readonly root: string;
  /** The top folder of the project, absolute: what stands above it (a package.json in a home folder) is not the project's. */
  readonly top: string;
  /** Whether edits may go beyond one file, and files may be added: not under the plain jscodeshift command. */
  readonly whole: boolean;
  /** The text of any file (package.json, an ignored file); null where there is none. */
  readonly textOf: (file: string) => string | null;
  /** The file of the project that a specifier means; null for a package, or where there is none. */
  readonly resolve: (specifier: string, fromFile: string) => string | null;
}

/** A name that a file needs from another module or a package. */
export interface ImportNeed {
  /** The file that needs it, absolute. */
  readonly file: string;
  /** What it is exported as; `default` for the default export. */
  readonly name: string;
  /** What the edits call it. See `nameFor`. */
  readonly local: string;
  readonly from: { readonly package: string } | { readonly file: string };
}

/** A file to be written anew. */
export interface NewFile {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
}

interface PlanBase {
  /** The requests that it is about: at least one. */
  readonly requests: readonly AttributedRequest[];
  /** Where the report shows it. */
  readonly place: Place;
}

/** All of it is done, or nothing. */
export interface Change extends PlanBase {
  readonly kind: 'change';
  /** What is done, in words: `Gives up after 30 seconds.` */
  readonly what: string;
  readonly edits: readonly Edit[];
  readonly imports: readonly ImportNeed[];
  /** Several changes may ask for the same file: its text must then be the same. */
  readonly files: readonly NewFile[];
  /** Packages that package.json has to name as dependencies: name -> range. */
  readonly packages: Readonly<Record<string, string>>;
}

/** Why a request is left as it is, and what to do by hand. */
export interface Skip extends PlanBase {
  readonly kind: 'skip';
  readonly reason: string;
}

export type Plan = Change | Skip;
