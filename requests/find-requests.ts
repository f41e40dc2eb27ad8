import type { TSESTree } from '@typescript-eslint/types';

import { claimSend } from './build-sites.ts';
import type { Claim, Completion } from './build-sites.ts';
import { classChain, methodsOf } from './classes.ts';
import { mergeSites } from './merge-sites.ts';
import { loggedIn } from './logged-values.ts';
import type { LoggedValue } from './logged-values.ts';
import { executeModule } from './modules.ts';
import type { ProjectModule } from './project-module.ts';
import { noteTimers } from './read-handling.ts';
import type { RequestSite } from './request-site.ts';
import { createRun, stateOf } from './run.ts';
import type { World } from './run.ts';
import type { Send } from './send.ts';
import { lookAtEscaped, lookAtInherited, summarize } from './summaries.ts';
import type { ClassInfo, FrameNode } from './value.ts';

/** What a module's functions send, and which functions were given their paths by a caller. */
export interface ModuleRequests {
  readonly sites: readonly RequestSite[];
  readonly completions: readonly Completion[];
  readonly logged: readonly LoggedValue[];
}

/** Looks at every function of a module by itself. Never throws: a crossed stack limit ends the look at that function. */
export function findRequests(world: World, module: ProjectModule): ModuleRequests {
  const known = world.found.get(module);
  if (known !== undefined) return known;
  guard(() => { executeModule(world, module); });
  for (const made of module.made) {
    guard(() => {
      if ('k' in made) summarize(world, made);
      else lookAtClass(world, module, made);
    });
  }
  const claims: Claim[] = [];
  const completions: Completion[] = [];
  const take = (root: FrameNode, sends: readonly Send[], isWanted: (claim: Claim) => boolean = (claim) => !isOfAnother(claim, module)): void => {
    for (const send of sends) {
      noteTimers(send, world);
      const found = claimSend(send, root, world);
      claims.push(...found.claims.filter(isWanted));
      completions.push(...found.completions);
    }
  };
  take(module.source.program, module.sends);
  for (const run of world.runs.get(module) ?? []) take(run.root, run.sends);
  const called = new Set(claims.map(keyOfSend));
  for (const [made, frames] of module.escaped) {
    // who calls it in the module knows more
    guard(() => { take(module.source.program, lookAtEscaped(world, module, made, frames), (claim) => !called.has(keyOfSend(claim))); });
  }
  const found = { sites: mergeSites(claims, completions, module), completions, logged: loggedIn(world, module) };
  world.found.set(module, found);
  // what is kept is the sites: the states of the runs are large
  world.runs.delete(module);
  world.logged.delete(module);
  return found;
}

/** Whether a closure of another module, which was made there for the path, is all that a module calls. */
function isOfAnother({ send, frame, site }: Claim, module: ProjectModule): boolean {
  const fn = send.frames[send.frames.findIndex(({ node }) => node === frame) + 1]?.fn ?? null;
  return fn !== null && fn.module !== module && site.place.file === fn.module.file && [...fn.module.escaped.keys()].some(({ node, scope }) => node === fn.node && scope === fn.scope);
}

/** A send with a path that is written there. */
function keyOfSend({ send, site: { place, method } }: Claim): string {
  return `${String(send.node.range[0])} ${place.file}:${String(place.start)} ${method ?? '?'}`;
}

function lookAtClass(world: World, module: ProjectModule, info: ClassInfo): void {
  const run = createRun(world, module.source.program, module, stateOf(world, module), true);
  for (const method of methodsOf(info)) summarize(world, method);
  const [, ...bases] = classChain(run, info);
  for (const base of bases) {
    if (!isAbstract(base) && !overrides(info, base)) continue;
    for (const method of methodsOf(base)) lookAtInherited(world, method, info);
  }
}

/** True when a class says anew what a base says: methods of the base do something else on it. */
function overrides(info: ClassInfo, base: ClassInfo): boolean {
  const own = new Set(info.node.body.body.flatMap((member) => declaredName(member) ?? []));
  return base.node.body.body.some((member) => own.has(declaredName(member) ?? ''));
}

function declaredName(member: TSESTree.ClassElement): string | null {
  if (!('key' in member) || member.static || (member.type === 'MethodDefinition' && member.kind === 'constructor')) return null;
  return member.key.type === 'Identifier' && !member.computed ? member.key.name : null;
}

function isAbstract(info: ClassInfo): boolean {
  return info.node.abstract || info.node.body.body.some((member) => member.type.startsWith('TSAbstract'));
}

/** A stack that overflows on hostile input costs the function at hand, nothing more. */
function guard(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}
