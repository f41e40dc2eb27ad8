import type { Place } from './request-site.ts';
import type { Run } from './run.ts';
import { concatParts, hole, partsOf } from './text.ts';
import { crossAll } from './cross.ts';
import type { Crossing, Part, Parts, Prop, Value } from './value.ts';

/** A value as text: what a template literal or `String()` makes of it. */
export function toParts(run: Run, value: Value, place: Place | null = null): Parts {
  const parts = partsOf(value, (id, crossed) => objectParts(run, id, crossed));
  return parts.map((part) => (part.kind === 'hole' && part.place === null ? { ...part, place } : part));
}

/** Notes where an unknown value becomes a piece of a text. */
export function interpolate(parts: Parts, at: Place): Parts {
  const [only] = parts;
  return parts.length === 1 && only?.kind === 'hole' ? [{ ...only, at }] : parts;
}

/** The lists that are being put together: one that holds itself has no text. */
const open = new Set<number>();

function objectParts(run: Run, id: number, crossed: Crossing | null): Parts {
  if (open.has(id)) return [hole('recursion')];
  open.add(id);
  try {
    return partsOfObject(run, id, crossed);
  } finally {
    open.delete(id);
  }
}

function partsOfObject(run: Run, id: number, crossed: Crossing | null): Parts {
  const object = run.state.object(id);
  switch (object?.t) {
    case 'url': {
      const text = crossAll({ k: 'text', parts: [...object.head, ...queryParts(run, object.params, true), ...(object.hash ?? [])] }, crossed);
      return text.k === 'text' ? text.parts : [];
    }
    case 'record':
      if (object.flavor !== 'params') return [hole('dynamic')];
      if (object.props.size === 0 && object.open === null) return [];
      return [{ kind: 'fields', props: crossProps([...object.props.values()], crossed), open: object.open, crossed }];
    case 'list': {
      const items = object.items.flatMap((item, i): Parts => {
        const parts = toParts(run, crossAll(item.value, crossed));
        const separated: Parts = i === 0 ? parts : [{ kind: 'literal', text: ',', place: null, crossed: null }, ...parts];
        return item.presence === 'always' ? separated : [{ kind: 'alt', options: [separated, []] }];
      });
      return object.rest === null ? concatParts(items) : concatParts(items, toParts(run, object.rest), [hole('dynamic')]);
    }
    case 'request': return toParts(run, object.url);
    default: return [hole('dynamic')];
  }
}

/** `?a=1&b=2` of a URL object. */
export function queryParts(run: Run, params: number, withMark: boolean): Parts {
  const record = run.state.object(params);
  if (record?.t !== 'record' || (record.props.size === 0 && record.open === null)) return [];
  const fields: Part = { kind: 'fields', props: [...record.props.values()], open: record.open, crossed: null };
  return withMark ? [{ kind: 'literal', text: '?', place: null, crossed: null }, fields] : [fields];
}

function crossProps(props: readonly Prop[], crossed: Crossing | null): readonly Prop[] {
  return crossed === null ? props : props.map((prop) => ({ ...prop, value: crossAll(prop.value, crossed) }));
}
