import type { TSESTree } from '@typescript-eslint/types';
import { callValue } from './call.ts';
import { baseOf, classChain, memberKey, methodValue } from './classes.ts';
import { joinValues } from './join.ts';
import type { Run } from './run.ts';
import { ensureSummarized } from './summaries.ts';
import { typedValue } from './typed-value.ts';
import type { ClassInfo, RecordObject, RefValue, Value, FunctionValue } from './value.ts';
import { getMember } from './members.ts';

/** What methods of the class assign to a field, when the instance stands for all, or its own methods have not been called. */
export function fieldWrites(run: Run, object: RefValue, record: RecordObject, name: string): Value | null {
  if (record.info === null) return null;
  for (const info of classChain(run, record.info)) {
    const writers = info.module.assignedIn.get(`this.${name}`);
    for (const writer of writers ?? []) {
      if (writer !== run.root && isMethodOf(info, writer)) ensureSummarized(run.world, writer, info.module, methodValue(info, writer as TSESTree.FunctionExpression));
    }
  }
  const writes: Value[] = [];
  for (const info of classChain(run, record.info)) {
    const generic = run.world.generics.get(info.node);
    if (generic !== undefined) writes.push(...(run.world.fieldWrites.get(generic.id)?.get(name) ?? []));
  }
  if (record.generic === true) writes.push(...(run.world.fieldWrites.get(object.id)?.get(name) ?? []));
  return writes.length === 0 ? null : joinValues(writes);
}

function isMethodOf(info: ClassInfo, node: TSESTree.Node): boolean {
  const [start, end] = info.node.range;
  return node.range[0] >= start && node.range[1] <= end && node.type === 'FunctionExpression' && !info.node.body.body.some((member) => member.type === 'MethodDefinition' && member.kind === 'constructor' && member.value === node);
}

/** A field that is only declared: its type may say what it is. */
export function declaredField(run: Run, info: ClassInfo, name: string): Value | null {
  for (const at of classChain(run, info)) {
    for (const member of at.node.body.body) {
      if ((member.type === 'PropertyDefinition' || member.type === 'TSAbstractPropertyDefinition') && member.typeAnnotation !== undefined && memberKey(run, member, at.scope) === name) {
        return typedValue(run, member.typeAnnotation.typeAnnotation, at.scope, null, null);
      }
    }
  }
  return null;
}

export function classWords(run: Run, info: ClassInfo): readonly string[] {
  return classChain(run, info).map((at) => at.name).filter((name) => name !== '').slice(0, 2);
}

export function classMember(run: Run, object: RefValue, info: ClassInfo, name: string, node: TSESTree.Node, above: ClassInfo | null): Value | null {
  const chain = classChain(run, info);
  const start = above === null ? 0 : chain.indexOf(above) + 1;
  for (const at of chain.slice(start)) {
    for (const member of at.node.body.body) {
      if (member.type !== 'MethodDefinition' || member.static || member.kind === 'constructor' || member.kind === 'set' || memberKey(run, member, at.scope) !== name) continue;
      if (member.value.type !== 'FunctionExpression') continue;
      const method = methodValue(at, member.value, object);
      return member.kind === 'get' ? callValue(run, method, [], node, object) : method;
    }
  }
  const last = chain.at(-1);
  const base = last === undefined ? null : baseOf(run, last);
  if (base !== null && base.k !== 'class' && base.k !== 'client' && above === null && chain.length > 0 && base.k === 'choice') return getMember(run, base, name, node);
  return null;
}

export function setterOf(run: Run, info: ClassInfo, name: string, self: RefValue): FunctionValue | null {
  for (const at of classChain(run, info)) {
    for (const member of at.node.body.body) {
      if (member.type === 'MethodDefinition' && member.kind === 'set' && !member.static && member.value.type === 'FunctionExpression' && memberKey(run, member, at.scope) === name) return methodValue(at, member.value, self);
    }
  }
  return null;
}
