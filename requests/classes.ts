import type { TSESTree } from '@typescript-eslint/types';

import { callValue, enter, symbolicArguments } from './call.ts';
import { callShape } from './client-call.ts';
import { constructClient } from './client-values.ts';
import { constructorArguments, recordConstruction } from './constructions.ts';
import type { GenericArguments } from './constructions.ts';
import { evaluate } from './evaluate.ts';
import { joinValues } from './join.ts';
import { makeAgent } from './make-agent.ts';
import { constructNative } from './natives/construct.ts';
import { callUnknown } from './natives/unknown.ts';
import type { Run, World } from './run.ts';
import { allocate, createRun, newRecord, noteCalled, placeIn, property, putProp, recordOf, stateOf } from './run.ts';
import { createScope } from './scope.ts';
import type { Scope } from './scope.ts';
import { literalOf } from './text.ts';
import { cross } from './cross.ts';
import { tryEachWay } from './each-way.ts';
import { typedValue } from './typed-value.ts';
import type { ClassInfo, ClassNode, FunctionValue, RefValue, Value } from './value.ts';
import { holeValue, isNullish, undefinedValue } from './value.ts';
import { keyText } from './project-module.ts';

export function classValue(run: Run, node: ClassNode, scope: Scope): Value {
  const known = run.world.classInfos.get(node);
  const info: ClassInfo = known?.scope === scope ? known : { node, name: node.id?.name ?? scope.module.classNames.get(node) ?? '', scope, module: scope.module };
  if (known !== info) {
    run.world.classInfos.set(node, info);
    run.made.push(info);
    // a base that a call makes (a mixin) makes functions of its own
    if (node.superClass !== null) evaluate(run, node.superClass, scope);
  }
  const declared = run.world.clients.declaredAt('', scope.module.file);
  if (declared?.types?.includes(info.name) === true) return { k: 'client', model: declared, member: null, self: null };
  return { k: 'class', info };
}

/** The base class: a class of the project, a client, or something unknown; null when there is none. */
export function baseOf(run: Run, info: ClassInfo): Value | null {
  return info.node.superClass === null ? null : evaluate(run, info.node.superClass, info.scope);
}

/** The class and the classes of the project that it extends, derived first. Ends at a cycle. */
export function classChain(run: Run, info: ClassInfo): readonly ClassInfo[] {
  const chain: ClassInfo[] = [];
  for (let at: ClassInfo | null = info; at !== null && !chain.includes(at) && chain.length < 16;) {
    chain.push(at);
    const base: Value | null = baseOf(run, at);
    at = base?.k === 'class' ? base.info : null;
  }
  return chain;
}

export function memberKey(run: Run, node: TSESTree.ClassElement, scope: Scope): string | null {
  if (node.type === 'StaticBlock' || node.type === 'TSIndexSignature') return null;
  if (node.computed) return literalOf(evaluate(run, node.key, scope));
  return keyText(node.key);
}

/** `new callee(…)`, and `super(…)` when `base` says whose constructor calls it. */
export function construct(run: Run, callee: Value, args: readonly Value[], node: TSESTree.Node, base?: { self: Value; above: ClassInfo | null }): Value {
  if (base !== undefined) {
    const parent = base.above === null ? null : baseOf(run, base.above);
    if (parent === null || base.self.k !== 'ref') return undefinedValue;
    constructInto(run, parent, args, base.self, node);
    if (base.above !== null) initialiseFields(run, base.above, base.self);
    return undefinedValue;
  }
  switch (callee.k) {
    case 'class': {
      const self = allocate(run, { t: 'record', flavor: 'object', props: new Map(), open: null, info: callee.info, place: placeIn(run, node) });
      recordConstruction(run, callee.info, args, node);
      constructInto(run, callee, args, self, node);
      return self;
    }
    case 'client': {
      if (callee.model.construct !== undefined) return callShape(run, callee, callee.model.construct, args, node);
      return constructClient(run, callee, args, node) ?? callUnknown(run, callee, args, node);
    }
    case 'native': return constructNative(run, callee.name, args, node);
    case 'choice': {
      const options = callee.options.filter((option) => !isNullish(option));
      return tryEachWay(run, options, (option) => construct(run, option, args, node));
    }
    case 'fn': {
      const self = newRecord(run, [], { place: placeIn(run, node) });
      const result = callValue(run, { ...callee, self }, args, node, self);
      return result.k === 'ref' ? result : self;
    }
    default: return makeAgent(run, callee, args) ?? callUnknown(run, callee, args, node);
  }
}

