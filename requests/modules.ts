import type { TSESTree } from '@typescript-eslint/types';

import { bindPattern } from './bind.ts';
import { declaredValue, packageValue } from './client-values.ts';
import { evaluate, makeFunction } from './evaluate.ts';
import { enumValue, executeStatements } from './execute.ts';
import { classValue } from './classes.ts';
import { patternNames } from './project-module.ts';
import type { ImportedName, ProjectModule } from './project-module.ts';
import type { Run, World } from './run.ts';
import { moduleAt, newRecord, property, stateOf } from './run.ts';
import { createScope } from './scope.ts';
import type { Scope } from './scope.ts';
import { inShared, readCell } from './shared.ts';
import type { Value } from './value.ts';
import { holeValue, undefinedValue } from './value.ts';

/** Declares the variables of a module; each is read the first time it is asked for. */
export function declareModule(world: World, module: ProjectModule): Scope {
  const { scope } = module;
  if (module.declared) return scope;
  module.declared = true;

  for (const [name, imported] of module.imports) {
    scope.cells.set(name, { name, shared: true, lazy: () => importedValue(world, module, imported) });
  }
  for (const statement of module.source.program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement;
    if (declaration !== null) declareNames(world, module, declaration);
  }
  return scope;
}

function declareNames(world: World, module: ProjectModule, declaration: TSESTree.Node): void {
  const { cells } = module.scope;
  switch (declaration.type) {
    case 'VariableDeclaration':
      for (const declarator of declaration.declarations) {
        for (const name of patternNames(declarator.id)) cells.set(name, { name, shared: true, lazy: () => readDeclarator(world, module, declarator, name) });
      }
      break;
    case 'FunctionDeclaration': case 'ClassDeclaration':
      if (declaration.id !== null) {
        const { name } = declaration.id;
        cells.set(name, {
          name, shared: true,
          lazy: () => inShared(world, module, (run) => (declaration.type === 'ClassDeclaration' ? classValue(run, declaration, module.scope) : makeFunction(run, declaration, module.scope))),
        });
      }
      break;
    case 'TSEnumDeclaration': {
      const { name } = declaration.id;
      cells.set(name, { name, shared: true, lazy: () => inShared(world, module, (run) => enumValue(run, declaration, module.scope)) });
      break;
    }
    case 'TSModuleDeclaration':
      if (declaration.id.type === 'Identifier') {
        const { name } = declaration.id;
        cells.set(name, { name, shared: true, lazy: () => inShared(world, module, (run) => namespaceValue(run, declaration, module.scope)) });
      }
      break;
    default: break;
  }
}

/** `namespace Name { export … }` as an object. */
function namespaceValue(run: Run, node: TSESTree.TSModuleDeclaration, outer: Scope): Value {
  const scope = createScope(outer);
  if (node.body?.type === 'TSModuleBlock') executeStatements(run, node.body.body, scope);
  return newRecord(run, [...scope.cells.values()].map((cell) => property(cell.name, readCell(run, cell, scope))));
}

function readDeclarator(world: World, module: ProjectModule, declarator: TSESTree.VariableDeclarator, name: string): Value {
  const cell = module.scope.cells.get(name);
  if (module.touched.has(name) && module.status === 'new') {
    // its own declaration is one of the statements: those after it change what it declares
    if (cell !== undefined) cell.lazy = () => readDeclarator(world, module, declarator, name);
    executeModule(world, module);
  }
  const state = stateOf(world, module);
  const found = cell === undefined ? undefined : state.cells.get(cell);
  if (found !== undefined) return found;
  if (declarator.init === null) return undefinedValue;

  const { init } = declarator;
  inShared(world, module, (run) => {
    bindPattern(run, declarator.id, evaluate(run, init, module.scope), module.scope, 'declare');
    return undefinedValue;
  });
  return (cell === undefined ? undefined : state.cells.get(cell)) ?? holeValue('unset', [name]);
}

/** Executes the top-level statements of a module, once. */
export function executeModule(world: World, module: ProjectModule): void {
  if (module.status !== 'new') return;
  module.status = 'running';
  declareModule(world, module);
  inShared(world, module, (run) => {
    module.commonJs = newRecord(run);
    executeStatements(run, module.source.program.body, module.scope);
    return undefinedValue;
  });
  module.status = 'run';
}

/** What another module offers under a name; a package that is not part of the project is known by its name only. */
function importedValue(world: World, from: ProjectModule, { source, name }: ImportedName): Value {
  const file = world.loader.resolve(source, from.file);
  const declared = declaredValue(world, source, file, name);
  if (declared !== null) return declared;
  const module = file === null ? null : moduleAt(world, file);
  if (module === null) return packageValue(world, source, name);
  if (name === '*') return { k: 'module', module };
  return exportOf(world, module, name) ?? holeValue('import', [source, name]);
}

/** The value of `import()` or `require()`. */
export function readModuleReference(run: Run, source: string | null, kind: 'require' | '*'): Value {
  const from = run.frames.at(-1)?.module;
  if (source === null || from === undefined) return holeValue('import');
  const file = run.world.loader.resolve(source, from.file);
  const declared = declaredValue(run.world, source, file, kind === 'require' ? 'default' : '*');
  if (declared !== null) return declared;
  const module = file === null ? null : moduleAt(run.world, file);
  if (module === null) return packageValue(run.world, source, kind === 'require' ? 'default' : '*');
  if (kind === 'require' && module.isCommonJs) {
    executeModule(run.world, module);
    return module.commonJs ?? holeValue('import', [source]);
  }
  return { k: 'module', module };
}

/** An export of a module; null when it has none of that name. */
export function exportOf(world: World, module: ProjectModule, name: string, seen: ReadonlySet<ProjectModule> = new Set()): Value | null {
  if (seen.has(module)) return null;
  const scope = declareModule(world, module);
  const target = module.exports.get(name);
  if (target !== undefined) {
    switch (target.kind) {
      case 'local': {
        const cell = scope.cells.get(target.name);
        return cell === undefined ? null : inShared(world, module, (run) => readCell(run, cell, scope));
      }
      case 'expression': {
        const known = module.values.get(name);
        if (known !== undefined) return known;
        module.values.set(name, holeValue('import', [name]));
        const value = inShared(world, module, (run) => evaluate(run, target.node, scope));
        module.values.set(name, value);
        return value;
      }
      case 'from': return importedValue(world, module, target.imported);
    }
  }
  for (const star of module.stars) {
    if (name === 'default') break;
    const file = world.loader.resolve(star, module.file);
    const other = file === null ? null : moduleAt(world, file);
    const found = other === null ? null : exportOf(world, other, name, new Set([...seen, module]));
    if (found !== null) return found;
  }
  if (module.isCommonJs) return commonJsExport(world, module, name);
  return null;
}

function commonJsExport(world: World, module: ProjectModule, name: string): Value | null {
  executeModule(world, module);
  const value = module.commonJs;
  if (value === null || name === 'default') return value;
  const object = value.k === 'ref' ? stateOf(world, module).object(value.id) : undefined;
  return object?.t === 'record' ? object.props.get(name)?.value ?? null : null;
}
