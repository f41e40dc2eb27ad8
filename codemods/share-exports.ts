import { exportedNames } from './exported-names.ts';
import { nameFor } from './name-for.ts';
import { restyle } from './restyle.ts';
import type { CodemodProject, Change, ImportNeed } from './codemod.ts';
import type { UsableName } from './name-for.ts';
import type { SharedModule } from './shared-module.ts';
import type { EditedFile } from '../rules/editable.ts';

/** Something that a shared module exports. */
export interface SharedExport {
  readonly name: string;
  /**
   * The whole declaration of the name in the language of the module, without `export`; two spaces, single quotes,
   * semicolons and `\n`, which are made the module's.
   */
  readonly code: string;
  /** What the code needs from packages: `{ name: 'default', local: 'pRetry', package: 'p-retry' }`. */
  readonly uses?: readonly { readonly name: string; readonly local: string; readonly package: string }[];
}

/** The parts of a change that make a shared module export something. */
export type Sharing = Pick<Change, 'edits' | 'files' | 'imports'>;

/**
 * Makes a module export what it does not export yet: by a new file, whose first lines are `lead`, or behind what stands in
 * it. Changes that share a module have to ask for the same exports. null where its file may not be changed.
 */
export function shareExports(project: CodemodProject, module: SharedModule, wanted: readonly SharedExport[], lead = ''): Sharing | null {
  const { file, existing } = module;
  const known = existing === null ? new Set<string>() : exportedNames(existing.program);
  const missing = wanted.filter(({ name }) => !known.has(name));
  if (missing.length === 0) return { edits: [], files: [], imports: [] };
  const code = declarations(module, missing);
  if (existing === null) {
    const text = [...(lead === '' ? [] : [lead]), ...requirements(module, missing), code].join('\n\n');
    return project.textOf(file) === null ? { edits: [], files: [{ file, text: restyle(`${text}\n`, module.style) }], imports: [] } : null;
  }
  if (project.fileOf(file) === null) return null;
  const at = existing.text.replace(/\s+$/, '').length;
  return {
    edits: [{ place: { file, start: at, end: existing.text.length }, text: restyle(`${at === 0 ? '' : '\n\n'}${code}\n`, module.style) }],
    files: [],
    imports: missing.flatMap(({ uses = [] }) => uses.map((use): ImportNeed => ({ file, name: use.name, local: use.local, from: { package: use.package } }))),
  };
}

/** The name under which a file can use what a shared module exports. In the module itself it is there already. */
export function sharedName(project: CodemodProject, user: EditedFile, { file }: SharedModule, name: string): UsableName {
  return user.file === file ? { local: name, need: null } : nameFor(project, user, { name, from: { file } });
}

function declarations({ kind, existing }: SharedModule, shared: readonly SharedExport[]): string {
  if (kind === 'import') return shared.map(exported).join('\n\n');
  const names = shared.map(({ name }) => name);
  const exporting = existing === null ? `module.exports = { ${names.join(', ')} };` : names.map((name) => `module.exports.${name} = ${name};`).join('\n');
  return [...shared.map(({ code }) => code), exporting].join('\n\n');
}

/** With `export` before the declaration of the name; others beside it are its own business. */
function exported({ name, code }: SharedExport): string {
  return code.replace(new RegExp(`^(?=(?:async )?(?:const|let|class|function\\*?) ${name.replaceAll('$', '\\$')}(?![\\w$]))`, 'm'), 'export ');
}

/** The imports of a new module, as one piece; none where nothing is needed. */
function requirements({ kind }: SharedModule, shared: readonly SharedExport[]): readonly string[] {
  const packages = new Map<string, Set<string>>();
  const lines: string[] = [];
  for (const { name, local, package: from } of shared.flatMap(({ uses = [] }) => uses)) {
    const line = kind === 'import' ? `import ${local} from '${from}';` : `const ${local} = require('${from}').default;`;
    if (name === 'default') lines.push(line);
    else packages.set(from, (packages.get(from) ?? new Set()).add(name === local ? name : `${name}${kind === 'import' ? ' as' : ':'} ${local}`));
  }
  for (const [from, names] of packages) lines.push(kind === 'import' ? `import { ${[...names].join(', ')} } from '${from}';` : `const { ${[...names].join(', ')} } = require('${from}');`);
  return lines.length === 0 ? [] : [[...new Set(lines)].join('\n')];
}
