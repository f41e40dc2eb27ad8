import type { TSESTree } from '@typescript-eslint/types';

/**
 * One parsed source file. `program` has the node types, keys and ranges of typescript-estree; `range` is in UTF-16
 * code units of `text` (no byte order mark). `loc`, `parent`, tokens and comments may be missing.
 */
export interface SourceModule {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
  readonly program: TSESTree.Program;
}

/**
 * Hands modules to the engine, which never touches the disk. Implemented by `modules/`; tests use one in memory.
 * No method throws: what cannot be found or parsed is `null`.
 */
export interface ModuleLoader {
  /** The parsed module, or null when it does not exist, is not source text, or does not parse. */
  readonly load: (file: string) => SourceModule | null;
  /** The text of a source file, without parsing it; null where there is none. */
  readonly text: (file: string) => string | null;
  /**
   * The absolute path of the source that `specifier` means when written in `fromFile`; null for a package that is not
   * part of the project, a built-in module, or a path that does not exist.
   */
  readonly resolve: (specifier: string, fromFile: string) => string | null;
  /**
   * A number that grows whenever a module handed out before has changed on disk. The engine asks once per analysed
   * file and forgets what it knew when the number has grown. In a large project it looks now and then only, unless it is
   * to be `exact`.
   */
  readonly generation: (exact?: boolean) => number;
}
