import type { TSESTree } from '@typescript-eslint/types';

import type { ProjectModule } from './project-module.ts';
import { moduleAt } from './run.ts';
import type { World } from './run.ts';

type TypeNode = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration;

/** The declaration of a type, followed through imports; null when it is none of the project. `depth` > 0: what another module asks for. */
export function findType(world: World, module: ProjectModule, name: string, depth = 0): { node: TypeNode; module: ProjectModule } | null {
  const own = module.types.get(name);
  if (own !== undefined) return { node: own, module };
  if (depth > 6) return null;
  const imported = module.imports.get(name);
  const target = module.exports.get(name);
  const from = imported ?? (target?.kind === 'from' ? target.imported : undefined);
  const sources = from === undefined ? (depth > 0 ? module.stars.map((source) => ({ source, name })) : []) : [from];
  for (const { source, name: original } of sources) {
    const file = world.loader.resolve(source, module.file);
    const other = file === null ? null : moduleAt(world, file);
    const found = other === null ? null : findType(world, other, original, depth + 1);
    if (found !== null) return found;
  }
  return null;
}
