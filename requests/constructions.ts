import { genericInstance, methodsOf } from './classes.ts';
import { copyValue } from './copy-value.ts';
import { joinValues } from './join.ts';
import { executeModule } from './modules.ts';
import type { ProjectModule } from './project-module.ts';
import { LIMITS } from './run.ts';
import type { Run, World } from './run.ts';
import { persist } from './shared.ts';
import { summarize } from './summaries.ts';
import type { ClassInfo, ClassNode, Value } from './value.ts';
import { optionsOf } from './value.ts';
import type { TSESTree } from '@typescript-eslint/types';

/** With more constructions than this, nothing is said of all of them. */
const MAX_CONSTRUCTIONS = 4;

/** What a class was given at one `new` expression, and how many functions deep that was seen. */
export interface Construction { readonly args: readonly Value[]; readonly depth: number }

/** Remembers what an instance of a class was made with; each `new` counts once, with what the function around it knows by itself. */
export function recordConstruction(run: Run, info: ClassInfo, args: readonly Value[], node: TSESTree.Node): void {
  run.world.constructed.add(node);
  if (args.length === 0) return;
  const made = run.world.constructions.get(info.node) ?? new Map<TSESTree.Node, Construction>();
  run.world.constructions.set(info.node, made);
  const depth = run.frames.length;
  if ((made.get(node)?.depth ?? Number.POSITIVE_INFINITY) <= depth) return;
  const kept = args.map((arg) => copyValue(run, arg, run.state, run.firstId));
  for (const arg of kept) persist(run, arg);
  made.set(node, { args: kept, depth });
}

/** The parameters of a constructor, and what an unknown caller gives them. */
export interface GenericArguments { readonly params: readonly TSESTree.Parameter[]; readonly values: readonly Value[] }

/** The classes whose constructions are being looked for. */
const asked = new WeakSet<ClassNode>();

/**
 * The arguments that stand for those of all instances of a class: for each parameter the objects, functions and clients
 * that the constructions in sight give it, else an unknown one. A text stays unknown: each construction has its own.
 * null when the constructions say nothing.
 */
export function constructorArguments(world: World, info: ClassInfo, unknown: () => GenericArguments): readonly Value[] | null {
  if (world.nested >= LIMITS.nested || asked.has(info.node)) return null;
  const modules = [...world.modules.values()].filter((module): module is ProjectModule => module?.constructedIn.has(info.name) === true && (world.told.has(module.file) || module === info.module));
  if (modules.length === 0) return null;
  const { params, values } = unknown();
  if (params.every(isPrimitive)) return null;

  asked.add(info.node);
  for (const module of modules) lookAtConstructions(world, module, info.name);
  asked.delete(info.node);
  if (modules.some((module) => [...module.constructedIn.get(info.name)?.keys() ?? []].some((node) => !world.constructed.has(node)))) return null;
  const found = [...world.constructions.get(info.node)?.values() ?? []].map(({ args }) => args);
  if (found.length === 0 || found.length > MAX_CONSTRUCTIONS) return null;
  return values.map((value, i) => {
    const parameter = params[i];
    const given = found.map((args) => args[i]).filter((arg) => arg !== undefined);
    const isUseful = parameter !== undefined && !isPrimitive(parameter) && given.length === found.length && given.every((arg) => optionsOf(arg).every(isObject));
    return isUseful ? joinValues(given) : value;
  });
}

function isObject(value: Value): boolean {
  return value.k === 'ref' || value.k === 'fn' || value.k === 'client' || value.k === 'class';
}

function isPrimitive(parameter: TSESTree.Parameter): boolean {
  const pattern = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const target = pattern.type === 'AssignmentPattern' ? pattern.left : pattern;
  const type = 'typeAnnotation' in target ? target.typeAnnotation?.typeAnnotation.type : undefined;
  return type === 'TSStringKeyword' || type === 'TSNumberKeyword' || type === 'TSBooleanKeyword';
}

/** Looks at the functions, methods and constructors that make instances of a class of this name. */
function lookAtConstructions(world: World, module: ProjectModule, name: string): void {
  executeModule(world, module);
  const makers = new Set(module.constructedIn.get(name)?.values());
  for (const made of module.made) {
    if ('k' in made) {
      if (makers.has(made.node)) summarize(world, made);
      continue;
    }
    const [start, end] = made.node.range;
    const inside = [...makers].filter(({ range }) => range[0] >= start && range[1] <= end);
    if (inside.length === 0) continue;
    const { module: owner } = made;
    genericInstance(world, made);
    for (const method of methodsOf(made)) if (inside.includes(method.node) && owner === module) summarize(world, method);
  }
}
