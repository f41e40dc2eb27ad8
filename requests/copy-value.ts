import { genericInstance } from './classes.ts';
import { allocate } from './run.ts';
import type { Run } from './run.ts';
import type { State } from './state.ts';
import type { HeapObject, Part, Parts, Prop, Value } from './value.ts';
import { holeValue } from './value.ts';

const MAX_OBJECTS = 200;

/**
 * A value made in another run, with the objects it leads to, copied into this run. What came from the other run's
 * unknown arguments is unknown; instances stand for all of their class; functions are not copied.
 */
export function copyValue(run: Run, value: Value, from: State, firstId: number): Value {
  const copied = new Map<number, Value>();
  return copy(value);

  function copy(at: Value): Value {
    switch (at.k) {
      case 'hole': return at.part.crossed === null ? at : { k: 'hole', part: { ...at.part, crossed: null, reason: 'call' } };
      case 'text': return { k: 'text', parts: copyParts(at.parts) };
      case 'choice': return { k: 'choice', options: at.options.map(copy) };
      case 'promise': return { ...at, value: copy(at.value) };
      case 'ref': return copyObject(at.id);
      case 'fn': return at.scope.activation === null ? at : holeValue('call');
      default: return at;
    }
  }

  function copyParts(parts: Parts): Parts {
    return parts.map((part): Part => {
      if (part.kind === 'alt') return { kind: 'alt', options: part.options.map(copyParts) };
      if (part.kind === 'fields') return { ...part, crossed: null, props: part.props.map(copyProp) };
      return part.crossed === null ? part : part.kind === 'hole' ? { ...part, crossed: null, reason: 'call' } : { ...part, crossed: null };
    });
  }

  function copyProp(prop: Prop): Prop {
    return { ...prop, value: copy(prop.value) };
  }

  function copyObject(id: number): Value {
    const known = copied.get(id);
    if (known !== undefined) return known;
    const object = from.object(id);
    if (id < firstId) return { k: 'ref', id, crossed: null };
    if (object === undefined || copied.size > MAX_OBJECTS) return holeValue('call');
    if (object.t === 'record' && object.info !== null) return genericInstance(run.world, object.info);

    const ref = allocate(run, object);
    copied.set(id, ref);
    run.state.heap.set(ref.id, copyInside(object));
    return ref;
  }

  function copyInside(object: HeapObject): HeapObject {
    switch (object.t) {
      case 'record': return { ...object, props: new Map([...object.props].map(([key, prop]) => [key, copyProp(prop)])) };
      case 'list': return { ...object, items: object.items.map((item) => ({ ...item, value: copy(item.value) })), rest: object.rest === null ? null : copy(object.rest) };
      case 'url': {
        const params = copyObject(object.params);
        return { ...object, head: copyParts(object.head), params: params.k === 'ref' ? params.id : object.params };
      }
      case 'client': {
        const memory = object.memory === undefined ? null : copyObject(object.memory.id);
        return { ...object, configs: object.configs.map(copy), interceptors: object.interceptors.map(copy), ...(memory?.k === 'ref' ? { memory } : {}) };
      }
      case 'request': return { ...object, url: copy(object.url), config: object.config === null ? null : copy(object.config) };
      case 'controller': return object;
    }
  }
}