/** Runs the constructor of a class (or of its nearest base that has one) on an object. */
function constructInto(run: Run, callee: Value, args: readonly Value[], self: RefValue, node: TSESTree.Node): void {
  if (callee.k === 'client') {
    const client = constructClient(run, callee, args, node);
    const record = recordOf(run, self);
    if (client?.k === 'ref' && record !== null) run.state.heap.set(self.id, { ...record, client });
    return;
  }
  if (callee.k !== 'class') return;
  const { info } = callee;
  if (run.frames.filter((frame) => frame.node === info.node.body as unknown).length > 0) return;
  const own = info.node.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor' && member.value.type === 'FunctionExpression');
  if (own?.type !== 'MethodDefinition' || own.value.type !== 'FunctionExpression') {
    const base = baseOf(run, info);
    if (base !== null && !(base.k === 'class' && base.info === info)) constructInto(run, base, args, self, node);
    initialiseFields(run, info, self);
    return;
  }
  const fn: FunctionValue = { k: 'fn', node: own.value, scope: info.scope, module: info.module, self, home: info, crossed: null };
  noteCalled(run, fn);
  if (info.node.superClass === null) initialiseFields(run, info, self);
  if (run.frames.length > 20 || run.frames.some((frame) => frame.node === fn.node)) return;
  setParameterProperties(run, own.value, args.map((arg) => cross(arg, fn.node)), self, fn);
  enter(run, fn, args.map((arg) => cross(arg, fn.node)), self, node);
}

/** `constructor(private readonly http: HttpClient)`. */
function setParameterProperties(run: Run, node: TSESTree.FunctionExpression, args: readonly Value[], self: RefValue, fn: FunctionValue): void {
  for (const [i, parameter] of node.params.entries()) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    let value = args[i] ?? undefinedValue;
    if (parameter.parameter.type === 'AssignmentPattern' && isNullish(value)) value = evaluate(run, parameter.parameter.right, fn.scope);
    if (value.k === 'hole' && target.typeAnnotation !== undefined) value = typedValue(run, target.typeAnnotation.typeAnnotation, fn.scope, value.part, null) ?? value;
    const record = recordOf(run, self);
    if (record !== null) putProp(run, self.id, record, property(target.name, value));
  }
}

/** Fields written in the class body, in order; a method is found through the class. */
function initialiseFields(run: Run, info: ClassInfo, self: RefValue): void {
  // a field that makes another instance of the class has no end
  const making = run.world.making.get(info.node) ?? 0;
  if (making > 2) return;
  run.world.making.set(info.node, making + 1);
  try {
    initialiseEach(run, info, self);
  } finally {
    run.world.making.set(info.node, making);
  }
}

function initialiseEach(run: Run, info: ClassInfo, self: RefValue): void {
  const methodScope = createScope(info.scope, { fn: { k: 'fn', node: null as never, scope: info.scope, module: info.module, self, home: info, crossed: null }, self, args: [], at: null });
  for (const member of info.node.body.body) {
    if (member.type !== 'PropertyDefinition' || member.static) continue;
    // a field that is only declared is read when it is asked for: what methods put there says more than its type
    if (member.value === null) continue;
    const name = memberKey(run, member, info.scope);
    if (name === null) continue;
    const value = evaluate(run, member.value, methodScope);
    const record = recordOf(run, self);
    if (record !== null) putProp(run, self.id, record, property(name, value));
  }
}

