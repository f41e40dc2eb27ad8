import type { Given } from './client-arguments.ts';
import type { ClientModel } from './client-model.ts';
import { find, option } from './client-options.ts';
import type { Run } from './run.ts';
import { concatParts, literalOf, subLiteral } from './text.ts';
import { toParts } from './to-parts.ts';
import { joinBase, resolveUrl } from './urls.ts';
import type { Part, Parts, Value } from './value.ts';
import { holeValue, isNullish } from './value.ts';

/** Base, if the client or its instance has one, and URL. */
export function addressOf(run: Run, model: ClientModel, configs: readonly Value[], given: Given): Parts {
  const keys = model.config;
  const url = given.url ?? find(run, configs, keys.url);
  const suffixes = [...configs.map((config) => option(run, config, 'suffix')), given.suffix].filter((value) => value !== null);
  const written = concatParts(url === null ? [] : toParts(run, url), ...suffixes.map((value) => toParts(run, value)));
  const parameters = find(run, configs, keys.pathParameters);
  const target = keys.pathParameters === undefined ? written : fillPath(run, written, parameters);
  const host = find(run, configs, keys.host);
  if (host !== null && !startsAbsolute(target)) return concatParts(hostParts(run, configs, model, host), slashed(target));
  const base = find(run, configs, keys.base);
  if (base === null || isNullish(base)) return target;
  const baseParts = toParts(run, base);
  switch (model.joins) {
    case 'plain': return concatParts(baseParts, target);
    case 'resolve': return resolveUrl(target, baseParts);
    default: return joinBase(baseParts, target);
  }
}

/** `{name}` in a path is filled with the parameter of that name; one that is not known is a hole. */
function fillPath(run: Run, path: Parts, parameters: Value | null): Parts {
  return path.flatMap((part): Parts => {
    if (part.kind !== 'literal') return [part];
    const parts: Part[] = [];
    let from = 0;
    for (const match of part.text.matchAll(/\{(\w+)\}/g)) {
      const [whole, name = ''] = match;
      const value = parameters === null ? null : option(run, parameters, name);
      if (match.index > from) parts.push(subLiteral(part, from, match.index));
      parts.push(...toParts(run, value ?? holeValue('dynamic', [name])));
      from = match.index + whole.length;
    }
    if (from < part.text.length) parts.push(subLiteral(part, from, part.text.length));
    return parts;
  });
}

function startsAbsolute(parts: Parts): boolean {
  const [first] = parts;
  return first?.kind === 'literal' && /^[a-z]+:\/\//i.test(first.text);
}

function hostParts(run: Run, configs: readonly Value[], model: ClientModel, host: Value): Parts {
  const keys = model.config;
  const port = find(run, configs, keys.port);
  const protocol = find(run, configs, keys.protocol);
  const scheme = protocol === null ? null : literalOf(protocol);
  const start: Parts = [{ kind: 'literal', text: `${scheme?.replace(/:$/, '') ?? model.scheme ?? 'http'}://`, place: null, crossed: null }];
  const end: Parts = port === null || isNullish(port) ? [] : [{ kind: 'literal', text: ':', place: null, crossed: null }, ...toParts(run, port)];
  return concatParts(start, toParts(run, host), end);
}

function slashed(parts: Parts): Parts {
  const [first] = parts;
  return first?.kind === 'literal' && !first.text.startsWith('/') ? [{ kind: 'literal', text: '/', place: null, crossed: null }, ...parts] : parts;
}
