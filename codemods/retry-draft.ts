import { shareExports, sharedName } from './share-exports.ts';
import { shareModule } from './shared-module.ts';
import { skip } from './retry-need.ts';
import type { Place } from '../requests/request-site.ts';
import type { Edit, EditedFile } from '../rules/editable.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { Change, CodemodProject, ImportNeed, Plan } from './codemod.ts';
import type { SharedExport } from './share-exports.ts';
import type { SharedModule } from './shared-module.ts';

/** A change of which it is not known yet what its file calls something that modules share. */
export interface Draft {
  readonly kind: 'draft';
  readonly requests: readonly AttributedRequest[];
  readonly place: Place;
  readonly what: string;
  /** The file that is changed. */
  readonly file: EditedFile;
  /** The edits, given what the file calls the shared thing, and the module that it comes from. */
  readonly edits: (local: string, module: SharedModule | null) => readonly Edit[];
  readonly imports: readonly ImportNeed[];
  readonly packages: Readonly<Record<string, string>>;
  /** What it needs from a shared module; null: nothing. */
  readonly shares: { readonly module: string; readonly name: string; readonly exported: (language: SharedModule['language']) => SharedExport; readonly imports?: boolean } | null;
}

/** Where shared modules go: one that the user names, and files beside which they may have been put before. */
interface Placing {
  readonly given: string | undefined;
  readonly others: readonly string[];
}

/** Makes plans of drafts: the modules that they share are put where all that need them find them, and export all of it. */
export function finishDrafts(project: CodemodProject, drafts: readonly (Draft | Plan)[], { given, others }: Placing): readonly Plan[] {
  const moduleOf = new Map<Draft, SharedModule | string>();
  for (const name of new Set(drafts.flatMap((draft) => (draft.kind === 'draft' ? draft.shares?.module ?? [] : [])))) {
    const own = drafts.filter((draft) => draft.kind === 'draft').filter(({ shares }) => shares?.module === name);
    const place = shareModule(project, { given, name, users: own.map(({ file }) => file), others });
    for (const draft of own) moduleOf.set(draft, place(draft.file));
  }
  const sharing = (file: string): readonly Draft[] => [...moduleOf].flatMap(([draft, module]) => (typeof module !== 'string' && module.file === file ? [draft] : []));

  return drafts.map((draft): Plan => {
    if (draft.kind !== 'draft') return draft;
    const module = moduleOf.get(draft) ?? null;
    if (typeof module === 'string') return skip(draft.requests, module);
    if (module === null || draft.shares === null) return change(draft, { edits: draft.edits('', null), files: [], imports: draft.imports });

    const wanted = new Map(sharing(module.file).flatMap(({ shares }) => (shares === null ? [] : [[shares.name, shares.exported(module.language)] as const])));
    const shared = shareExports(project, module, [...wanted.values()]);
    if (shared === null) return skip(draft.requests, `${module.file} cannot be added to. Name another file by --retry-module.`);
    const { local, need } = sharedName(project, draft.file, module, draft.shares.name);
    const isImported = draft.shares.imports !== false && need !== null;
    return change(draft, { edits: [...draft.edits(local, module), ...shared.edits], files: shared.files, imports: [...draft.imports, ...(isImported ? [need] : []), ...shared.imports] });
  });
}

function change({ requests, place, what, packages }: Draft, parts: Pick<Change, 'edits' | 'files' | 'imports'>): Change {
  return { kind: 'change', requests, place, what, packages, ...parts };
}