/** The instance that stands for all instances of a class: its constructor ran with unknown arguments. */
export function genericInstance(world: World, info: ClassInfo): RefValue {
  const known = world.generics.get(info.node);
  if (known !== undefined) return known;

  // whoever asks for it while its constructions are looked for is given one that was made with unknown arguments
  const args = constructorArguments(world, info, () => genericArguments(world, info));
  const before = world.generics.get(info.node);
  if (before !== undefined && args === null) return before;
  const run = createRun(world, info.module.source.program, info.module, stateOf(world, info.module), true);
  const self = before ?? allocate(run, { t: 'record', flavor: 'object', props: new Map(), open: null, info, place: null, generic: true });
  world.generics.set(info.node, self);
  world.nested++;
  try {
    constructInto(run, { k: 'class', info }, args ?? genericArguments(world, info).values, self, info.node);
    for (const made of run.made) {
      info.module.made.add(made);
      if ('k' in made && !world.madeFunctions.has(made.node)) world.madeFunctions.set(made.node, made);
    }
  } finally {
    world.nested--;
    run.state.dead = false;
  }
  return self;
}

/** The constructor that instances of a class are made with, and unknown arguments for it. */
function genericArguments(world: World, info: ClassInfo): GenericArguments {
  const run = createRun(world, info.module.source.program, info.module, stateOf(world, info.module), true);
  const constructor = constructorOf(run, info);
  return constructor === null ? { params: [], values: [] } : { params: constructor.node.params, values: symbolicArguments(run, constructor.node, constructor) };
}

function constructorOf(run: Run, info: ClassInfo): FunctionValue | null {
  for (const at of classChain(run, info)) {
    const own = at.node.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
    if (own?.type === 'MethodDefinition' && own.value.type === 'FunctionExpression') return { k: 'fn', node: own.value, scope: at.scope, module: at.module, self: null, home: at, crossed: null };
  }
  return null;
}

/** The methods, accessors and function-valued fields that a class declares itself. */
export function methodsOf(info: ClassInfo): readonly FunctionValue[] {
  const methods: FunctionValue[] = [];
  for (const member of info.node.body.body) {
    if (member.type === 'MethodDefinition' && member.value.type === 'FunctionExpression' && member.kind !== 'constructor') methods.push(methodValue(info, member.value));
  }
  return methods;
}

export function methodValue(info: ClassInfo, node: TSESTree.FunctionExpression, self: Value | null = null): FunctionValue {
  return { k: 'fn', node, scope: info.scope, module: info.module, self, home: info, crossed: null };
}

/** A static member of a class or of its bases; null when there is none. */
export function staticMember(run: Run, info: ClassInfo, name: string): Value | null {
  for (const at of classChain(run, info)) {
    const written = run.world.staticWrites.get(at.node)?.get(name);
    for (const member of at.node.body.body) {
      if (member.type === 'StaticBlock' || member.type === 'TSIndexSignature' || !member.static || memberKey(run, member, at.scope) !== name) continue;
      if (member.type === 'MethodDefinition' && member.value.type === 'FunctionExpression') {
        const method = methodValue(at, member.value, { k: 'class', info });
        return member.kind === 'get' ? callValue(run, method, [], member, { k: 'class', info }) : method;
      }
      if (member.type === 'PropertyDefinition') {
        const start = member.value === null ? null : evaluateStatic(run, at, member.value);
        const values = [...(start === null ? [] : [start]), ...(written ?? [])];
        if (values.length > 0) return joinValues(values);
        const typed = member.typeAnnotation === undefined ? null : typedValue(run, member.typeAnnotation.typeAnnotation, at.scope, null, null);
        return typed ?? holeValue('unset', [at.name, name]);
      }
    }
    if (written !== undefined) return joinValues(written);
  }
  return null;
}

function evaluateStatic(run: Run, info: ClassInfo, node: TSESTree.Expression): Value {
  const known = run.world.staticValues.get(node);
  if (known !== undefined) return known;

  run.world.staticValues.set(node, holeValue('recursion'));
  const shared = createRun(run.world, info.module.source.program, info.module, stateOf(run.world, info.module), true);
  const scope = createScope(info.scope, { fn: { k: 'fn', node: null as never, scope: info.scope, module: info.module, self: { k: 'class', info }, home: info, crossed: null }, self: { k: 'class', info }, args: [], at: null });
  const value = evaluate(shared, node, scope);
  run.world.staticValues.set(node, value);
  return value;
}
